package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.Change;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class SigningProperties {

    /** Everything is received long after it happened. */
    private static final Instant RECEIPT = World.START.plusSeconds(86_400);

    @Property(tries = 500)
    @Label("INV-5 signs of distinct times, shuffled and repeated, end in the same status and newest sign as in order")
    void anyOrder(@ForAll("histories") List<Sign> inOrder, @ForAll Random chance) {
        List<Sign> arriving = new ArrayList<>(inOrder);
        arriving.addAll(inOrder.subList(0, chance.nextInt(inOrder.size() + 1)));
        Collections.shuffle(arriving, chance);

        Subscription expected = heard(inOrder);
        Subscription actual = heard(arriving);

        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.newest()).isEqualTo(expected.newest());
        assertThat(actual.freeze().isDefined()).isEqualTo(expected.freeze().isDefined());
    }

    @Property(tries = 500)
    @Label("INV-5 the status is what the newest sign says; a failure to subscribe says nothing of it")
    void newestDecides(@ForAll("histories") List<Sign> inOrder, @ForAll Random chance) {
        List<Sign> arriving = new ArrayList<>(inOrder);
        Collections.shuffle(arriving, chance);
        Optional<Sign> newest = inOrder.stream()
                .filter(sign -> sign.kind() != Kind.NOT_ACTIVATED)
                .max(Comparator.naturalOrder());

        Subscription after = heard(arriving);

        assertThat(after.newest().toJavaOptional()).isEqualTo(newest);
        assertThat(after.status())
                .isEqualTo(newest.map(Sign::kind).map(SigningProperties::status).orElse(SubscriptionStatus.PENDING));
    }

    @Property(tries = 500)
    @Label("NOT-3 a sign that is not newer than the newest applied is stale, says so, and changes nothing")
    void stale(@ForAll("anySigns") List<Sign> before, @ForAll("sign") Sign sign) {
        Subscription subscription = heard(before);

        Either<StaleSign, Change<Subscription>> answer =
                subscription.hear(sign, World.ENDING, World.byMarketplace(RECEIPT));

        boolean nextFails =
                sign.kind() == Kind.NOT_ACTIVATED && subscription.freeze().exists(sign.ownTime()::isAfter);
        boolean old = subscription.newest().exists(newest -> sign.compareTo(newest) <= 0) && !nextFails;
        Statistics.label("a failure after the freeze").collect(nextFails);
        assertThat(answer.isLeft()).isEqualTo(old);
        if (old) {
            assertThat(answer.getLeft())
                    .isEqualTo(new StaleSign(sign, subscription.newest().get()));
        }
    }

    @Property(tries = 500)
    @Label("END-3 with an end there is a freeze at an end's own time, kept while the end stands; alive there is none")
    void freeze(@ForAll("anySigns") List<Sign> signs) {
        Subscription before = pending();
        for (Sign sign : signs) {
            Subscription after = next(before, sign, RECEIPT);
            boolean ends =
                    List.of(SubscriptionStatus.ENDING, SubscriptionStatus.ENDED).contains(after.status());
            assertThat(after.freeze().isDefined()).isEqualTo(ends);
            if (ends) {
                assertThat(after.freeze()).isEqualTo(before.freeze().orElse(Option.some(sign.ownTime())));
            }
            before = after;
        }
    }

    @Property(tries = 300)
    @Label("END-3 NOT-6 the freeze is the sign's own time, or its receipt where that is earlier: never in the future")
    void freezeNotInTheFuture(@ForAll("instants") Instant ownTime, @ForAll("instants") Instant receipt) {
        for (Kind end : List.of(
                Kind.DEPROVISIONED, Kind.ENDING, Kind.ENDED, Kind.STATUS_UNKNOWN, Kind.SUPERSEDED, Kind.CANCELLED)) {
            Subscription ended = next(pending(), new Sign(end, ownTime), receipt);

            assertThat(ended.freeze()).containsExactly(Collections.min(List.of(ownTime, receipt)));
        }
    }

    @Property(tries = 300)
    @Label("MET-3 the first activation that was applied stays for ever")
    void firstActivation(@ForAll("anySigns") List<Sign> signs) {
        Subscription before = pending();
        for (Sign sign : signs) {
            Subscription after = next(before, sign, RECEIPT);
            boolean first = before.activatedAt().isEmpty() && after.isAlive();
            assertThat(after.activatedAt()).isEqualTo(first ? Option.some(sign.ownTime()) : before.activatedAt());
            assertThat(after.recordsFrom()).isEqualTo(after.activatedAt());
            before = after;
        }
    }

    @Property(tries = 300)
    @Label("END-1 an end is never refused but as stale, and beginning and end of an end are told once")
    void endsAreToldOnce(@ForAll("anySigns") List<Sign> signs) {
        Subscription before = pending();
        for (Sign sign : signs) {
            Subscription old = before;
            List<? extends Object> events =
                    old.hear(sign, World.ENDING, World.byMarketplace(RECEIPT)).fold(stale -> List.of(), Change::events);
            before = next(old, sign, RECEIPT);
            assertThat(events.stream().anyMatch(SubscriptionEvent.SubscriptionEnded.class::isInstance))
                    .isEqualTo(!old.isOver() && before.isOver());
            assertThat(events.stream().anyMatch(SubscriptionEvent.SubscriptionActivated.class::isInstance))
                    .isEqualTo(!old.isAlive() && before.isAlive());
        }
    }

    @Property(tries = 300)
    @Label("INV-4 a subscription is what its events say, field by field")
    void replay(@ForAll("anySigns") List<Sign> signs, @ForAll Random chance) {
        Change<Subscription> change = Subscription.seen(World.CUSTOMER, 2, World.byMarketplace(World.START));
        for (Sign sign : signs) {
            Subscription before = change.after();
            change = change.then(before.hear(sign, World.ENDING, World.byMarketplace(RECEIPT))
                    .getOrElse(Change.none(before)));
            if (chance.nextInt(3) == 0) {
                change = change.then(change.after().tracedTo(World.ACCOUNT, World.byMarketplace(RECEIPT)));
                change = change.then(change.after().cascadeCompleted(World.byClock(RECEIPT)));
            }
        }
        List<SubscriptionEvent> events = new ArrayList<>();
        change.events().forEach(event -> events.add((SubscriptionEvent) event));

        assertThat(Subscription.replay(events)).isEqualTo(change.after());
        assertThat(Subscription.replay(events)).usingRecursiveComparison().isEqualTo(change.after());
    }

    @Example
    @Label("INV-4 a history starts with the birth")
    void historyWithoutBirth() {
        assertThatIllegalArgumentException().isThrownBy(() -> Subscription.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.replay(
                        List.of(new SubscriptionEvent.CascadeCompleted(World.FIRST, World.byClock(World.START)))));
    }

    private static SubscriptionStatus status(Kind newest) {
        return switch (newest) {
            case NOT_ACTIVATED -> SubscriptionStatus.PENDING;
            case ACTIVATED -> SubscriptionStatus.ACTIVE;
            case DEPROVISIONED, ENDING, INVALID, STATUS_UNKNOWN, SUPERSEDED, CANCELLED -> SubscriptionStatus.ENDING;
            case ENDED -> SubscriptionStatus.ENDED;
        };
    }

    private static Subscription pending() {
        return Subscription.seen(World.CUSTOMER, 1, World.byMarketplace(World.START))
                .after();
    }

    private static Subscription heard(List<Sign> signs) {
        return signs.stream()
                .reduce(pending(), (before, sign) -> next(before, sign, RECEIPT), (first, second) -> second);
    }

    private static Subscription next(Subscription before, Sign sign, Instant receipt) {
        return before.hear(sign, World.ENDING, World.byMarketplace(receipt)).fold(stale -> before, Change::after);
    }

    @Provide
    Arbitrary<List<Sign>> histories() {
        return Some.histories();
    }

    @Provide
    Arbitrary<List<Sign>> anySigns() {
        return Some.signs().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Sign> sign() {
        return Some.signs();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }
}
