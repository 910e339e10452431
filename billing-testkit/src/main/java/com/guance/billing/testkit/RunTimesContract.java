package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.ports.driven.RunTimes.Confirmation;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When runs were made: the contract of {@link com.guance.billing.ports.driven.RunTimes} (LOCK-8). */
public interface RunTimesContract extends StoreContract {

    /** LOCK-8 */
    @Test
    @DisplayName("the last run is the latest, to the nanosecond, in whatever order nodes make theirs (LOCK-8)")
    default void lastRun() {
        assertThat(last()).isEmpty();
        ran(Given.NOW);
        ran(Given.NOW.minus(Duration.ofDays(4_000)));
        assertThat(last()).containsExactly(Given.NOW);
        ran(Given.NOW.plusNanos(1));
        ran(Given.NOW);
        assertThat(last()).containsExactly(Given.NOW.plusNanos(1));
        ran(Given.NOW.plusSeconds(1));
        assertThat(last()).containsExactly(Given.NOW.plusSeconds(1));
    }

    /** LOCK-8 */
    @Test
    @DisplayName("a confirmed instant is the last, also where it lies before; who confirmed what is kept (LOCK-8)")
    default void confirmed() {
        Request first = new Request(new Actor.Clock(), Given.NOW.plus(Duration.ofDays(4_000)));
        Request back = new Request(new Actor.Staff(new UserId("员工 7")), Given.NOW.plusNanos(7));
        Work.run(unitOfWork(), stores -> stores.runTimes().confirmed(first));
        assertThat(last()).containsExactly(first.at());
        Work.run(unitOfWork(), stores -> stores.runTimes().confirmed(back));
        assertThat(last()).containsExactly(back.at());
        assertThat(Work.list(unitOfWork(), stores -> stores.runTimes().confirmations(10)))
                .containsExactly(
                        new Confirmation(back, Option.some(first.at())), new Confirmation(first, Option.none()));
        assertThat(Work.list(unitOfWork(), stores -> stores.runTimes().confirmations(1)))
                .hasSize(1);
    }

    /** INV-6 */
    @Test
    @DisplayName("what writes nothing makes no run and confirms nothing (INV-6)")
    default void whatWritesNothing() {
        Work.abandon(unitOfWork(), stores -> {
            stores.runTimes().ran(Given.NOW);
            stores.runTimes().confirmed(new Request(new Actor.Clock(), Given.NOW));
        });
        assertThat(last()).isEmpty();
        assertThat(Work.list(unitOfWork(), stores -> stores.runTimes().confirmations(1)))
                .isEmpty();
    }

    private void ran(Instant at) {
        Work.run(unitOfWork(), stores -> stores.runTimes().ran(at));
    }

    private Option<Instant> last() {
        return Work.option(unitOfWork(), stores -> stores.runTimes().last());
    }
}
