package com.guance.billing.ports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultTest {

    private final Throwable cause = new IllegalStateException("cause");

    @Test
    @DisplayName("a fault says what broke and why, and whether trying again may help")
    void faults() {
        List<Fault> passing = List.of(
                new StaleVersion("workspace wksp_1"),
                new StoreUnavailable("store", cause),
                new MarketplaceUnavailable("marketplace", cause),
                new MarketplaceUnreachable("host", cause),
                new IdentityPending("license", cause));
        List<Fault> lasting =
                List.of(new StoreUnusable("schema", cause), new MarketplaceMisconfigured("region", cause));

        assertThat(passing).allMatch(Fault.TryAgain.class::isInstance);
        assertThat(lasting).allMatch(Fault.GiveUp.class::isInstance);
        assertThat(passing)
                .extracting(Fault::getMessage)
                .containsExactly(
                        "a newer version exists of workspace wksp_1", "store", "marketplace", "host", "license");
        assertThat(lasting).extracting(Fault::getMessage).containsExactly("schema", "region");
        assertThat(lasting).extracting(Fault::getCause).containsOnly(cause);
        assertThat(passing.get(0)).hasNoCause();
    }
}
