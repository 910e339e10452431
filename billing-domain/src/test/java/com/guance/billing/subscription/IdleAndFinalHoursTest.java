package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingCompleted;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From when on idle hours are told, and when the final hour is due. */
class IdleAndFinalHoursTest {

    private static final Instant HOUR = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");
    private static final Instant FREEZE = NOON.plus(Duration.ofMinutes(20));
    private static final Duration RATING = World.ENDING.waits().rating();
    private static final Instant DUE = FREEZE.plus(RATING);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final SubmittingPolicy.Suspicion POLICY =
            World.POLICIES.submitting().suspicion();

    private final Subscription active = Given.active(World.FIRST, World.START);
    private final Subscription ending = hear(active, Kind.ENDING, FREEZE);

    @Test
    @DisplayName("MET-8 the first idle hour is the whole hour of the first activation")
    void firstActivation() {
        assertThat(active.idleFrom()).containsExactly(HOUR);
        assertThat(Given.active(World.FIRST, HOUR).idleFrom()).containsExactly(HOUR);
        assertThat(Given.active(World.FIRST, HOUR.minusNanos(1)).idleFrom())
                .containsExactly(HOUR.minus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName(
            "NOT-6 MET-3 a marketplace's clock that runs ahead: it pays from the receipt on, its records are dated later")
    void clockAhead() {
        Instant receipt = HOUR.minusNanos(1_000_000);
        Subscription pending = Given.pending(World.FIRST);

        Subscription ahead = pending.hear(
                        new Sign(Kind.ACTIVATED, HOUR.plusNanos(1_000_000)),
                        World.POLICIES.ending(),
                        World.byMarketplace(receipt))
                .get()
                .after();

        assertThat(ahead.activatedAt()).containsExactly(receipt);
        assertThat(ahead.payingSince()).containsExactly(receipt);
        assertThat(ahead.recordsFrom()).containsExactly(HOUR.plusNanos(1_000_000));
        assertThat(ahead.idleFrom()).as("no record can be of the hour before").containsExactly(HOUR);
    }

    @Test
    @DisplayName("MET-8 END-6 of one that has returned it is the first hour that began since it did, to the instant")
    void returned() {
        Instant oClock = NOON.plus(Duration.ofHours(3));

        assertThat(hear(ending, Kind.ACTIVATED, oClock).idleFrom()).containsExactly(oClock);
        assertThat(hear(ending, Kind.ACTIVATED, oClock.plusNanos(1)).idleFrom())
                .containsExactly(oClock.plus(Duration.ofHours(1)));
        assertThat(hear(ending, Kind.ACTIVATED, oClock.minusNanos(1)).idleFrom())
                .containsExactly(oClock);
    }

    @Test
    @DisplayName("MET-8 no idle hour of what is pending, has no account yet, is suspected, or has an end")
    void none() {
        Subscription seen = Subscription.seen(World.CUSTOMER, 1, World.byMarketplace(World.START))
                .after();
        Subscription suspected = notSubscribed(active, NOON).after();

        assertThat(Given.pending(World.FIRST).idleFrom()).isEmpty();
        assertThat(hear(seen, Kind.ACTIVATED, World.START).idleFrom()).isEmpty();
        assertThat(suspected.idleFrom()).isEmpty();
        assertThat(suspected
                        .metered(World.byMarketplace(NOON.plusSeconds(1)))
                        .after()
                        .idleFrom())
                .containsExactly(HOUR);
        assertThat(ending.idleFrom()).isEmpty();
        assertThat(hear(ending, Kind.ENDED, FREEZE.plusSeconds(1)).idleFrom()).isEmpty();
    }

    @Test
    @DisplayName("SUB-5 refused again before the suspicion's time is over, it is probed once more when that is")
    void probedOnceMore() {
        Suspicion suspicion = lastProbed(Duration.ofMinutes(-30)).suspicion().get();
        Request before = World.byMarketplace(suspicion.endsAt().minusNanos(1));
        Request late = World.byMarketplace(suspicion.endsAt());
        Subscription afterTheLast = lastProbed(Duration.ofMinutes(-30));

        assertThat(notSubscribed(afterTheLast, before.at()).events())
                .containsExactly(new EndDenied(World.FIRST, suspicion.endsAt(), before));
        assertThat(notSubscribed(afterTheLast, late.at()).after().suspicion().map(Suspicion::probeFrom))
                .as("answered when it is over, the next probe waits its hour")
                .isEqualTo(afterTheLast.suspicion().map(Suspicion::probeFrom));
        Subscription probedWhenOver = lastProbed(POLICY.probe().negated());
        assertThat(notSubscribed(probedWhenOver, before.at())
                        .after()
                        .suspicion()
                        .map(Suspicion::probeFrom))
                .as("probed when it is over anyway")
                .isEqualTo(probedWhenOver.suspicion().map(Suspicion::probeFrom));
    }

    @Test
    @DisplayName("FIN-1 the host that has rated all makes the final hour due at once, and only while it waits")
    void rated() {
        Request by = World.byClock(DUE.minusNanos(1));
        Change<Subscription> rated = ending.finalRatingCompleted(by);

        assertThat(ending.finalHourDue()).containsExactly(DUE);
        assertThat(rated.events()).containsExactly(new FinalRatingCompleted(World.FIRST, by));
        assertThat(rated.after().finalHourDue()).containsExactly(by.at());
        assertThat(rated.after().finalRatingCompleted(by).isNone()).isTrue();
        assertThat(ending.finalRatingCompleted(World.byClock(DUE)).isNone()).isTrue();
        assertThat(active.finalRatingCompleted(by).isNone()).isTrue();
    }

    @Test
    @DisplayName("FIN-1 the final sign makes it due no later than it was")
    void finalSign() {
        Instant before = DUE.minusSeconds(1);

        assertThat(hear(ending, Kind.ENDED, before).finalHourDue()).containsExactly(before);
        assertThat(hear(ending, Kind.ENDED, DUE.plusSeconds(1)).finalHourDue()).containsExactly(DUE);
    }

    @Test
    @DisplayName(
            "FIN-1 an end of which is heard when its rating's time is over has its final hour due as of the freeze")
    void heardLate() {
        Subscription late = Given.hear(active, new Sign(Kind.ENDING, FREEZE), DUE);

        assertThat(late.finalHourDue()).containsExactly(FREEZE);
        assertThat(late.takesCharges()).isTrue();
    }

    @Test
    @DisplayName("FIN-1 what was never active has no final hour")
    void neverActive() {
        Subscription never = hear(Given.pending(World.FIRST), Kind.ENDING, FREEZE);

        assertThat(never.freeze()).containsExactly(FREEZE);
        assertThat(never.finalHourDue()).isEmpty();
        assertThat(never.takesCharges()).isFalse();
    }

    @Test
    @DisplayName("FIN-1 END-3 a final hour that was closed while the end was undecided is not opened by its decision")
    void closedOnce() {
        Subscription closed = hear(active, Kind.DEPROVISIONED, FREEZE)
                .finalHourClosed(0, World.byClock(DUE))
                .after();

        Subscription decided = hear(closed, Kind.CANCELLED, DUE.plusSeconds(1));

        assertThat(decided.freeze()).containsExactly(FREEZE);
        assertThat(decided.endHeard()).isNotEmpty();
        assertThat(decided.finalHourDue()).isEmpty();
    }

    /** Suspected since noon, the last probe so long before or after the end of it. */
    private Subscription lastProbed(Duration fromItsEnd) {
        Subscription suspected = notSubscribed(active, NOON).after();
        Instant probe = suspected.suspicion().get().endsAt().plus(fromItsEnd);
        return suspected.probed(POLICY, World.byClock(probe)).after();
    }

    private static Change<Subscription> notSubscribed(Subscription subscription, Instant at) {
        return subscription.notSubscribed(WINDOW, POLICY, World.byMarketplace(at));
    }

    private static Subscription hear(Subscription before, Kind kind, Instant at) {
        return Given.hear(before, new Sign(kind, at), at);
    }
}
