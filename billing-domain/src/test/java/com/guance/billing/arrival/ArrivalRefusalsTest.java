package com.guance.billing.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.testing.World;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivalRefusalsTest {

    @Test
    @DisplayName("each refusal of a claim is a case of its own")
    void claimRefusals() {
        List<ClaimRefusal> all = List.of(
                new ClaimRefusal.ClaimUnknown(),
                new ClaimRefusal.ClaimExpired(World.START),
                new ClaimRefusal.ClaimUsed(World.START),
                new ClaimRefusal.NotForThisActor(new Actor.Clock()),
                new ClaimRefusal.HolderUnknown(World.HOLDER.id()),
                new ClaimRefusal.RegisteredElsewhere(World.ACCOUNT, World.HOLDER.id()),
                new ClaimRefusal.CurrencyMismatch(World.USD, World.CNY));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(
                        is("unknown"),
                        is("expired"),
                        is("used"),
                        is("actor"),
                        is("holder"),
                        is("elsewhere"),
                        is("currency")))
                .containsExactly("unknown", "expired", "used", "actor", "holder", "elsewhere", "currency");
    }

    @Test
    @DisplayName("each refusal of a landing is a case of its own")
    void landingRefusals() {
        List<LandingRefusal> all = List.of(
                new LandingRefusal.TokenInvalid(),
                new LandingRefusal.TokenExpired(),
                new LandingRefusal.TokenForAnotherProduct(World.PRODUCT, "other"),
                new LandingRefusal.ProductUnknown(World.PRODUCT));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(is("invalid"), is("expired"), is("another"), is("unknown")))
                .containsExactly("invalid", "expired", "another", "unknown");
    }

    private static <T> Function<T, String> is(String name) {
        return any -> name;
    }
}
