package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final int ATTEMPTS = 50;

    @Test
    @DisplayName("SET-1 a transaction that loses its race is run again, and its last attempt counts like the first")
    void wins() {
        Racing racing = new Racing(ATTEMPTS - 1);
        String answer = new Transactions(racing, new Watchers(List.of())).run(stores -> "done");
        assertThat(answer).isEqualTo("done");
        assertThat(racing.attempts).isEqualTo(ATTEMPTS);
    }

    @Test
    @DisplayName("SET-1 one that loses every race gives up, and whoever asked is told to try again")
    void givesUp() {
        Racing racing = new Racing(2 * ATTEMPTS);
        assertThatThrownBy(() -> new Transactions(racing, new Watchers(List.of())).run(stores -> "done"))
                .isInstanceOf(StaleVersion.class);
        assertThat(racing.attempts).isEqualTo(ATTEMPTS);
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
