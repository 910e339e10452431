package com.guance.billing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.site.Cloud;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private final Policies defaults = Policies.defaults();

    @Test
    @DisplayName("ARR-2 LOCK-2 MET-1 MET-3 the documented defaults")
    void documented() {
        assertThat(defaults.claimLife()).isEqualTo(Duration.ofHours(4));
        assertThat(defaults.countdown()).isEqualTo(Duration.ofDays(14));
        assertThat(defaults.metering()).isEqualTo(new MeteringPolicy(Duration.ofMinutes(10), Duration.ofMinutes(5)));
        assertThat(defaults.sites().allowedAt(World.ON_AWS)).containsExactly(Cloud.AWS);
    }

    @Test
    @DisplayName("each policy can be replaced without touching the others")
    void replaced() {
        MeteringPolicy metering = new MeteringPolicy(Duration.ZERO, Duration.ZERO);
        SitePolicy sites = site -> Set.of();
        Duration other = Duration.ofMinutes(1);

        assertThat(defaults.withClaimLife(other))
                .isEqualTo(new Policies(defaults.sites(), other, defaults.countdown(), defaults.metering()));
        assertThat(defaults.withCountdown(other))
                .isEqualTo(new Policies(defaults.sites(), defaults.claimLife(), other, defaults.metering()));
        assertThat(defaults.withMetering(metering))
                .isEqualTo(new Policies(defaults.sites(), defaults.claimLife(), defaults.countdown(), metering));
        assertThat(defaults.withSites(sites))
                .isEqualTo(new Policies(sites, defaults.claimLife(), defaults.countdown(), defaults.metering()));
    }

    @Test
    @DisplayName("times that make no sense are refused")
    void nonsense() {
        Duration negative = Duration.ofNanos(-1);

        for (Duration bad : List.of(Duration.ZERO, negative)) {
            assertThatIllegalArgumentException().isThrownBy(() -> defaults.withClaimLife(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> defaults.withCountdown(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MeteringPolicy(negative, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeteringPolicy(Duration.ZERO, negative));
        assertThat(defaults.withCountdown(Duration.ofNanos(1)).countdown()).isEqualTo(Duration.ofNanos(1));
    }
}
