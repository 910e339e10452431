package com.guance.billing.example.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds our books against what was charged, and against what the marketplaces billed. */
final class Judge {

    private final Real real;
    private final Plain plain;

    Judge(Real real, Plain plain) {
        this.real = real;
        this.plain = plain;
    }

    void afterEachStep(Deed deed) {
        Map<String, BilledUsage> billed = bill(deed);
        List<List<Binding>> bindings = bindings();
        for (int account = 0; account < Places.ACCOUNTS; account++) {
            books(Places.account(account), bindings, deed);
        }
        records(billed, deed);
        shares(billed, deed);
    }

    /** What the marketplace billed of an hour of a meter. */
    long billed(String key) {
        return Option.of(bill(new Deed.Decide()).get(key))
                .map(BilledUsage::quantity)
                .getOrElse(0L);
    }

    boolean isQuiet() {
        return allBooks()
                .allMatch(books ->
                        (isUnlisted(books) || books.of(Standing.WAITING).isZero())
                                && books.of(Standing.DISPUTED).isZero()
                                && (isUnlisted(books) || books.of(Standing.HELD).isZero()));
    }

    /** All that has not ended is accepted, and of each workspace and dimension less than a unit is carried. */
    void atTheEnd() {
        allBooks().forEach(books -> {
            assertThat(books.of(Standing.DISPUTED)).as("disputed: %s", books).isEqualTo(Quantity.ZERO);
            if (!isUnlisted(books)) {
                assertThat(books.of(Standing.WAITING))
                        .as("waits for ever: %s", books)
                        .isEqualTo(Quantity.ZERO);
                assertThat(books.of(Standing.HELD)).as("held: %s", books).isEqualTo(Quantity.ZERO);
            }
        });
        plain.meters.stream()
                .filter(meter -> !meter.dimension().name().equals(Places.UNLISTED))
                .forEach(this::carriesLessThanAUnit);
        forfeitsFractions();
    }

