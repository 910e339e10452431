package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.testkit.GivenMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What READ COMMITTED alone would get wrong. */
class MetersTest {

    private static final GivenMeter METER = GivenMeter.of("1", "api-calls");

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
