package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Subscriptions, by their history: the contract of {@link com.guance.billing.ports.driven.Subscriptions}. */
public interface SubscriptionsContract extends AggregateContract<Subscription> {

    @Override
    default Change<Subscription> birth() {
        return Given.activeSubscription("1");
    }

    @Override
    default Change<Subscription> next(Subscription before) {
        return Given.hearing(before, Sign.Kind.ENDED, Given.NOW.plusNanos(1));
    }

    @Override
    default Option<Versioned<Subscription>> load(Stores stores) {
        SubscriptionId id = Given.subscriptionId("1");
        return Option.of(stores.subscriptions().find(List.of(id)).get(id));
    }

    @Override
    default void bear(Stores stores, Change<Subscription> birth) {
        stores.subscriptions().save(Revision.first(birth));
    }

    @Override
    default void save(Stores stores, Revision<Subscription> revision) {
        stores.subscriptions().save(revision);
    }

    /** Loading. */
    @Test
    @DisplayName("those that exist are loaded, by id; nobody is asked for, nobody is loaded")
    default void thoseThatExistAreLoaded() {
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            bear(stores, Given.activeSubscription("2"));
        });
        List<SubscriptionId> asked = List.of(Given.subscriptionId("2"), Given.subscriptionId("3"));

        assertThat(Work.map(unitOfWork(), stores -> stores.subscriptions().find(asked)))
                .isEqualTo(Map.of(
                        Given.subscriptionId("2"),
                        new Versioned<>(Given.activeSubscription("2").after(), 1)));
        assertThat(Work.map(unitOfWork(), stores -> stores.subscriptions().find(List.of())))
                .isEmpty();
    }

    /** Many. */
    @Test
    @DisplayName("2,000 subscriptions are loaded at once")
    default void manyAreLoadedAtOnce() {
        List<SubscriptionId> ids = IntStream.range(0, 2_000)
                .mapToObj(i -> Given.subscriptionId("n" + i))
                .collect(Collectors.toList());
        Work.run(
                unitOfWork(),
                stores -> IntStream.range(0, 20).forEach(i -> bear(stores, Given.activeSubscription("n" + i))));

        assertThat(Work.map(unitOfWork(), stores -> stores.subscriptions().find(ids)))
                .hasSize(20);
    }

    /** Latest life. */
    @Test
    @DisplayName("a customer's latest subscription is the one with the highest life; none if there is none")
    default void theLatestHasTheHighestLife() {
        Work.run(
                unitOfWork(),
                stores -> IntStream.of(1, 10, 9, 2).forEach(life -> bear(stores, Given.seenSubscription("1", life))));

        assertThat(latest(Given.customer("1")))
                .isEqualTo(Option.some(
                        new Versioned<>(Given.seenSubscription("1", 10).after(), 1)));
        assertThat(latest(Given.customer("2"))).isEqualTo(Option.none());
    }

    /** Whose. */
    @Test
    @DisplayName("the same identifier of another product, or in another case, is another customer")
    default void similarCustomersAreDifferent() {
        Work.run(unitOfWork(), stores -> bear(stores, Given.seenSubscription("Ab", 1)));

        assertThat(latest(Given.customer("ab"))).isEqualTo(Option.none());
        assertThat(latest(new MarketplaceCustomer.Legacy(new Product("aws", "another"), "Ab")))
                .isEqualTo(Option.none());
        assertThat(latest(new MarketplaceCustomer.Legacy(
                        new Product("aws-cn", Given.PROFILE.product().code()), "Ab")))
                .isEqualTo(Option.none());
    }

    /** Licenses. */
    @Test
    @DisplayName(
            "a customer known by a license is another than one of the same number, and than one of another license")
    default void licensedCustomersAreFound() {
        Change<Subscription> licensed = Subscription.seen(Given.licensed("1"), 1, Given.byMarketplace(Given.NOW));
        Work.run(unitOfWork(), stores -> {
            bear(stores, licensed);
            bear(stores, Given.seenSubscription("1", 1));
        });

        assertThat(latest(Given.licensed("1"))).isEqualTo(Option.some(new Versioned<>(licensed.after(), 1)));
        assertThat(latest(Given.licensed("2"))).isEqualTo(Option.none());
        assertThat(latest(new MarketplaceCustomer.Licensed(
                        new Product("aws", "another"), Given.licensed("1").account(), "l-1")))
                .isEqualTo(Option.none());
        assertThat(latest(Given.customer("1")))
                .isEqualTo(Option.some(
                        new Versioned<>(Given.seenSubscription("1", 1).after(), 1)));
    }

    /** END-4 */
    @Test
    @DisplayName("an activation and an end open a cascade until that is completed (END-4, END-6)")
    default void activationsAndEndsOpenACascade() {
        Change<Subscription> seen = Given.seenSubscription("1", 1);
        Change<Subscription> active = Given.hearing(seen.after(), Sign.Kind.ACTIVATED, Given.NOW);
        Change<Subscription> reached = active.after().cascadeCompleted(Given.byClock(Given.NOW.plusSeconds(1)));
        Change<Subscription> ending = Given.hearing(reached.after(), Sign.Kind.ENDING, Given.NOW.plusSeconds(2));
        Change<Subscription> unbound = ending.after().cascadeCompleted(Given.byClock(Given.NOW.plusSeconds(3)));
        Work.run(unitOfWork(), stores -> bear(stores, seen));
        assertThat(open(10)).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(1, active)));
        assertThat(open(10)).containsExactly(new Versioned<>(active.after(), 2));
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(2, reached)));
        assertThat(open(10)).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(3, ending)));
        assertThat(open(10)).containsExactly(new Versioned<>(ending.after(), 4));
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(4, unbound)));
        assertThat(open(10)).isEmpty();
    }

    /** FIN-1 */
    @Test
    @DisplayName(
            "a final hour is open from the end on until it is closed, or the subscription returns; in order (FIN-1, FIN-3)")
    default void anEndOpensAFinalHour() {
        for (String number : List.of("3", "1", "2")) {
            Change<Subscription> seen = Given.seenSubscription(number, 1);
            Change<Subscription> active = Given.hearing(seen.after(), Sign.Kind.ACTIVATED, Given.NOW);
            Change<Subscription> ending = Given.hearing(active.after(), Sign.Kind.ENDING, Given.NOW.plusSeconds(2));
            Change<Subscription> over = number.equals("2")
                    ? Given.hearing(ending.after(), Sign.Kind.ACTIVATED, Given.NOW.plusSeconds(3))
                    : ending.after().finalHourClosed(1, Given.byClock(Given.NOW.plusSeconds(3)));
            Work.run(unitOfWork(), stores -> {
                bear(stores, seen);
                save(stores, new Revision<>(1, active.then(ending)));
                if (number.equals("2")) {
                    save(stores, new Revision<>(2, over));
                }
            });
        }

        assertThat(finalHours(10)).containsExactly(Given.subscriptionId("1"), Given.subscriptionId("3"));
        assertThat(finalHours(1)).containsExactly(Given.subscriptionId("1"));
        Work.run(unitOfWork(), stores -> {
            Versioned<Subscription> ending =
                    stores.subscriptions().withOpenFinalHour(1).get(0);
            save(stores, Revision.of(ending, ending.aggregate().finalHourClosed(1, Given.byClock(Given.NOW))));
        });
        assertThat(finalHours(10)).containsExactly(Given.subscriptionId("3"));
    }

    private List<SubscriptionId> finalHours(int limit) {
        return Work.list(unitOfWork(), stores -> stores.subscriptions().withOpenFinalHour(limit)).stream()
                .map(ending -> ending.aggregate().id())
                .toList();
    }

    /** ARR-8 */
    @Test
    @DisplayName("a failure to subscribe opens a cascade (ARR-8)")
    default void aFailureOpensACascade() {
        Change<Subscription> seen = Given.seenSubscription("1", 1);
        Change<Subscription> traced =
                seen.then(seen.after().tracedTo(Given.accountId("1"), Given.byMarketplace(Given.NOW)));
        Change<Subscription> failed = traced.then(Given.hearing(traced.after(), Sign.Kind.NOT_ACTIVATED, Given.NOW));

        Work.run(unitOfWork(), stores -> bear(stores, failed));

        assertThat(open(10)).containsExactly(new Versioned<>(failed.after(), 1));
    }

    /** Order and limit. */
    @Test
    @DisplayName("open cascades come in the order of the subscriptions' ids, at most as many as asked for")
    default void openCascadesComeInOrder() {
        List<String> numbers = List.of("b", "B", "10", "2", "a");
        Work.run(
                unitOfWork(),
                stores -> numbers.forEach(number -> {
                    Change<Subscription> active = Given.activeSubscription(number);
                    bear(stores, active.then(next(active.after())));
                }));
        List<String> ordered = numbers.stream()
                .map(number -> Given.subscriptionId(number).value())
                .sorted()
                .collect(Collectors.toList());

        assertThat(open(100))
                .extracting(found -> found.aggregate().id().value())
                .isEqualTo(ordered);
        assertThat(open(2)).extracting(found -> found.aggregate().id().value()).isEqualTo(ordered.subList(0, 2));
    }

    /** END-3 */
    @Test
    @DisplayName("an undecided end is due at its instant, to the nanosecond, and not before (END-3)")
    default void anUndecidedEndIsDueAtItsInstant() {
        Change<Subscription> undecided = undecided("1", 1);
        Instant until = undecided.after().undecidedUntil().get();
        Work.run(unitOfWork(), stores -> bear(stores, undecided));

        assertThat(due(until.minusNanos(1), 10)).isEmpty();
        assertThat(due(until, 10)).containsExactly(new Versioned<>(undecided.after(), 1));
        assertThat(due(until.plusSeconds(3_600), 10)).containsExactly(new Versioned<>(undecided.after(), 1));
    }

    /** END-3 */
    @Test
    @DisplayName(
            "due is only what is undecided: not what never was, was decided by time or a sign, or lives again (END-3)")
    default void onlyWhatIsUndecidedIsDue() {
        Change<Subscription> byTime = undecided("1", 1);
        Change<Subscription> bySign = undecided("2", 1);
        Change<Subscription> revived = undecided("3", 1);
        Change<Subscription> ended = Given.activeSubscription("4");
        Instant later = byTime.after().undecidedUntil().get();
        Work.run(unitOfWork(), stores -> {
            bear(stores, byTime);
            bear(stores, bySign);
            bear(stores, revived);
            bear(stores, ended.then(next(ended.after())));
            bear(stores, Given.activeSubscription("5"));
        });
        assertThat(due(later, 10)).hasSize(3);

        Work.run(unitOfWork(), stores -> {
            save(stores, new Revision<>(1, byTime.after().advance(later)));
            save(stores, new Revision<>(1, Given.hearing(bySign.after(), Sign.Kind.CANCELLED, later)));
            save(stores, new Revision<>(1, Given.hearing(revived.after(), Sign.Kind.ACTIVATED, later)));
        });

        assertThat(due(later.plusSeconds(86_400), 10)).isEmpty();
    }

    /** Order and limit. */
    @Test
    @DisplayName("the longest due come first, of one instant in the order of their ids, at most as many as asked for")
    default void theLongestDueComeFirst() {
        List<Change<Subscription>> ends =
                List.of(undecided("a", 2), undecided("b", 1), undecided("B", 2), undecided("10", 2), undecided("2", 3));
        Work.run(unitOfWork(), stores -> ends.forEach(end -> bear(stores, end)));
        Instant last = ends.get(4).after().undecidedUntil().get();
        List<SubscriptionId> ordered = List.of("b", "10", "B", "a", "2").stream()
                .map(Given::subscriptionId)
                .collect(Collectors.toList());

        assertThat(due(last, 100)).extracting(found -> found.aggregate().id()).isEqualTo(ordered);
        assertThat(due(last, 2)).extracting(found -> found.aggregate().id()).isEqualTo(ordered.subList(0, 2));
        assertThat(due(last.minusNanos(1), 100))
                .extracting(found -> found.aggregate().id())
                .isEqualTo(ordered.subList(0, 4));
    }

    /** An active subscription whose license is gone, heard so many nanoseconds later. */
    private static Change<Subscription> undecided(String number, int nanos) {
        Change<Subscription> active = Given.activeSubscription(number);
        return active.then(Given.hearing(active.after(), Sign.Kind.DEPROVISIONED, Given.NOW.plusNanos(nanos)));
    }

    private List<Versioned<Subscription>> due(Instant at, int limit) {
        return Work.in(unitOfWork(), stores -> stores.subscriptions().due(at, limit));
    }

    private Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return Work.in(unitOfWork(), stores -> stores.subscriptions().latest(customer));
    }

    private List<Versioned<Subscription>> open(int limit) {
        return Work.in(unitOfWork(), stores -> stores.subscriptions().withOpenCascade(limit));
    }
}