    private void forfeitsFractions() {
        BigDecimal forfeited = allBooks()
                .filter(books -> !isUnlisted(books))
                .map(books -> books.of(Standing.FORFEITED).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(forfeited)
                .as("MET-4 FIN-1 fractions only are forfeited")
                .isLessThanOrEqualTo(BigDecimal.valueOf(plain.forfeitures));
    }

    private void carriesLessThanAUnit(Meter meter) {
        Gathered next = gathered(meter);
        next.shares()
                .forEach(share -> assertThat(share.carried().value())
                        .as("MET-4 %s carries of %s", share.workspace(), meter)
                        .isLessThan(BigDecimal.ONE));
        assertThat(next.own().value()).as("MET-4 carried of %s", meter).isLessThan(BigDecimal.ONE);
    }

    /** What would go into the next record; nothing is written. */
    private Gathered gathered(Meter meter) {
        RecordId next = new RecordId(meter, MeteringHour.of(real.town.now()));
        return real.store
                .<Gathered, Void>inTransaction(
                        stores -> Either.left(stores.charges().gather(next, new SubscriptionId("nobody's"))))
                .getLeft();
    }

    /** INV-7, by account and dimension; every record stands where it was told to stand. */
    private void books(CloudAccountId account, List<List<Binding>> bindings, Deed deed) {
        Map<String, Books> books = new HashMap<>();
        real.town
                .billing
                .ask()
                .books(account)
                .forEach(one -> books.put(one.dimension().name(), one));
        TreeSet<String> dimensions = new TreeSet<>(Places.DIMENSIONS);
        dimensions.add(Places.UNLISTED);
        for (String dimension : dimensions) {
            Books one = Option.of(books.get(dimension))
                    .getOrElse(() -> new Books(account, new Dimension(dimension), Quantity.ZERO, Map.of()));
            BigDecimal taken =
                    plain.taken(charge -> charge.usage().dimension().name().equals(dimension)
                            && account(charge, bindings).contains(account));
            assertThat(one.charged().value())
                    .as("INV-7 %s %s: what was taken, after %s", account, dimension, deed)
                    .isEqualByComparingTo(taken);
            assertThat(sum(one)).as("INV-7 %s, after %s", one, deed).isEqualByComparingTo(taken);
            stands(one, deed);
        }
    }

    private void stands(Books books, Deed deed) {
        for (Standing where : List.of(Standing.ACCEPTED, Standing.HELD, Standing.DISPUTED)) {
            assertThat(books.of(where).value())
                    .as("%s of %s, after %s", where, books, deed)
                    .isEqualByComparingTo(BigDecimal.valueOf(plain.units(
                            recordsOf(books).filter(record -> record.state.equals(where.name())),
                            record -> record.units)));
        }
        assertThat(books.of(Standing.WAITING).value())
                .as("WAITING of %s, after %s", books, deed)
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(
                        plain.units(recordsOf(books).filter(PlainRecord::isOwed), record -> record.units)));
        assertThat(books.of(Standing.UNSETTLED).value())
                .as("UNSETTLED of %s, after %s", books, deed)
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(plain.units(
                        recordsOf(books),
                        record -> record.unsettledBeside + (record.state.equals("UNSETTLED") ? record.units : 0))));
        books.standing().forEach((where, quantity) -> {
            if (!quantity.isZero()) {
                plain.seen.add("IN_BOOKS_" + where);
            }
        });
    }

    /** What we hold accepted was billed so; what was billed we hold accepted, disputed or in doubt. */
    private void records(Map<String, BilledUsage> billed, Deed deed) {
        plain.records.forEach((key, record) -> {
            BilledUsage usage = billed.get(key);
            if (record.state.equals("ACCEPTED")) {
                assertThat(Option.of(usage).map(BilledUsage::quantity))
                        .as("billed of %s, after %s", record.made, deed)
                        .isEqualTo(Option.some(record.units));
            } else if (usage != null) {
                assertThat(record.mayBeBilled() || record.quantity == 0)
                        .as("INV-8 billed, and %s, after %s: %s", record.state, deed, record.made)
                        .isTrue();
                assertThat(usage.quantity())
                        .as("INV-8 billed of %s, after %s", record.made, deed)
                        .isEqualTo(record.quantity);
            }
        });
        assertThat(plain.records.keySet()).as("INV-8 after %s", deed).containsAll(billed.keySet());
    }

    /** No workspace is billed for more than it was charged. */
    private void shares(Map<String, BilledUsage> billed, Deed deed) {
        Map<String, Long> shares = new HashMap<>();
        billed.values()
                .forEach(usage -> usage.shares()
                        .forEach(share -> shares.merge(
                                share.tags().get("workspace") + " "
                                        + usage.hour().dimension(),
                                share.quantity(),
                                Long::sum)));
        shares.forEach((whose, units) -> {
            if (!whose.startsWith("other ")) {
                BigDecimal taken = plain.taken(charge -> (charge.workspace().value() + " "
                                + charge.usage().dimension().name())
                        .equals(whose));
                assertThat(BigDecimal.valueOf(units))
                        .as("INV-8 billed to %s, after %s", whose, deed)
                        .isLessThanOrEqualTo(taken.setScale(0, RoundingMode.DOWN));
            }
        });
    }

    private Map<String, BilledUsage> bill(Deed deed) {
        Map<String, BilledUsage> billed = new LinkedHashMap<>();
        real.town.markets.forEach(market -> market.billed().forEach(usage -> {
            BilledUsage.Hour hour = usage.hour();
            String whom = hour.license().isEmpty() ? hour.customerIdentifier() : hour.license();
            assertThat(billed.put(Plain.key(whom, hour.dimension(), hour.start()), usage))
                    .as("INV-8 billed twice, after %s: %s", deed, usage)
                    .isNull();
        }));
        return billed;
    }

    private Stream<PlainRecord> recordsOf(Books books) {
        return plain.records.values().stream()
                .filter(record -> record.made.billed().account().equals(books.account())
                        && record.made.record().meter().dimension().equals(books.dimension()));
    }

    private Stream<Books> allBooks() {
        return Stream.iterate(0, account -> account + 1)
                .limit(Places.ACCOUNTS)
                .flatMap(account -> real.town.billing.ask().books(Places.account(account)).stream());
    }

    private List<List<Binding>> bindings() {
        return Stream.iterate(0, workspace -> workspace + 1)
                .limit(Places.WORKSPACES)
                .map(workspace -> real.workspace(workspace)
                        .map(known -> known.bindings().all())
                        .getOrElse(List.of()))
                .toList();
    }

    /** In whose books a charge stands: the account that paid at its instant, or last before it (MET-2). */
    private static Option<CloudAccountId> account(Charge charge, List<List<Binding>> bindings) {
        Instant at = charge.period().until().minus(Duration.ofNanos(1));
        int workspace = Integer.parseInt(charge.workspace().value().substring(5));
        return Option.ofOptional(bindings.get(workspace).stream()
                        .filter(binding -> !binding.from().isAfter(at))
                        .flatMap(binding -> binding.method().cloud().toJavaStream())
                        .reduce((earlier, later) -> later))
                .map(ThroughCloudAccount::account);
    }

    private static BigDecimal sum(Books books) {
        return books.standing().values().stream().map(Quantity::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isUnlisted(Books books) {
        return books.dimension().name().equals(Places.UNLISTED);
    }
}
