package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.statement.Balance;
import com.guance.billing.statement.Statement;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Sums;
import java.math.BigDecimal;
import java.time.Duration;

/** ASK-1: whatever has happened, statements say what the books say, in one piece and in two. */
record StatementsAre(Scene scene) {

    private static final MeteringHour FIRST = MeteringHour.of(Scene.START.minus(Duration.ofHours(2)));

    void asTheBooksAre(int hoursBack) {
        MeteringHour end =
                MeteringHour.of(scene.now().plus(Duration.ofHours(1))).next();
        MeteringHour begin = later(FIRST, MeteringHour.of(end.start().minus(Duration.ofDays(366))));
        MeteringHour middle = MeteringHour.of(end.start().minus(Duration.ofHours(1 + hoursBack)));
        Statement whole = statement(begin, end);
        for (Books books : scene.billing.ask().books(ACCOUNT)) {
            Balance balance = of(whole, books.dimension());
            BigDecimal left =
                    balance.closing().subtract(books.of(Standing.CARRIED).value());
            assertThat(left.stripTrailingZeros().scale())
                    .as("ASK-1 beside fractions whole units wait for the next record: %s", left)
                    .isLessThanOrEqualTo(0);
            assertThat(left.signum()).isNotNegative();
            if (begin.equals(FIRST)) {
                assertThat(balance.opening())
                        .as("ASK-1 nothing was carried before")
                        .isZero();
                assertThat(balance.sums().charged()).as("ASK-1").isEqualTo(books.charged());
                assertStandsAsIn(books, balance.sums());
            }
            if (begin.compareTo(middle) < 0) {
                Balance first = of(statement(begin, middle), books.dimension());
                Balance second = of(statement(middle, end), books.dimension());
                assertThat(first.opening()).isEqualByComparingTo(balance.opening());
                assertThat(first.closing()).isEqualByComparingTo(second.opening());
                assertThat(first.sums().plus(second.sums())).isEqualTo(balance.sums());
            }
        }
        assertThat(charges(begin, end)).as("ASK-1 every charge").isEqualTo(charged(whole));
    }

    private static void assertStandsAsIn(Books books, Sums sums) {
        for (Standing where : Standing.values()) {
            if (where != Standing.CARRIED && where != Standing.WAITING) {
                assertThat(sums.of(where)).as("ASK-1 %s", where).isEqualTo(books.of(where));
            }
        }
        assertThat(new Quantity(sums.carried()).plus(sums.of(Standing.WAITING)))
                .as("ASK-1 what goes into later records; the books tell its whole units apart")
                .isEqualTo(books.of(Standing.CARRIED).plus(books.of(Standing.WAITING)));
    }

    private Statement statement(MeteringHour from, MeteringHour until) {
        return scene.billing.askStatement().of(ACCOUNT, new StatementPeriod(from, until));
    }

    private Quantity charges(MeteringHour from, MeteringHour until) {
        return scene.billing
                .askStatement()
                .charges(ACCOUNT, new StatementPeriod(from, until))
                .map(line -> line.taken().charge().usage().quantity())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Quantity charged(Statement statement) {
        return statement.balances().stream()
                .map(balance -> balance.sums().charged())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Balance of(Statement statement, Dimension dimension) {
        return statement.balances().stream()
                .filter(balance -> balance.dimension().equals(dimension))
                .findFirst()
                .orElse(new Balance(dimension, BigDecimal.ZERO, Sums.NONE, BigDecimal.ZERO));
    }

    private static MeteringHour later(MeteringHour one, MeteringHour other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
