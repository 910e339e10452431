package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.GivenAnswers;
import com.guance.billing.testkit.GivenMeter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What READ COMMITTED alone would get wrong when units return. */
class GivingBackTest {

    private static final GivenMeter METER = GivenMeter.of("1", "api-calls");

    @ParameterizedTest
    @EnumSource
    @DisplayName("units that return while their meter closes an hour are neither lost nor doubled (INV-7, SUB-6)")
    void returningWhileClosing(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> {
            stores.charges().add(List.of(METER.charge("k-0", "wksp_1", "7.5")));
            METER.close(stores, METER.record(0));
        });
        for (int hour = 1; hour < 20; hour++) {
            int closing = hour;
            Transactions.run(
                    store,
                    stores -> stores.charges().add(List.of(METER.charge("k-" + closing, "wksp_1", "1", closing))));
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> Transactions.run(store, stores -> METER.close(stores, METER.record(closing))));
            Transactions.run(store, stores -> release(stores, closing - 1));
            other.join();

            List<Books> books =
                    Transactions.ask(store, stores -> stores.meteringRecords().books(METER.account()));
            assertThat(books).hasSize(1).allMatch(Books::areBalanced);
        }
    }

    private static void release(Stores stores, int hour) {
        stores.meteringRecords().find(List.of(METER.record(hour))).values().forEach(read -> {
            Revision<MeteringRecord> released = Revision.of(read, GivenAnswers.released(read.aggregate()));
            stores.charges().giveBack(List.of(released.change().after()));
            stores.meteringRecords().save(List.of(released));
        });
    }
}
