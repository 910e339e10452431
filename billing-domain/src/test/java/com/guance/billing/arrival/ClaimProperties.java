package com.guance.billing.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClaimProperties {

    private static final Instant EXPIRY = World.START.plusSeconds(14_400);

    private final Claim claim =
            new Claim("digest", new Arrival(World.CUSTOMER, World.ACCOUNT, false), EXPIRY, Option.none());

    @Property(tries = 200)
    @Label("ARR-2 a claim is good before it expires and void from then on")
    void expires(@ForAll("instants") Instant at) {
        var answer = claim.redeem(at);

        assertThat(answer)
                .isEqualTo(
                        at.isBefore(EXPIRY)
                                ? Either.right(new Claim(claim.digest(), claim.arrival(), EXPIRY, Option.some(at)))
                                : Either.left(new ClaimRefusal.ClaimExpired(EXPIRY)));
    }

    @Example
    @Label("ARR-2 a claim expires to the instant")
    void expiresToTheInstant() {
        assertThat(claim.redeem(EXPIRY.minusNanos(1)).isRight()).isTrue();
        assertThat(claim.redeem(EXPIRY).getLeft()).isEqualTo(new ClaimRefusal.ClaimExpired(EXPIRY));
    }

    @Property(tries = 200)
    @Label("ARR-2 a claim is used once, whenever it is tried again")
    void singleUse(@ForAll("instants") Instant again) {
        Instant first = EXPIRY.minusNanos(1);
        Claim used = claim.redeem(first).get();

        assertThat(used.redeem(again).getLeft()).isEqualTo(new ClaimRefusal.ClaimUsed(first));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }
}
