package com.guance.billing.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.testing.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SiteCatalogueTest {

    @Test
    @DisplayName("ARR-4 a site is found by its exact name, whatever is asked for")
    void finds() {
        SiteCatalogue catalogue = SiteCatalogue.of(World.ON_AWS, World.ON_AWS_CHINA);

        assertThat(catalogue.find("us1")).containsExactly(World.ON_AWS);
        assertThat(catalogue.find("cn2")).containsExactly(World.ON_AWS_CHINA);
        assertThat(catalogue.find("US1")).isEmpty();
        assertThat(catalogue.find("")).isEmpty();
        assertThat(catalogue.find("x".repeat(1000))).isEmpty();
    }

    @Test
    @DisplayName("two sites of one name are no catalogue")
    void ambiguous() {
        Site twin = new Site(World.ON_AWS.id(), Cloud.HUAWEI);

        assertThatIllegalStateException().isThrownBy(() -> SiteCatalogue.of(World.ON_AWS, twin));
    }

    @Test
    @DisplayName("SET-5 a site that is no longer listed is operated by nobody we know")
    void unlisted() {
        assertThat(Site.unlisted(World.ON_AWS.id())).isEqualTo(new Site(World.ON_AWS.id(), new Cloud("unknown")));
    }
}
