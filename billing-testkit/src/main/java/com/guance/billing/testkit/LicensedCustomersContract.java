package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Claim;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Customers known by a license, in every store that names a customer. */
public interface LicensedCustomersContract extends StoreContract {

    /** ARR-2 */
    @Test
    @DisplayName("a claim of a customer known by a license is kept as it was made (ARR-2)")
    default void aClaimIsKept() {
        Arrival arrival = new Arrival(Given.licensed("1"), Given.accountId("1"), false);
        Claim claim = new Claim("digest-1", arrival, Given.NOW, Option.none());
        Work.run(unitOfWork(), stores -> stores.claims().add(claim));

        assertThat(Work.option(unitOfWork(), stores -> stores.claims().find("digest-1")))
                .isEqualTo(Option.some(claim));
    }

    /** MET-1 */
    @Test
    @DisplayName("charges of several licenses of one account are kept apart, and named whole (MET-1)")
    default void chargesAreKeptApart() {
        TakenCharge one = meter("1").charge("k-1", "wksp_1", "2.5");
        TakenCharge two = meter("2").charge("k-2", "wksp_1", "4");
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(one, two)));

        assertThat(Work.map(unitOfWork(), stores -> stores.charges().find(List.of("k-1", "k-2"))))
                .isEqualTo(Map.of("k-1", one, "k-2", two));
        assertThat(Work.list(
                        unitOfWork(),
                        stores ->
                                stores.charges().unrecorded(meter("1").record(0).hour(), 10)))
                .containsExactly(meter("1").record(0), meter("2").record(0));
        Set<SubscriptionId> subscriptions = Work.in(
                unitOfWork(),
                stores -> stores.charges().subscriptions(meter("2").record(0)));
        assertThat(subscriptions).containsExactly(meter("2").subscription());
    }

    /** MET-6 */
    @Test
    @DisplayName("a record of a license is owed, found and saved under it, with its own remainders (MET-4, MET-6)")
    default void recordsAreKeptApart() {
        GivenMeter one = meter("1");
        GivenMeter two = meter("2");
        Closing closing = Work.in(unitOfWork(), stores -> {
            stores.charges().add(List.of(one.charge("k-1", "wksp_1", "2.5"), two.charge("k-2", "wksp_1", "4.25")));
            return one.close(stores, one.record(0));
        });
        RecordId id = one.record(0);

        assertThat(Work.map(unitOfWork(), stores -> stores.meteringRecords().find(List.of(id, two.record(0)))))
                .isEqualTo(Map.of(id, new Versioned<>(closing.record().after(), 1)));
        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.meteringRecords()
                                .owed(MeteringRecordsContract.ofLate(Given.PROFILE.product()), 5)))
                .containsExactly(new Versioned<>(closing.record().after(), 1));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, one, "6.75", Map.of(Standing.WAITING, "6.25", Standing.CARRIED, "0.5")));
    }

    /** SUB-10 */
    @Test
    @DisplayName("the first record by license of a product is known at once, of that product only (SUB-10)")
    default void theFirstByLicense() {
        GivenMeter legacy = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> stores.meteringRecords().close(legacy.units(0, 5)));
        assertThat(anyByLicense(Given.PROFILE.product())).isFalse();

        Work.run(
                unitOfWork(),
                stores -> stores.meteringRecords().close(meter("1").units(1, 0)));

        Product product = Given.PROFILE.product();
        assertThat(anyByLicense(product)).isTrue();
        assertThat(anyByLicense(new Product(product.marketplace(), product.code() + "A")))
                .isFalse();
        assertThat(anyByLicense(new Product(product.marketplace(), "A"))).isFalse();
    }

    private boolean anyByLicense(Product product) {
        return Work.<Boolean>in(unitOfWork(), stores -> stores.meteringRecords().anyByLicense(product));
    }

    private static GivenMeter meter(String license) {
        return new GivenMeter(Given.accountId("1"), Given.licensed(license), new Dimension("api-calls"));
    }
}
