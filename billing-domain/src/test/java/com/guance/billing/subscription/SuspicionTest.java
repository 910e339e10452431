package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.EndProbed;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourOverrun;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The marketplace says of a customer of ours that it is not subscribed. */
class SuspicionTest {

    private static final SubmittingPolicy.Suspicion POLICY =
            World.POLICIES.submitting().suspicion();
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Instant SINCE = World.START.plus(Duration.ofHours(30));
    private static final Instant ENDS = SINCE.plus(Duration.ofHours(6));

    private final Subscription active = heard(
            Subscription.seen(World.CUSTOMER, 1, World.byMarketplace(World.START))
                    .after()
                    .tracedTo(World.ACCOUNT, World.byMarketplace(World.START))
                    .after(),
            Kind.ACTIVATED,
            World.START);
    private final Subscription suspected = notSubscribed(active, SINCE).after();

    @Test
    @DisplayName(
            "SUB-5 the first answer suspects it: it may be probed an hour later, and ends after a quarter of the window")
    void suspects() {
        assertThat(notSubscribed(active, SINCE).events())
                .containsExactly(new EndSuspected(
                        World.FIRST,
                        new Suspicion(SINCE, ENDS, SINCE.plus(Duration.ofHours(1))),
                        World.byMarketplace(SINCE)));
        assertThat(suspected.isAlive()).isTrue();
        assertThat(suspected.dueAt()).containsExactly(ENDS);
        assertThat(notSubscribed(suspected, SINCE.plusSeconds(60)).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 only a subscription that we hold active is suspected")
    void onlyActive() {
        Subscription ending = heard(active, Kind.ENDING, SINCE);

        assertThat(notSubscribed(ending, SINCE.plusSeconds(1)).isNone()).isTrue();
        assertThat(heard(suspected, Kind.ENDING, SINCE.plusSeconds(1)).suspicion())
                .isEmpty();
        assertThat(heard(suspected, Kind.ENDED, SINCE.plusSeconds(1)).suspicion())
                .isEmpty();
    }

    @Test
    @DisplayName("SUB-5 while it is suspected one record an hour may be sent")
    void probes() {
        Instant probe = SINCE.plus(Duration.ofHours(1));
        Request clock = World.byClock(probe);
        Change<Subscription> probed = suspected.probed(POLICY, clock);

        assertThat(active.maySend(SINCE)).isTrue();
        assertThat(active.probed(POLICY, clock).isNone()).isTrue();
        assertThat(suspected.maySend(probe.minusNanos(1))).isFalse();
        assertThat(suspected.maySend(probe)).isTrue();
        assertThat(probed.events()).containsExactly(new EndProbed(World.FIRST, probe.plus(Duration.ofHours(1)), clock));
        assertThat(probed.after().maySend(probe)).isFalse();
        assertThat(probed.after().maySend(probe.plus(Duration.ofHours(1)))).isTrue();
        assertThat(probed.after().dueAt()).containsExactly(ENDS);
    }

    @Test
    @DisplayName("SUB-5 a probe that is answered like the first record counts, once; another record's answer does not")
    void deniedProbes() {
        Instant probe = SINCE.plus(Duration.ofHours(1));
        Subscription probed = suspected.probed(POLICY, World.byClock(probe)).after();

        Change<Subscription> denied = notSubscribed(probed, probe.plusSeconds(1));

        assertThat(denied.events())
                .containsExactly(new EndDenied(
                        World.FIRST, probe.plus(Duration.ofHours(1)), World.byMarketplace(probe.plusSeconds(1))));
        assertThat(denied.after().deniedProbes()).isEqualTo(1);
        assertThat(denied.after().maySend(probe.plusSeconds(1))).isFalse();
        assertThat(notSubscribed(denied.after(), probe.plusSeconds(2)).isNone()).isTrue();
        assertThat(suspected.deniedProbes()).isZero();
        Subscription inVain =
                probed.probedInVain(World.byMarketplace(probe.plusSeconds(1))).after();
        assertThat(notSubscribed(inVain, probe.plusSeconds(2)).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 the next probe waits an hour, but not beyond the time that decides")
    void lastProbe() {
        Instant late = ENDS.minusSeconds(60);
        Subscription probed = suspected.probed(POLICY, World.byClock(late)).after();

        Subscription denied = notSubscribed(probed, late.plusSeconds(1)).after();

        assertThat(denied.maySend(ENDS.minusNanos(1))).isFalse();
        assertThat(denied.maySend(ENDS)).isTrue();
    }

    @Test
    @DisplayName("SUB-5 SUB-6 a probe that was refused for itself asked nothing: the next may be sent at once")
    void probedInVain() {
        Instant probe = SINCE.plus(Duration.ofHours(1));
        Subscription probed = suspected.probed(POLICY, World.byClock(probe)).after();

        Change<Subscription> again = probed.probedInVain(World.byMarketplace(probe));

        assertThat(probed.maySend(probe)).isFalse();
        assertThat(again.after().maySend(probe)).isTrue();
        assertThat(again.after().suspicion().map(Suspicion::endsAt))
                .isEqualTo(suspected.suspicion().map(Suspicion::endsAt));
        assertThat(active.probedInVain(World.byMarketplace(probe)).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 something billed clears it")
    void clears() {
        Request by = World.byMarketplace(SINCE.plusSeconds(60));

        assertThat(suspected.metered(by).events()).containsExactly(new SuspicionCleared(World.FIRST, by));
        assertThat(confirmed(suspected.metered(by).after(), ENDS).isNone()).isTrue();
        assertThat(active.metered(by).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 NOT-3 an activation newer than the suspicion clears it, an older one that comes late does not")
    void activations() {
        assertThat(heard(suspected, Kind.ACTIVATED, SINCE.plusSeconds(1)).suspicion())
                .isEmpty();
        assertThat(heard(suspected, Kind.ACTIVATED, SINCE).suspicion()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "SUB-5 END-2 uncleared it is an end as of the first such answer, to the instant, under any policy of ends")
    void ends() {
        assertThat(confirmed(suspected, ENDS.minusNanos(1)).isNone()).isTrue();
        Change<Subscription> ended = confirmed(suspected, ENDS.plusSeconds(5));

        Request clock = World.byClock(ENDS.plusSeconds(5));
        assertThat(ended.events())
                .containsExactly(new SubscriptionEnding(
                        World.FIRST,
                        new Sign(Kind.INVALID, SINCE),
                        Option.some(new End(SINCE, Option.none(), false)),
                        clock));
        assertThat(ended.after().status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(ended.after().freeze()).containsExactly(SINCE);
        assertThat(ended.after().endHeard()).containsExactly(clock);
        assertThat(ended.after().cascadeOpen()).isTrue();
        assertThat(ended.after().suspicion()).isEmpty();
        assertThat(confirmed(ended.after(), ENDS.plusSeconds(9)).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 time alone makes no end of it: whoever runs what is due sends a probe first")
    void notByTimeAlone() {
        assertThat(suspected.advance(Instant.MAX).isNone()).isTrue();
        assertThat(confirmed(suspected, ENDS).isNone()).isFalse();
    }

    @Test
    @DisplayName("SUB-5 END-6 after such an end a newer activation brings it back, an older one is stale")
    void comesBack() {
        Subscription ended = confirmed(suspected, ENDS).after();

        assertThat(heard(ended, Kind.ACTIVATED, SINCE.plusSeconds(1)).isAlive()).isTrue();
        Sign older = new Sign(Kind.ACTIVATED, SINCE.minusSeconds(1));
        assertThat(ended.hear(older, World.ENDING, World.byMarketplace(ENDS)).isLeft())
                .isTrue();
    }

    @Test
    @DisplayName("SUB-5 NOT-6 where the marketplace's clock ran ahead, the end is no older than what was heard before")
    void clockAhead() {
        Subscription ahead = heard(active, Kind.ACTIVATED, SINCE.plusSeconds(100));
        Subscription ended =
                confirmed(notSubscribed(ahead, SINCE).after(), ENDS).after();

        assertThat(ended.newest()).containsExactly(new Sign(Kind.INVALID, SINCE.plusSeconds(100)));
        assertThat(ended.freeze()).containsExactly(SINCE);
    }

    @Test
    @DisplayName("SUB-5 a sign of this kind means an end at once, also where ends wait for the final sign")
    void sign() {
        Subscription ended = active.hear(
                        new Sign(Kind.INVALID, SINCE),
                        World.ENDING.withMoment(EndMoment.FINAL_SIGN),
                        World.byMarketplace(ENDS))
                .get()
                .after();

        assertThat(ended.freeze()).containsExactly(SINCE);
        assertThat(ended.endHeard()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "FIN-2 people are told once of an end that something is still owed after its final hour; again of the next end")
    void overrun() {
        Subscription ending = heard(active, Kind.ENDING, SINCE);
        Request clock = World.byClock(ENDS);

        assertThat(active.overrun(clock).isNone()).isTrue();
        assertThat(ending.overrun(clock).events()).containsExactly(new FinalHourOverrun(World.FIRST, SINCE, clock));
        Subscription told = ending.overrun(clock).after();
        assertThat(told.overrun(clock).isNone()).isTrue();
        Subscription back = heard(told, Kind.ACTIVATED, SINCE.plusSeconds(5));
        assertThat(heard(back, Kind.ENDING, SINCE.plusSeconds(9)).overrun(clock).isNone())
                .isFalse();
    }

    private static Change<Subscription> notSubscribed(Subscription subscription, Instant at) {
        return subscription.notSubscribed(WINDOW, POLICY, World.byMarketplace(at));
    }

    private static Change<Subscription> confirmed(Subscription subscription, Instant at) {
        return subscription.confirmSuspicion(World.byClock(at));
    }

    private static Subscription heard(Subscription subscription, Kind kind, Instant at) {
        return subscription
                .hear(new Sign(kind, at), World.ENDING, World.byMarketplace(at))
                .get()
                .after();
    }
}
