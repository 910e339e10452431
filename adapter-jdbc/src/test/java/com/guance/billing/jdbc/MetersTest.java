package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import com.guance.billing.subscription.Product;
import com.guance.billing.testkit.GivenMeter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What READ COMMITTED alone would get wrong. */
class MetersTest {

    private static final GivenMeter METER = GivenMeter.of("1", "api-calls");
    private static final Product PRODUCT = METER.customer().product();

    @ParameterizedTest
    @EnumSource
    @DisplayName("two hours closed at once that share remainders but no charge: none is lost, none doubled (INV-7)")
    void remaindersAreCarriedOnce(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> stores.charges().add(List.of(METER.charge("k-0", "wksp_1", "0.5"))));
        close(store, 0);
        Transactions.run(store, stores -> stores.charges().add(List.of(METER.charge("k-2", "wksp_1", "0.75", 2))));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        Transactions.run(store, stores -> {
            METER.close(stores, METER.record(2));
            other.add(CompletableFuture.supplyAsync(() -> close(store, 1)));
            assertThat(ends(other.get(0))).isFalse();
        });

        assertThat(other.get(0).join()).isTrue();
        List<Books> books =
                Transactions.ask(store, stores -> stores.meteringRecords().books(METER.account()));
        assertThat(books).hasSize(1).allMatch(Books::areBalanced);
        assertThat(books.get(0).of(Books.Standing.WAITING)).hasToString("1");
        assertThat(books.get(0).of(Books.Standing.CARRIED)).hasToString("0.25");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "an unsettling waits for a closing of its meter, even of an hour that takes none of its charges (INV-7)")
    void anUnsettlingWaitsForAClosing(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(
                store,
                stores -> stores.charges()
                        .add(List.of(METER.charge("k-0", "wksp_1", "1"), METER.charge("k-1", "wksp_1", "2", 1))));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        Transactions.run(store, stores -> {
            METER.close(stores, METER.record(0));
            other.add(CompletableFuture.supplyAsync(() -> {
                Transactions.run(
                        store,
                        second -> second.charges()
                                .unsettle(
                                        METER.subscription(),
                                        METER.record(1).hour().start()));
                return true;
            }));
            assertThat(ends(other.get(0))).isFalse();
        });

        assertThat(other.get(0).join()).isTrue();
        List<Books> books =
                Transactions.ask(store, stores -> stores.meteringRecords().books(METER.account()));
        assertThat(books.get(0).of(Books.Standing.WAITING)).hasToString("1");
        assertThat(books.get(0).of(Books.Standing.UNSETTLED)).hasToString("2");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("closings and unsettlings at once wait for each other in one order: none is given up (INV-7)")
    void nobodyWaitsForEachOther(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        GivenMeter other = GivenMeter.of("1", "hosts");
        for (int round = 0; round < 5; round++) {
            int hour = round;
            Transactions.run(store, stores -> {
                stores.charges().add(many(METER, hour));
                stores.charges().add(many(other, hour));
            });

            List<CompletableFuture<Void>> all = Stream.<Consumer<Stores>>of(
                            stores -> METER.close(stores, METER.record(hour)),
                            stores -> stores.charges().unsettle(METER.subscription(), Instant.MIN),
                            stores -> stores.charges().unsettle(METER.subscription(), Instant.MIN),
                            stores -> other.close(stores, other.record(hour)))
                    .map(work -> CompletableFuture.runAsync(() -> Transactions.run(store, work)))
                    .toList();

            assertThatCode(() -> all.forEach(CompletableFuture::join)).doesNotThrowAnyException();
        }

        List<Books> books =
                Transactions.ask(store, stores -> stores.meteringRecords().books(METER.account()));
        assertThat(books)
                .hasSize(2)
                .allMatch(Books::areBalanced)
                .allMatch(each -> each.charged().equals(Quantity.of("2000")));
        assertThat(Transactions.<List<RecordId>>ask(
                        store,
                        stores -> stores.charges().unrecorded(METER.record(100).hour(), 100)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a closing waits for who takes a charge of its hour, and has it in its record (INV-7)")
    void aClosingWaitsForAnIntake(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> stores.charges().add(List.of(METER.charge("k-0", "wksp_1", "1"))));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        Transactions.run(store, stores -> {
            stores.charges().add(List.of(METER.charge("k-1", "wksp_1", "2")));
            other.add(CompletableFuture.supplyAsync(() -> close(store, 0)));
            assertThat(ends(other.get(0))).isFalse();
        });

        assertThat(other.get(0).join()).isTrue();
        assertThat(hours(store)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "who takes charges waits neither for a closing of their hour nor for another who takes some (MET-1, MET-7)")
    void anIntakeWaitsForNobody(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> stores.charges().add(List.of(METER.charge("k-0", "wksp_1", "1"))));

        Transactions.run(store, stores -> {
            METER.close(stores, METER.record(0));
            assertThat(CompletableFuture.supplyAsync(() -> takes(store, "k-1")).join())
                    .isTrue();
        });
        assertThat(hours(store)).containsExactly(METER.record(0));
        Transactions.run(store, stores -> {
            stores.charges().add(List.of(METER.charge("k-2", "wksp_1", "1")));
            assertThat(CompletableFuture.supplyAsync(() -> takes(store, "k-3")).join())
                    .isTrue();
        });

        assertThat(close(store, 1)).isTrue();
        assertThat(hours(store)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "meters whose names are spelled alike when they are put together are two: neither's charges are forgotten (MET-3)")
    void spelledAlike(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        GivenMeter one = new GivenMeter(METER.account(), new Legacy(PRODUCT, "c"), new Dimension("api/calls"));
        GivenMeter other = new GivenMeter(METER.account(), new Legacy(PRODUCT, "c/api"), new Dimension("calls"));

        Transactions.run(
                store,
                stores -> stores.charges()
                        .add(List.of(one.charge("k-0", "wksp_1", "1"), other.charge("k-1", "wksp_1", "1"))));

        assertThat(Transactions.<List<RecordId>>ask(
                        store,
                        stores -> stores.charges().unrecorded(METER.record(0).hour(), 100)))
                .containsExactlyInAnyOrder(one.record(0), other.record(0));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("REL-1 REL-3 several hours of one unreadable meter end the page, and hide no hour of another meter")
    void hoursOfAnUnreadableMeter(Databases databases) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        GivenMeter other = GivenMeter.of("1", "hosts");
        for (int hour = 0; hour < 4; hour++) {
            String key = "k-" + hour;
            int of = hour;
            Transactions.run(store, stores -> stores.charges().add(List.of(METER.charge(key, "wksp_1", "1", of))));
        }
        Transactions.run(store, stores -> stores.charges().add(List.of(other.charge("other", "wksp_1", "1", 4))));
        Databases.run(database, "UPDATE billing_meter SET customer = '{}' WHERE dimension = 'api-calls'");

        assertThat(Transactions.<List<RecordId>>ask(
                        store,
                        stores -> stores.charges().unrecorded(METER.record(100).hour(), 1)))
                .containsExactly(other.record(4));
    }

    private static boolean takes(UnitOfWork store, String key) {
        return Transactions.ask(store, stores -> stores.charges().add(List.of(METER.charge(key, "wksp_1", "1"))))
                .isEmpty();
    }

    private static List<RecordId> hours(UnitOfWork store) {
        return Transactions.ask(store, stores -> stores.charges().hoursOf(METER.subscription()));
    }

    /** In an order of keys that is not the order of hours or workspaces. */
    private static List<TakenCharge> many(GivenMeter meter, int hour) {
        return IntStream.range(0, 400)
                .mapToObj(i -> meter.charge(
                        meter.dimension().name() + " " + (i * 619) % 400 + " " + hour, "wksp_" + i % 7, "1", hour))
                .toList();
    }

    private static boolean close(UnitOfWork store, int hour) {
        try {
            Transactions.run(store, stores -> METER.close(stores, METER.record(hour)));
            return true;
        } catch (StaleVersion tooLate) {
            return false;
        }
    }

    /** Whether it ends although this transaction is still open; it must not. */
    private static boolean ends(CompletableFuture<Boolean> other) {
        try {
            return other.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
