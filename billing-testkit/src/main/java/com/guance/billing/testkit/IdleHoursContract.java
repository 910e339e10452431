package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The hours of which no record is made: the contract of {@link com.guance.billing.ports.driven.MeteringRecords#idle}. */
public interface IdleHoursContract extends StoreContract {

    /** Two that differ by case, so that the order shows. */
    Set<Dimension> DIMENSIONS = Set.of(new Dimension("api-calls"), new Dimension("API-calls"));

    /** A marketplace's. */
    Duration WINDOW = Duration.ofHours(24);

    /** SUB-5 */
    SubmittingPolicy.Suspicion SUSPICION = SubmittingPolicy.defaults().suspicion();

    /** MET-8 */
    @Test
    @DisplayName("hours without a record are listed by dimension, whatever became of the others' records, oldest first"
            + " (MET-8)")
    default void hoursWithoutARecord() {
        active(Given.customer("1"), Given.NOW);
        active(Given.customer("2"), Given.NOW);
        GivenMeter calls = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.meteringRecords().close(calls.units(0, 0));
            stores.meteringRecords().close(calls.units(1, 7));
            stores.meteringRecords().close(GivenMeter.of("2", "API-calls").units(2, 7));
            stores.meteringRecords().close(GivenMeter.of("2", "hosts").units(2, 7));
        });
        List<IdleHour> all = List.of(
                idle("1", "API-calls", 0),
                idle("2", "API-calls", 0),
                idle("2", "api-calls", 0),
                idle("1", "API-calls", 1),
                idle("2", "API-calls", 1),
                idle("2", "api-calls", 1),
                idle("1", "API-calls", 2),
                idle("1", "api-calls", 2),
                idle("2", "api-calls", 2));

        assertThat(list(hours(0, 2), 100)).isEqualTo(all);
        assertThat(list(hours(0, 2), 4)).isEqualTo(all.subList(0, 4));
        assertThat(list(hours(1, 1), 100)).isEqualTo(all.subList(3, 6));
    }

    /** MET-8 */
    @Test
    @DisplayName("of a subscription from the hour of its activation on, of one that waits or is suspected or ends none"
            + " (MET-8)")
    default void ofActiveOnes() {
        Instant within = GivenMeter.FIRST.next().start().plusNanos(1);
        active(Given.customer("1"), within);
        save(seen(Given.customer("2")));
        Subscription suspected = active(Given.customer("3"), Given.NOW);
        save(suspected.notSubscribed(WINDOW, SUSPICION, Given.byClock(within)), 2);
        Subscription ending = active(Given.customer("4"), Given.NOW);
        save(Given.hearing(ending, Sign.Kind.ENDING, within), 2);

        assertThat(list(hours(0, 2), 100))
                .containsExactly(
                        idle("1", "API-calls", 1),
                        idle("1", "api-calls", 1),
                        idle("1", "API-calls", 2),
                        idle("1", "api-calls", 2));
    }

    /** SUB-10 */
    @Test
    @DisplayName("customers of one form are listed, and of one product (MET-8, SUB-10)")
    default void ofOneForm() {
        Product product = Given.PROFILE.product();
        List<MarketplaceCustomer> customers = List.of(
                Given.customer("1"),
                Given.licensed("1"),
                new MarketplaceCustomer.Legacy(new Product(product.marketplace(), product.code() + "-x"), "1"),
                new MarketplaceCustomer.Licensed(new Product(product.marketplace(), product.code() + "x"), "1", "l-1"));
        customers.forEach(customer -> active(customer, Given.NOW));

        assertThat(list(hours(0, 0), 100)).containsExactly(idle("1", "API-calls", 0), idle("1", "api-calls", 0));
        assertThat(list(
                        new IdleHours(product, IdentityForm.LICENSE, DIMENSIONS, GivenMeter.FIRST, GivenMeter.FIRST),
                        100))
                .extracting(IdleHour::subscription)
                .containsOnly(new SubscriptionId(Given.licensed("1").key() + "#1"))
                .hasSize(2);
    }

    /** INV-7 */
    @Test
    @DisplayName(
            "while the first hour of a meter that was never charged is told, its first charge is closed: nothing is"
                    + " lost (MET-8, INV-7)")
    default void theFirstChargeMeanwhile() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Runnable charged = () -> Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(meter.charge("k-1", "wksp_1", "2.5", 1)));
            meter.close(stores, meter.record(1));
        });
        List<CompletableFuture<Boolean>> other = new ArrayList<>();
        Work.run(unitOfWork(), stores -> {
            Gathered gathered = stores.charges().gather(meter.record(0), meter.subscription());
            other.add(Overlap.meanwhile(() -> {
                charged.run();
                return true;
            }));
            stores.meteringRecords().close(meter.idle(0, gathered));
        });
        assertThat(Overlap.result(other.get(0))).isTrue();

        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "2.5", Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.5")));
    }

    private Subscription active(MarketplaceCustomer customer, Instant since) {
        Change<Subscription> seen = seen(customer);
        Change<Subscription> traced = seen.then(seen.after().tracedTo(Given.accountId("1"), Given.byClock(Given.NOW)));
        Change<Subscription> active = traced.then(Given.hearing(traced.after(), Sign.Kind.ACTIVATED, since));
        save(active);
        return active.after();
    }

    private void save(Change<Subscription> born) {
        Work.run(unitOfWork(), stores -> stores.subscriptions().save(Revision.first(born)));
    }

    private void save(Change<Subscription> change, int saves) {
        Work.run(unitOfWork(), stores -> stores.subscriptions().save(new Revision<>(saves - 1, change)));
    }

    private List<IdleHour> list(IdleHours which, int limit) {
        return Work.list(unitOfWork(), stores -> stores.meteringRecords().idle(which, limit));
    }

    private static Change<Subscription> seen(MarketplaceCustomer customer) {
        return Subscription.seen(customer, 1, Given.byClock(Given.NOW));
    }

    private static IdleHours hours(int from, int through) {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        return new IdleHours(
                Given.PROFILE.product(),
                IdentityForm.LEGACY,
                DIMENSIONS,
                meter.record(from).hour(),
                meter.record(through).hour());
    }

    private static IdleHour idle(String number, String dimension, int hour) {
        GivenMeter meter = GivenMeter.of(number, dimension);
        return new IdleHour(
                meter.subscription(), meter.dimension(), meter.record(hour).hour());
    }
}
