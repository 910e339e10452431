package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often a marketplace may be called: the contract of {@link com.guance.billing.ports.driven.CallPermits} (SUB-7). */
public interface CallPermitsContract extends StoreContract {

    /** SUB-7 */
    @Test
    @DisplayName("so many permits at one instant, and no more before a second is over, to the nanosecond (SUB-7)")
    default void soManyASecond() {
        assertThat(granted(7, 5, Given.NOW)).isEqualTo(5);
        assertThat(granted(1, 5, Given.NOW.plusSeconds(1).minusNanos(1))).isZero();
        assertThat(granted(7, 5, Given.NOW.plusSeconds(1))).isEqualTo(5);
    }

    /** SUB-7 */
    @Test
    @DisplayName("within any one second no more than so many, wherever it begins (SUB-7)")
    default void withinAnySecond() {
        long[] times = IntStream.range(0, 60)
                .mapToLong(i -> i * 83L)
                .filter(millis -> granted(1, 3, Given.NOW.plusMillis(millis)) == 1)
                .toArray();

        assertThat(times).hasSizeGreaterThan(12);
        for (int i = 3; i < times.length; i++) {
            assertThat(times[i] - times[i - 3]).isGreaterThanOrEqualTo(1_000);
        }
    }

    /** Whose. */
    @Test
    @DisplayName(
            "each publishing account and region has its own permits, all its products together; another rate holds from the next call on (SUB-7)")
    default void eachHasItsOwn() {
        assertThat(granted(9, 2, Given.NOW)).isEqualTo(2);
        assertThat(granted(9, 3, Given.NOW)).isEqualTo(1);
        assertThat(Work.<Boolean>in(
                        unitOfWork(), stores -> stores.callPermits().take("another account or region", 1, Given.NOW)))
                .isTrue();
        assertThat(granted(9, 1, Given.NOW.plusSeconds(1))).isEqualTo(1);
    }

    /** INV-6 */
    @Test
    @DisplayName("what writes nothing takes no permit (INV-6, SUB-7)")
    default void whatWritesNothingTakesNone() {
        for (int i = 0; i < 3; i++) {
            Either<String, Void> unused = unitOfWork().inTransaction(stores -> {
                assertThat(stores.callPermits().take(Given.PROFILE.callsCountedBy(), 1, Given.NOW))
                        .isTrue();
                return Either.left("abandoned");
            });
        }
        assertThat(granted(2, 1, Given.NOW)).isEqualTo(1);
    }

    /** Clocks. */
    @Test
    @DisplayName("a clock somewhat behind gets no permit early; one that ran far ahead locks out nobody (SUB-7)")
    default void clocksDiffer() {
        assertThat(granted(1, 1, Given.NOW.plusSeconds(30))).isEqualTo(1);
        assertThat(granted(1, 1, Given.NOW)).isZero();
        assertThat(granted(1, 1, Given.NOW.plus(Duration.ofDays(9)))).isEqualTo(1);
        assertThat(granted(1, 1, Given.NOW.plusSeconds(60))).isEqualTo(1);
    }

    /** Race. */
    @Test
    @DisplayName("many nodes at once get together no more than so many, and leave none unused (SUB-7, SUB-9)")
    default void manyNodesAtOnce() {
        long racing = Stream.of(0, 1, 2)
                .mapToLong(round -> Overlap.committing(8, unitOfWork(), stores -> {
                    if (!stores.callPermits().take(Given.PROFILE.callsCountedBy(), 10, Given.NOW)) {
                        throw new StaleVersion("no permit");
                    }
                }))
                .sum();

        assertThat(racing + granted(20, 10, Given.NOW)).isEqualTo(10);
    }

    private int granted(int asked, int callsASecond, Instant at) {
        return (int) IntStream.range(0, asked)
                .filter(i -> Work.in(
                        unitOfWork(),
                        stores -> stores.callPermits().take(Given.PROFILE.callsCountedBy(), callsASecond, at)))
                .count();
    }
}
