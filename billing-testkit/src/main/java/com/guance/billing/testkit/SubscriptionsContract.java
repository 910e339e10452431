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

    /** END-4 */
    @Test
    @DisplayName("an ended subscription has an open cascade until that is completed, or it lives again (END-4, END-6)")
    default void anEndedSubscriptionHasAnOpenCascade() {
        Change<Subscription> ending = Given.hearing(birth().after(), Sign.Kind.ENDING, Given.NOW.plusSeconds(1));
        Change<Subscription> completed = ending.after().cascadeCompleted(Given.byClock(Given.NOW.plusSeconds(2)));
        Work.run(unitOfWork(), stores -> bear(stores, birth()));
        assertThat(open(10)).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(1, ending)));
        assertThat(open(10)).containsExactly(new Versioned<>(ending.after(), 2));
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(2, completed)));
        assertThat(open(10)).isEmpty();
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

    private Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return Work.in(unitOfWork(), stores -> stores.subscriptions().latest(customer));
    }

    private List<Versioned<Subscription>> open(int limit) {
        return Work.in(unitOfWork(), stores -> stores.subscriptions().withOpenCascade(limit));
    }
}
