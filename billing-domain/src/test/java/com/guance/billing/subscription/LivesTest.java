package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LivesTest {

    private static final Request BY = World.byMarketplace(World.START.plusSeconds(60));
    private static final Request LATER = World.byMarketplace(World.START.plusSeconds(120));
    private static final SubscriptionId NEXT = new SubscriptionId("aws/observability/customer-1#2");

    private final Subscription active = hear(
            Subscription.seen(World.CUSTOMER, 1, BY)
                    .after()
                    .tracedTo(World.ACCOUNT, BY)
                    .after(),
            Kind.ACTIVATED,
            1,
            BY);
    private final Subscription ending = hear(active, Kind.ENDING, 2, BY);
    private final Subscription ended = hear(ending, Kind.ENDED, 3, LATER);

    @Test
    @DisplayName("END-6 only an activation that is newer than a final end begins the next life")
    void followed() {
        assertThat(ended.isFollowedBy(sign(Kind.ACTIVATED, 4))).isTrue();
        assertThat(ended.isFollowedBy(sign(Kind.ACTIVATED, 3))).isFalse();
        assertThat(ended.isFollowedBy(sign(Kind.ACTIVATED, 2))).isFalse();
        assertThat(ended.isFollowedBy(sign(Kind.ENDING, 4))).isTrue();
        assertThat(ended.isFollowedBy(sign(Kind.ENDED, 4))).isFalse();
        assertThat(ended.isFollowedBy(sign(Kind.NOT_ACTIVATED, 4))).isFalse();
        assertThat(ending.isFollowedBy(sign(Kind.ACTIVATED, 4))).isFalse();
        assertThat(active.isFollowedBy(sign(Kind.ACTIVATED, 4))).isFalse();
    }

    @Test
    @DisplayName(
            "ARR-8 a failure that a life hears while it ends, or when it has, is its next life's; of a pending one, its own")
    void failures() {
        assertThat(failed(ending).failure()).containsExactly(new Failure(NEXT, LATER));
        assertThat(failed(ended).failure()).containsExactly(new Failure(NEXT, LATER));
        assertThat(failed(ended).cascadeOpen()).isTrue();
        Subscription pending = Subscription.seen(World.CUSTOMER, 1, BY).after();
        assertThat(failed(pending).failure()).isEmpty();
        assertThat(failed(pending).cascadeOpen()).isFalse();
        assertThat(failed(pending.tracedTo(World.ACCOUNT, BY).after()).failure())
                .containsExactly(new Failure(pending.id(), LATER));
    }

    @Test
    @DisplayName("NOT-3 ARR-8 a failure is the next life's after the freeze, not at it or before")
    void staleFailures() {
        assertThat(stale(ended, 3)).isFalse();
        assertThat(stale(ended, 2)).isTrue();
        assertThat(stale(ended, 1)).isTrue();
        assertThat(stale(hear(active, Kind.ACTIVATED, 4, LATER), 3)).isTrue();
    }

    private static boolean stale(Subscription known, int failedAt) {
        return known.hear(sign(Kind.NOT_ACTIVATED, failedAt), World.ENDING, LATER)
                .isLeft();
    }

    @Test
    @DisplayName("ARR-8 REL-1 a failure is remembered for those whom it could not reach, until the life returns")
    void failuresPass() {
        Subscription known = failed(ending).cascadeCompleted(LATER).after();
        assertThat(known.failure()).isEmpty();
        assertThat(known.lastFailure()).isEqualTo(failed(ending).failure());
        assertThat(hear(known, Kind.ACTIVATED, 5, LATER).lastFailure()).isEmpty();
        assertThat(hear(failed(ending), Kind.ACTIVATED, 5, LATER).failure()).isEmpty();
        assertThat(failed(active).failure()).isEmpty();
        assertThat(failed(active.cascadeCompleted(BY).after()).cascadeOpen()).isFalse();
    }

    @Test
    @DisplayName("ARR-8 the life before a next one hears of it")
    void before() {
        assertThat(Subscription.lifeBefore(NEXT)).containsExactly(ended.id());
        assertThat(Subscription.lifeBefore(ended.id())).isEmpty();
        assertThat(Subscription.lifeBefore(new SubscriptionId("aws/a#b/c#10")))
                .containsExactly(new SubscriptionId("aws/a#b/c#9"));
    }

    @Test
    @DisplayName(
            "NOT-2 an end of the next life that comes before its activation begins that life, and the last is not revived")
    void nextLifeBornByItsEnd() {
        Change<Subscription> next = ended.nextLife(sign(Kind.ENDING, 5), World.ENDING, LATER);

        assertThat(next.after().life()).isEqualTo(ended.life() + 1);
        assertThat(next.after().status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(next.after()
                        .hear(sign(Kind.ACTIVATED, 4), World.ENDING, LATER)
                        .isLeft())
                .isTrue();
    }

    @Test
    @DisplayName("END-6 the next life is the same customer's and account's, active at its own activation")
    void nextLife() {
        Change<Subscription> next = ended.nextLife(sign(Kind.ACTIVATED, 4), World.ENDING, LATER);

        assertThat(next.events())
                .containsExactly(
                        new SubscriptionEvent.SubscriptionSeen(NEXT, World.CUSTOMER, 2, LATER),
                        new SubscriptionEvent.SubscriptionTraced(NEXT, World.ACCOUNT, LATER),
                        new SubscriptionEvent.SubscriptionActivated(NEXT, sign(Kind.ACTIVATED, 4), LATER));
        assertThat(next.after().isAlive()).isTrue();
        assertThat(next.after().activatedAt())
                .containsExactly(sign(Kind.ACTIVATED, 4).ownTime());
        assertThat(Subscription.replay(next.events().stream()
                        .map(SubscriptionEvent.class::cast)
                        .toList()))
                .isEqualTo(next.after());
    }

    @Test
    @DisplayName("NOT-2 the next life of a customer who never landed is active without an account")
    void nextLifeWithoutAccount() {
        Subscription tombstone = hear(Subscription.seen(World.CUSTOMER, 1, BY).after(), Kind.ENDED, 3, BY);

        Change<Subscription> next = tombstone.nextLife(sign(Kind.ACTIVATED, 4), World.ENDING, LATER);

        List<Class<?>> kinds =
                next.events().stream().<Class<?>>map(DomainEvent::getClass).toList();
        assertThat(kinds)
                .containsExactly(
                        SubscriptionEvent.SubscriptionSeen.class, SubscriptionEvent.SubscriptionActivated.class);
        assertThat(next.after().cloudAccount()).isEmpty();
    }

    @Test
    @DisplayName("NOT-6 locks and countdowns run from the receipt of the first sign of the end; alive there is none")
    void endHeard() {
        assertThat(active.endHeard()).isEmpty();
        assertThat(ending.endHeard()).containsExactly(BY);
        assertThat(ended.endHeard()).containsExactly(BY);
        assertThat(hear(ended, Kind.ENDING, 4, LATER).endHeard()).containsExactly(BY);
        assertThat(hear(ending, Kind.ACTIVATED, 4, LATER).endHeard()).isEmpty();
    }

    private static Subscription hear(Subscription before, Kind kind, int second, Request by) {
        return before.hear(sign(kind, second), World.ENDING, by).get().after();
    }

    private static Subscription failed(Subscription before) {
        return hear(before, Kind.NOT_ACTIVATED, 4, LATER);
    }

    private static Sign sign(Kind kind, int second) {
        return new Sign(kind, World.START.plusSeconds(second));
    }
}
