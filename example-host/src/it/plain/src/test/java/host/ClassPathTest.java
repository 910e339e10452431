package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.faults.StoreUnusable;
import java.io.File;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    @Test
    @DisplayName("outside: without Flyway the tables are made by other means, and migrate() says so")
    void noFlyway() {
        assertThat(System.getProperty("java.class.path")).doesNotContain("flyway");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:none;MODE=PostgreSQL");
        assertThatThrownBy(() -> JdbcBilling.over(database).migrate())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("org.flywaydb:flyway-core")
                .hasMessageContaining("schema()");
    }

    @Test
    @DisplayName("outside: all members of AWS's SDK are of one version, but for the service that is released apart")
    void oneSdk() {
        List<String> jars = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(jar -> jar.contains("awssdk"))
                .toList();
        assertThat(jars)
                .hasSizeGreaterThan(15)
                .filteredOn(jar -> !jar.contains("marketplacemetering"))
                .allMatch(jar -> jar.endsWith("-" + System.getProperty("aws.sdk.version") + ".jar"));
    }
}
