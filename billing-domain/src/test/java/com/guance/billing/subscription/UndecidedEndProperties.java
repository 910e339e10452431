package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UndecidedEndProperties {

    private static final Duration WAIT = World.ENDING.waits().status();
    private static final Sign GONE = new Sign(Kind.DEPROVISIONED, World.START.plusSeconds(60));
    private static final Instant RECEIPT = World.START.plusSeconds(90);
    private static final Instant DECIDED = RECEIPT.plus(WAIT);

    private final Subscription active = Given.active(World.FIRST, World.START);
    private final Subscription undecided = Given.hear(active, GONE, RECEIPT);

    @Example
    @Label("END-3 a license that is gone freezes at once, pays for nothing more, and waits for its agreement's status")
    void undecided() {
        assertThat(active.hear(GONE, World.ENDING, World.byMarketplace(RECEIPT))
                        .get()
                        .events())
                .containsExactly(
                        new SubscriptionEnding(
                                World.FIRST,
                                GONE,
                                Option.some(new End(GONE.ownTime(), Option.some(DECIDED), false)),
                                World.byMarketplace(RECEIPT)),
                        new SubscriptionEvent.FinalRatingDue(
                                World.FIRST,
                                GONE.ownTime(),
                                GONE.ownTime().plus(World.ENDING.waits().rating()),
                                World.byMarketplace(RECEIPT)));
        assertThat(undecided.status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(undecided.freeze()).containsExactly(GONE.ownTime());
        assertThat(undecided.undecidedUntil()).containsExactly(DECIDED);
        assertThat(undecided.endHeard()).isEmpty();
        assertThat(undecided.cascadeOpen()).isFalse();
        assertThat(undecided.isMeterable()).isTrue();
    }

    @Property(tries = 200)
    @Label("END-3 LOCK-6 without a status the end is decided after the policy's wait, at that very instant, once")
    void decidedByTime(@ForAll("instants") Instant now) {
        Change<Subscription> change = undecided.advance(now);
        Request clock = World.byClock(DECIDED);

        if (now.isBefore(DECIDED)) {
            assertThat(change).isEqualTo(Change.none(undecided));
        } else {
            assertThat(change.events())
                    .containsExactly(new SubscriptionEnding(
                            World.FIRST, GONE, Option.some(End.decided(GONE.ownTime(), false)), clock));
            assertThat(change.after().endHeard()).containsExactly(clock);
            assertThat(change.after().cascadeOpen()).isTrue();
            assertThat(change.after().advance(now)).isEqualTo(Change.none(change.after()));
        }
    }

    @Example
    @Label("END-3 LOCK-6 the end is decided at the end of the wait, to the instant")
    void toTheInstant() {
        assertThat(undecided.advance(DECIDED.minusNanos(1)).isNone()).isTrue();
        assertThat(undecided.advance(DECIDED).isNone()).isFalse();
        assertThat(active.advance(Instant.MAX)).isEqualTo(Change.none(active));
        assertThat(Given.ending(World.FIRST, RECEIPT, RECEIPT)
                        .advance(Instant.MAX)
                        .isNone())
                .isTrue();
    }

    @Example
    @Label("END-3 NOT-6 a status in time decides the end at its receipt; the freeze stays where the license went")
    void decidedByStatus() {
        for (Kind kind : List.of(Kind.CANCELLED, Kind.SUPERSEDED)) {
            Instant receipt = RECEIPT.plusSeconds(5);

            Subscription decided = Given.hear(undecided, new Sign(kind, World.START.plusSeconds(30)), receipt);

            assertThat(decided.freeze()).containsExactly(GONE.ownTime());
            assertThat(decided.undecidedUntil()).isEmpty();
            assertThat(decided.endHeard()).containsExactly(World.byMarketplace(receipt));
            assertThat(decided.cascadeOpen()).isTrue();
            assertThat(decided.isSucceeded()).isEqualTo(kind == Kind.SUPERSEDED);
            assertThat(decided.advance(Instant.MAX).isNone()).isTrue();
        }
    }

    @Example
    @Label("END-3 an agreement that ended with an unknown status freezes at once, and is undecided as long")
    void unknownStatus() {
        Sign unknown = new Sign(Kind.STATUS_UNKNOWN, GONE.ownTime());
        Subscription waits = Given.hear(active, unknown, RECEIPT);

        assertThat(waits.status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(waits.freeze()).containsExactly(GONE.ownTime());
        assertThat(waits.undecidedUntil()).containsExactly(DECIDED);
        assertThat(waits.endHeard()).isEmpty();
        assertThat(waits.advance(DECIDED).after().endHeard()).containsExactly(World.byClock(DECIDED));
    }

    @Example
    @Label(
            "END-3 NOT-3 a known status counts above an unknown one, whatever their times; nothing said of the license does")
    void knownStatusAfterUnknown() {
        Subscription waits = Given.hear(active, new Sign(Kind.STATUS_UNKNOWN, GONE.ownTime()), RECEIPT);
        for (Kind kind : List.of(Kind.CANCELLED, Kind.SUPERSEDED)) {
            Subscription decided = Given.hear(waits, new Sign(kind, World.START.plusSeconds(30)), RECEIPT);
            assertThat(decided.undecidedUntil()).isEmpty();
            assertThat(decided.endHeard()).isNotEmpty();
            assertThat(isStale(decided, new Sign(Kind.STATUS_UNKNOWN, World.START.plusSeconds(500))))
                    .isTrue();
        }
        for (Kind kind : List.of(Kind.ACTIVATED, Kind.DEPROVISIONED)) {
            assertThat(isStale(waits, new Sign(kind, World.START.plusSeconds(500))))
                    .isTrue();
        }
    }

    private static boolean isStale(Subscription subscription, Sign sign) {
        return subscription
                .hear(sign, World.ENDING, World.byMarketplace(RECEIPT))
                .isLeft();
    }

    @Example
    @Label("END-5 NOT-3 a status after the wait is absorbed, and opens no second cascade")
    void statusTooLate() {
        Subscription reached = undecided
                .advance(DECIDED)
                .after()
                .cascadeCompleted(World.byClock(DECIDED))
                .after();
        Sign late = new Sign(Kind.SUPERSEDED, World.START);
        Request by = World.byMarketplace(DECIDED.plusSeconds(1));

        Change<Subscription> change = reached.hear(late, World.ENDING, by).get();

        assertThat(change.events()).containsExactly(new SubscriptionConfirmed(World.FIRST, late, by));
        assertThat(change.after().isSucceeded()).isFalse();
        assertThat(change.after().cascadeOpen()).isFalse();
        assertThat(change.after().endHeard()).containsExactly(World.byClock(DECIDED));
    }

    @Example
    @Label("END-6 a license that comes back while its end is undecided is active as before")
    void back() {
        Sign updated = new Sign(Kind.ACTIVATED, RECEIPT);

        Subscription back = Given.hear(undecided, updated, RECEIPT);

        assertThat(back.isAlive()).isTrue();
        assertThat(back.end()).isEmpty();
        assertThat(back.activatedAt()).containsExactly(World.START);
        assertThat(back.payingSince()).containsExactly(RECEIPT);
        assertThat(back.advance(Instant.MAX).isNone()).isTrue();
    }

    @Property(tries = 500)
    @Label("NOT-3 END-1 what is said of an agreement's end counts before whatever is said of its license, at any time")
    void precedence(
            @ForAll("licenses") List<Sign> license, @ForAll("instants") Instant ended, @ForAll boolean renewed) {
        Sign sign = new Sign(renewed ? Kind.SUPERSEDED : Kind.CANCELLED, ended);
        Subscription after = Given.hear(active, sign, RECEIPT);
        for (Sign of : license) {
            assertThat(after.hear(of, World.ENDING, World.byMarketplace(RECEIPT))
                            .getLeft())
                    .isEqualTo(new StaleSign(of, sign));
            assertThat(after.isFollowedBy(of)).isFalse();
        }

        assertThat(after.status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(after.isSucceeded()).isEqualTo(renewed);
    }

    @Property(tries = 500)
    @Label("END-3 MET-1 whatever is heard and however late, the freeze does not move while the end stands")
    void freezeStands(@ForAll("licenses") List<Sign> signs, @ForAll("durations") Duration between) {
        Instant now = World.START.plus(Duration.ofDays(1));
        Subscription before = active;
        for (Sign sign : signs) {
            Subscription old = before;
            Subscription after = old.hear(sign, World.ENDING, World.byMarketplace(now))
                    .fold(stale -> old, Change::after)
                    .advance(now.plus(between))
                    .after();
            if (before.freeze().isDefined() && !after.isAlive()) {
                assertThat(after.freeze()).isEqualTo(before.freeze());
            }
            assertThat(after.endHeard().isDefined())
                    .isEqualTo(
                            after.freeze().isDefined() && after.undecidedUntil().isEmpty());
            before = after;
            now = now.plus(between);
        }
    }

    @Example
    @Label("END-3 a host that waits for the final sign lets an ending subscription stand without an end until then")
    void finalSign() {
        EndPolicy patient = World.ENDING.withMoment(EndMoment.FINAL_SIGN);
        Request by = World.byMarketplace(RECEIPT);
        Sign first = new Sign(Kind.ENDING, World.START.plusSeconds(1));
        Sign last = new Sign(Kind.ENDED, World.START.plusSeconds(2));

        Subscription ending = active.hear(first, patient, by).get().after();
        Subscription ended = ending.hear(last, patient, by).get().after();

        assertThat(ending.status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(ending.end()).isEmpty();
        assertThat(ending.endHeard()).isEmpty();
        assertThat(ended.isOver()).isTrue();
        assertThat(ended.freeze()).containsExactly(last.ownTime());
        assertThat(ended.cascadeOpen()).isTrue();
    }

    @Example
    @Label("END-5 NOT-3 agreement and successor are absorbed at any time, the same successor once")
    void correlating() {
        Request by = World.byMarketplace(RECEIPT);
        AgreementId own = AgreementId.of("aws", "agmt-1");
        AgreementId next = AgreementId.of("aws", "agmt-2");
        Subscription ended = Given.hear(active, new Sign(Kind.CANCELLED, RECEIPT), RECEIPT);

        Change<Subscription> known = ended.comesFrom(own, by);
        Change<Subscription> named = known.after().succeededBy(new NamedSuccessor(next, false), by);

        assertThat(known.events()).containsExactly(new SubscriptionEvent.AgreementKnown(World.FIRST, own, by));
        assertThat(known.after().comesFrom(own, by)).isEqualTo(Change.none(known.after()));
        assertThat(known.after().comesFrom(next, by).after().agreement()).containsExactly(next);
        assertThat(known.after().isSucceeded()).isFalse();
        assertThat(named.events()).containsExactly(new SubscriptionEvent.SuccessorNamed(World.FIRST, next, by));
        assertThat(named.after().isSucceeded()).isFalse();
        assertThat(Given.hear(
                                active.succeededBy(new NamedSuccessor(next, false), by)
                                        .after(),
                                new Sign(Kind.CANCELLED, RECEIPT),
                                RECEIPT)
                        .isSucceeded())
                .isTrue();
        assertThat(named.after().succeededBy(new NamedSuccessor(next, false), by))
                .isEqualTo(Change.none(named.after()));
        assertThat(named.after().status()).isEqualTo(ended.status());
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(Some.durations(Duration.ofHours(2)), Arbitraries.of(Duration.ZERO, WAIT));
    }

    /** What notices say of a license, not older than {@link #active}. */
    @Provide
    Arbitrary<List<Sign>> licenses() {
        return Some.licenseSigns().list().ofMaxSize(8);
    }
}
