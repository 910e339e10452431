package com.guance.billing.testing;

import com.guance.billing.Actor;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.metering.Quantity;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.workspace.LockCause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary values of the domain. */
public final class Some {

    /** The kinds of the notices of {@code MarketplaceCustomer.Legacy}. */
    public static final List<Kind> LEGACY = List.of(Kind.NOT_ACTIVATED, Kind.ACTIVATED, Kind.ENDING, Kind.ENDED);

    /** The kinds of the notices of {@code MarketplaceCustomer.Licensed}. */
    public static final List<Kind> LICENSED =
            List.of(Kind.ACTIVATED, Kind.DEPROVISIONED, Kind.STATUS_UNKNOWN, Kind.SUPERSEDED, Kind.CANCELLED);

    private Some() {}

    /** Instants within some weeks of the start, to the nanosecond; often the same ones. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                durations(Duration.ofDays(40)).map(World.START::plus),
                Arbitraries.integers().between(0, 20).map(days -> World.START.plus(Duration.ofDays(days))));
    }

    public static Arbitrary<Duration> durations(Duration longest) {
        return Arbitraries.longs().between(0, longest.toNanos()).map(Duration::ofNanos);
    }

    /** Signs that one subscription may hear, no two of one time, in the order of their times. */
    public static Arbitrary<List<Sign>> histories() {
        return Arbitraries.oneOf(histories(LEGACY), histories(LICENSED));
    }

    private static Arbitrary<List<Sign>> histories(List<Kind> scheme) {
        return Arbitraries.of(scheme)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(kinds -> IntStream.range(0, kinds.size())
                        .mapToObj(i -> new Sign(kinds.get(i), World.START.plus(Duration.ofMinutes(i))))
                        .collect(Collectors.toUnmodifiableList()));
    }

    /** What the notices of a license may say of it, its agreement's end aside. */
    public static Arbitrary<Sign> licenseSigns() {
        return Combinators.combine(
                        Arbitraries.of(Kind.ACTIVATED, Kind.DEPROVISIONED),
                        Arbitraries.integers().between(1, 9))
                .as((kind, minutes) -> new Sign(kind, World.START.plus(Duration.ofMinutes(minutes))));
    }

    public static Arbitrary<Sign> signs() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 5))
                .as((kind, minutes) -> new Sign(kind, World.START.plus(Duration.ofMinutes(minutes))));
    }

    /** Quantities up to some thousands, with up to 12 decimals. */
    public static Arbitrary<Quantity> quantities() {
        return quantities("4000");
    }

    public static Arbitrary<Quantity> quantities(String most) {
        return Arbitraries.integers()
                .between(0, 12)
                .flatMap(scale -> Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal(most).setScale(scale, RoundingMode.DOWN))
                        .ofScale(scale)
                        .map(Quantity::new));
    }

    public static Arbitrary<Actor> actors() {
        UserId user = new UserId("someone");
        return Arbitraries.of(
                new Actor.Owner(World.OWNER),
                new Actor.Owner(user),
                new Actor.Administrator(World.OWNER),
                new Actor.Administrator(user),
                new Actor.Holder(World.HOLDER.id()),
                new Actor.Holder(World.OTHER_HOLDER.id()),
                new Actor.Staff(World.OWNER),
                new Actor.Marketplace("aws"),
                new Actor.BillingCenter(),
                new Actor.Clock());
    }

    public static Arbitrary<LockCause> lockCauses() {
        return Arbitraries.of(
                World.ARREARS,
                new LockCause.Administrative("abuse", new UserId("staff")),
                new LockCause.Administrative("abuse", new UserId("other staff")),
                World.endOf(World.FIRST),
                World.endOf(World.SECOND));
    }

    public static Arbitrary<SubscriptionId> subscriptionIds() {
        return Arbitraries.of(World.FIRST, World.SECOND, World.life(3), World.life(4));
    }
}
