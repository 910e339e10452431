package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final SubscriptionId ID = new SubscriptionId("aws/observability/customer-1#1");
    private static final Request BY = World.byMarketplace(World.START.plusSeconds(60));

    private final Subscription pending =
            Subscription.seen(World.CUSTOMER, 1, BY).after();

    @Test
    @DisplayName("NOT-2 what is heard of first is pending, has no account and cannot pay")
    void seen() {
        Change<Subscription> seen = Subscription.seen(World.CUSTOMER, 1, BY);

        assertThat(seen.events()).containsExactly(new SubscriptionEvent.SubscriptionSeen(ID, World.CUSTOMER, 1, BY));
        assertThat(pending.id()).isEqualTo(ID);
        assertThat(pending.customer()).isEqualTo(World.CUSTOMER);
        assertThat(pending.life()).isEqualTo(1);
        assertThat(pending.status()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(pending.cloudAccount()).isEmpty();
        assertThat(pending.newest()).isEmpty();
        assertThat(pending.cascadeOpen()).isFalse();
        assertLife(pending, false, false, false);
    }

    @Test
    @DisplayName("SET-4 alive is active, meterable is active or ending, over is ended")
    void life() {
        Subscription active = hear(pending, Kind.ACTIVATED, 1);
        Subscription ending = hear(active, Kind.ENDING, 2);
        Subscription ended = hear(ending, Kind.ENDED, 3);

        assertLife(active, true, true, false);
        assertLife(ending, false, true, false);
        assertLife(ended, false, false, true);
        assertThat(ended.freeze()).isEqualTo(ending.freeze()).containsExactly(at(2));
    }

    @Test
    @DisplayName(
            "END-6 subscribing again before the end was final returns to active, without freeze; its cascade is open")
    void backToLife() {
        Subscription ending = hear(hear(pending, Kind.ACTIVATED, 1), Kind.ENDING, 2);

        Subscription back = hear(ending, Kind.ACTIVATED, 3);

        assertThat(ending.cascadeOpen()).isTrue();
        assertLife(back, true, true, false);
        assertThat(back.freeze()).isEmpty();
        assertThat(back.cascadeOpen()).isTrue();
        assertThat(back.activatedAt()).containsExactly(at(1));
    }

    @Test
    @DisplayName(
            "NOT-2 an end for what was never seen leaves an ended one behind that an older activation does not revive")
    void tombstone() {
        Subscription ended = hear(pending, Kind.ENDED, 3);

        assertThat(ended.isOver()).isTrue();
        assertThat(ended.hear(sign(Kind.ACTIVATED, 2), World.ENDING, BY).getLeft())
                .isEqualTo(new StaleSign(sign(Kind.ACTIVATED, 2), sign(Kind.ENDED, 3)));
    }

    @Test
    @DisplayName("END-1 a final end without a first sign begins and ends at once")
    void endedAtOnce() {
        Sign sign = sign(Kind.ENDED, 3);

        Change<Subscription> change =
                hear(pending, Kind.ACTIVATED, 1).hear(sign, World.ENDING, BY).get();

        assertThat(change.events())
                .containsExactly(
                        new SubscriptionEvent.SubscriptionEnding(ID, sign, Option.some(End.decided(at(3), false)), BY),
                        new SubscriptionEvent.SubscriptionEnded(ID, sign, BY));
        assertThat(change.after().cascadeOpen()).isTrue();
    }

    @Test
    @DisplayName("END-1 the same end again, newer, only moves the newest sign")
    void endedAgain() {
        Subscription ended = hear(hear(pending, Kind.ACTIVATED, 1), Kind.ENDED, 3);
        Sign again = sign(Kind.ENDED, 4);

        Change<Subscription> change = ended.hear(again, World.ENDING, BY).get();

        assertThat(change.events()).containsExactly(new SubscriptionEvent.SubscriptionConfirmed(ID, again, BY));
        assertThat(change.after().newest()).containsExactly(again);
        assertThat(change.after().freeze()).containsExactly(at(3));
    }

    @Test
    @DisplayName("NOT-3 the same activation again, newer, only moves the newest sign")
    void activeAgain() {
        Subscription active = hear(pending, Kind.ACTIVATED, 1);
        Sign again = sign(Kind.ACTIVATED, 2);

        Change<Subscription> change = active.hear(again, World.ENDING, BY).get();

        assertThat(change.events()).containsExactly(new SubscriptionEvent.SubscriptionConfirmed(ID, again, BY));
        assertThat(change.after().newest()).containsExactly(again);
        assertThat(change.after().activatedAt()).containsExactly(at(1));
    }

    @Test
    @DisplayName("INV-5 a failure to subscribe does not make an older activation stale")
    void failureBeforeActivation() {
        Sign failure = sign(Kind.NOT_ACTIVATED, 2);
        Change<Subscription> failed = pending.hear(failure, World.ENDING, BY).get();

        assertThat(failed.events()).containsExactly(new SubscriptionEvent.SubscriptionConfirmed(ID, failure, BY));
        assertThat(failed.after().status()).isEqualTo(pending.status());
        assertThat(failed.after().newest()).isEmpty();
        assertThat(hear(failed.after(), Kind.ACTIVATED, 1).isAlive()).isTrue();
    }

    @Test
    @DisplayName("END-3 a failure to subscribe is no end of what is active")
    void failureWhileActive() {
        Subscription active = hear(pending, Kind.ACTIVATED, 1);

        Subscription failed =
                active.hear(sign(Kind.NOT_ACTIVATED, 2), World.ENDING, BY).get().after();

        assertThat(failed.isAlive()).isTrue();
        assertThat(failed.newest()).isEqualTo(active.newest());
        assertThat(failed.end()).isEmpty();
        assertThat(failed.cascadeOpen()).isEqualTo(active.cascadeOpen());
    }

    @Test
    @DisplayName(
            "INV-5 an end that begins after a final one, so that a life between was missed, is ending again; F stays")
    void endingAfterEnded() {
        Subscription ended = hear(hear(pending, Kind.ACTIVATED, 1), Kind.ENDED, 2);

        Subscription ending = hear(ended, Kind.ENDING, 3);

        assertThat(ending.status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(ending.freeze()).containsExactly(at(2));
    }

    @Test
    @DisplayName("END-4 the cascade is open from the first sign of the end until it is complete, and completes once")
    void cascade() {
        Subscription ending = hear(hear(pending, Kind.ACTIVATED, 1), Kind.ENDING, 2);

        Change<Subscription> completed = ending.cascadeCompleted(BY);

        assertThat(completed.events()).containsExactly(new SubscriptionEvent.CascadeCompleted(ID, BY));
        assertThat(completed.after().cascadeOpen()).isFalse();
        assertThat(completed.after().cascadeCompleted(BY)).isEqualTo(Change.none(completed.after()));
        assertThat(hear(completed.after(), Kind.ENDED, 3).cascadeOpen()).isFalse();
    }

    @Test
    @DisplayName("ARR-2 landing again traces it to the same account without a change")
    void traced() {
        Change<Subscription> traced = pending.tracedTo(World.ACCOUNT, BY);

        assertThat(traced.events()).containsExactly(new SubscriptionEvent.SubscriptionTraced(ID, World.ACCOUNT, BY));
        assertThat(traced.after().cloudAccount()).containsExactly(World.ACCOUNT);
        assertThat(traced.after().tracedTo(World.ACCOUNT, BY)).isEqualTo(Change.none(traced.after()));
        assertThat(traced.after().tracedTo(World.OTHER_ACCOUNT, BY).after().cloudAccount())
                .containsExactly(World.OTHER_ACCOUNT);
    }

    @Test
    @DisplayName("NOT-3 of one instant the sign nearer to the end is the newer")
    void sameInstant() {
        List<Sign> signs = List.of(
                sign(Kind.ENDED, 1),
                sign(Kind.NOT_ACTIVATED, 2),
                sign(Kind.ENDING, 1),
                sign(Kind.ACTIVATED, 1),
                sign(Kind.NOT_ACTIVATED, 1));

        assertThat(signs.stream().sorted().toList())
                .containsExactly(
                        sign(Kind.NOT_ACTIVATED, 1),
                        sign(Kind.ACTIVATED, 1),
                        sign(Kind.ENDING, 1),
                        sign(Kind.ENDED, 1),
                        sign(Kind.NOT_ACTIVATED, 2));
    }

    @Test
    @DisplayName("every event names its subscription, who caused it and when")
    void events() {
        List<DomainEvent> all = List.of(
                new SubscriptionEvent.SubscriptionSeen(ID, World.CUSTOMER, 1, BY),
                new SubscriptionEvent.SubscriptionEnded(ID, sign(Kind.ENDED, 1), BY));

        assertThat(all).extracting(DomainEvent::subject).containsOnly(ID.value());
        assertThat(all).extracting(DomainEvent::by).containsOnly(BY.by());
        assertThat(all).extracting(DomainEvent::at).containsOnly(BY.at());
    }

    private static void assertLife(Subscription of, boolean alive, boolean meterable, boolean over) {
        assertThat(List.of(of.isAlive(), of.isMeterable(), of.isOver())).containsExactly(alive, meterable, over);
    }

    private static Subscription hear(Subscription before, Kind kind, int second) {
        return before.hear(sign(kind, second), World.ENDING, BY).get().after();
    }

    private static Sign sign(Kind kind, int second) {
        return new Sign(kind, at(second));
    }

    private static Instant at(int second) {
        return World.START.plusSeconds(second);
    }
}
