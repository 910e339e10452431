package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.StoreBusy;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final int ATTEMPTS = 50;

    @Test
    @DisplayName("SET-1 a transaction that loses its race is run again, and its last attempt counts like the first")
    void wins() {
        Racing racing = new Racing(ATTEMPTS - 1);
        String answer = new Transactions(racing, new Watchers(List.of()), lost -> {}).run(stores -> "done");
        assertThat(answer).isEqualTo("done");
        assertThat(racing.attempts).isEqualTo(ATTEMPTS);
    }

    @Test
    @DisplayName("SET-1 one that loses every race gives up, and whoever asked is told to try again")
    void givesUp() {
        Racing racing = new Racing(2 * ATTEMPTS);
        assertThatThrownBy(() -> new Transactions(racing, new Watchers(List.of()), lost -> {}).run(stores -> "done"))
                .isInstanceOf(StaleVersion.class);
        assertThat(racing.attempts).isEqualTo(ATTEMPTS);
    }

    @Test
    @DisplayName("REL-3 it pauses before each repetition, told how many attempts were lost, and not after the last")
    void pauses() {
        List<Integer> pauses = new ArrayList<>();
        Racing racing = new Racing(2 * ATTEMPTS);
        Transactions transactions = new Transactions(racing, new Watchers(List.of()), pauses::add);
        assertThatThrownBy(() -> transactions.run(stores -> "done")).isInstanceOf(StaleVersion.class);
        assertThat(pauses).isEqualTo(IntStream.range(1, ATTEMPTS).boxed().toList());
    }

    @Test
    @DisplayName("REL-3 a store that waited too long for a lock, or cannot be reached, is not asked again for it")
    void waitsOnce() {
        for (Fault fault : List.of(new StoreBusy("a lock", null), new StoreUnavailable("gone", null))) {
            AtomicInteger attempts = new AtomicInteger();
            Transactions transactions =
                    new Transactions(new Failing(fault, attempts), new Watchers(List.of()), lost -> {});
            assertThatThrownBy(() -> transactions.run(stores -> "done")).isSameAs(fault);
            assertThat(attempts).hasValue(1);
        }
    }

    @Test
    @DisplayName("REL-3 in one run a store that could not be reached is asked once, one that broke on the way again")
    void oneRun() {
        StoreUnavailable gone = new StoreUnavailable("gone", null);
        AtomicInteger attempts = new AtomicInteger();
        Transactions run =
                new Transactions(new Failing(gone, attempts), new Watchers(List.of()), lost -> {}).ofOneRun();
        for (int part = 0; part < 3; part++) {
            assertThatThrownBy(() -> run.run(stores -> "done")).isSameAs(gone);
        }
        assertThat(attempts).hasValue(1);

        Transactions broken =
                new Transactions(InMemoryBilling.create(), new Watchers(List.of()), lost -> {}).ofOneRun();
        assertThatThrownBy(() -> broken.run(stores -> {
                    throw gone;
                }))
                .isSameAs(gone);
        assertThat(broken.<String>run(stores -> "done")).isEqualTo("done");
    }

    /** A store that always fails so. */
    private record Failing(Fault fault, AtomicInteger attempts) implements UnitOfWork {

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            attempts.incrementAndGet();
            throw fault;
        }
    }

    /** A store in which so many transactions come too late. */
    private static final class Racing implements UnitOfWork {

        private final UnitOfWork real = InMemoryBilling.create();
        private final int losses;
        private int attempts;

        Racing(int losses) {
            this.losses = losses;
        }

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            attempts++;
            if (attempts <= losses) {
                throw new StaleVersion("whatever it is");
            }
            return real.inTransaction(work);
        }
    }
}
