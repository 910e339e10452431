package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.site.SiteCatalogue;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SetupTest {

    @Test
    @DisplayName("a library that was told too little is not built, and says all that is missing")
    void tooLittle() {
        assertThatThrownBy(() -> CloudBilling.over(InMemoryBilling.create()).build(new SecureRandom()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not said yet: billingCenter sites selling");
    }

    @Test
    @DisplayName("two marketplaces for one product are refused: it would be chance which one is asked")
    void twoForOneProduct() {
        Scene scene = new Scene();
        CloudBillingSetup setup = CloudBilling.over(scene.store)
                .selling(scene.aws.asPort(scene.profile))
                .selling(scene.aws.asPort(scene.profile))
                .sites(SiteCatalogue.of())
                .billingCenter(new Enterprise(Scene.HOLDER, Scene.OTHER, Scene.RENMINBI));
        assertThatThrownBy(() -> setup.build(new SecureRandom())).hasMessage("two marketplaces sell one product");
    }
}
