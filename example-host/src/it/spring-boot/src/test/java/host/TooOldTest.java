package host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.aws.AwsMarketplace;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.faults.LibraryTooOld;
import com.guance.billing.subscription.MarketplaceProfile;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** On versions that are too old, the host fails at start with one sentence that names what was found and what is needed. */
class TooOldTest {

    @Test
    @DisplayName("outside: the store names what is too old before it touches the database")
    void store() {
        System.out.println("found: " + ClassPath.versions());
        assertThatThrownBy(() -> JdbcBilling.over(new JdbcDataSource()))
                .isInstanceOf(LibraryTooOld.class)
                .hasMessageContaining("jackson-core 2.15.4 is on the class path, 2.16 or newer is needed")
                .hasMessageContaining("flyway-core 9.22.3 is on the class path, 10.10 or newer is needed");
    }

    @Test
    @DisplayName("outside: the marketplace names what is too old before it calls anybody")
    void marketplace() {
        MarketplaceMeteringClient client = MarketplaceMeteringClient.builder()
                .region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        assertThatThrownBy(() -> AwsMarketplace.of(client, MarketplaceProfile.aws("product")))
                .isInstanceOf(LibraryTooOld.class)
                .hasMessageContaining("jackson-core 2.15.4 is on the class path, 2.16 or newer is needed");
    }
}
