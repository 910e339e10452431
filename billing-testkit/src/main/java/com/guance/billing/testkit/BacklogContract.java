package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.ports.driven.Backlog.Records;
import com.guance.billing.ports.driven.Backlog.Untold;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is not done yet, in figures: the contract of {@link Backlog}. */
public interface BacklogContract extends StoreContract {

    /** Nothing. */
    @Test
    @DisplayName("in an empty store nothing is left to do")
    default void nothingIsLeft() {
        assertThat(records(Given.PROFILE.product())).isEqualTo(new Records(Map.of(), Option.none()));
        Work.run(unitOfWork(), stores -> {
            assertThat(stores.backlog().unsettledCharges()).isEqualTo(Tally.NONE);
            assertThat(stores.backlog().openCascades()).isZero();
            assertThat(stores.backlog().untold(10)).isEqualTo(new Untold(0, Option.none(), 0, 0));
        });
    }

    /** SUB-1 */
    @Test
    @DisplayName("records are counted by status, in number and units, those that are done with left out (SUB-1)")
    default void recordsAreCountedByStatus() {
        made(0, 1);
        made(1, 10);
        answered(2, 100, GivenAnswers::unanswered);
        answered(3, 1_000, GivenAnswers::held);
        answered(4, 10_000, GivenAnswers::disputed);
        answered(5, 20_000, GivenAnswers::disputed);
        answered(6, 100_000, GivenAnswers::unsettled);
        answered(7, 7, GivenAnswers::accepted);
        answered(8, 7, GivenAnswers::released);
        made(9, 0);

        assertThat(records(Given.PROFILE.product()).byStatus())
                .isEqualTo(Map.of(
                        RecordStatus.MADE, tally(2, 11),
                        RecordStatus.SENT, tally(1, 100),
                        RecordStatus.HELD, tally(1, 1_000),
                        RecordStatus.DISPUTED, tally(2, 30_000),
                        RecordStatus.UNSETTLED, tally(1, 100_000)));
        assertThat(records(new Product("aws", "another"))).isEqualTo(new Records(Map.of(), Option.none()));
    }

    /** SUB-11 */
    @Test
    @DisplayName("of a record that was billed in part, the part that nobody can be billed for is unsettled (SUB-11)")
    default void unsettledInPart() {
        answered(0, 5, record -> GivenAnswers.decided(record, 2, RecordStatus.UNSETTLED));
        answered(1, 5, record -> GivenAnswers.decided(record, 2, RecordStatus.RETURNED));
        answered(2, 5, record -> GivenAnswers.decided(record, 0, RecordStatus.UNSETTLED));

        assertThat(records(Given.PROFILE.product()).byStatus()).isEqualTo(Map.of(RecordStatus.UNSETTLED, tally(2, 8)));
    }

    /** SUB-8 */
    @Test
    @DisplayName("the oldest owed timestamp is that of a record made or sent, whatever is older and not owed (SUB-8)")
    default void theOldestOwed() {
        answered(0, 1, GivenAnswers::held);
        answered(1, 1, GivenAnswers::accepted);
        made(3, 1);
        answered(2, 1, GivenAnswers::inDoubt);

        assertThat(records(Given.PROFILE.product()).oldestOwed())
                .isEqualTo(Option.some(meter().record(2).hour().start()));
    }

    /** END-8 */
    @Test
    @DisplayName("charges that nobody can be billed for are counted, exactly, until somebody can (END-8)")
    default void unsettledCharges() {
        Work.run(
                unitOfWork(),
                stores -> stores.charges()
                        .add(List.of(
                                meter().unsettled("k-1", "wksp_1", "0.000000000001", 0),
                                meter().unsettled("k-2", "wksp_2", "1.5", 1),
                                meter().charge("k-3", "wksp_1", "7"))));
        Tally unsettled = Work.in(unitOfWork(), stores -> stores.backlog().unsettledCharges());
        assertThat(unsettled).isEqualTo(new Tally(2, Quantity.of("1.500000000001")));
    }

    /** END-4 */
    @Test
    @DisplayName("open cascades are those of subscriptions and of arrears (END-4, LOCK-7)")
    default void openCascades() {
        Arrears began = GivenWorkspaces.inArrears("bc-1").after();
        Work.run(unitOfWork(), stores -> {
            stores.subscriptions().save(Revision.first(Given.activeSubscription("1")));
            stores.subscriptions().save(Revision.first(Given.seenSubscription("2", 1)));
            stores.arrears().save(List.of(Revision.first(GivenWorkspaces.inArrears("bc-1"))));
            stores.arrears().save(List.of(Revision.first(GivenWorkspaces.inArrears("bc-2"))));
            assertThat(stores.backlog().openCascades()).isEqualTo(3);
            stores.arrears().save(List.of(new Revision<>(1, began.cascadeCompleted())));
            assertThat(stores.backlog().openCascades()).isEqualTo(2);
        });
    }

    /** Outbox. */
    @Test
    @DisplayName("events not told are counted as far as asked, with the time of the next one, to the nanosecond")
    default void untold() {
        Change<?> born = Given.accountOnFile("1");
        int all = born.events().size();
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(Revision.first(Given.accountOnFile("1"))));

        assertThat(untold(100)).isEqualTo(new Untold(all, Option.some(Given.NOW), 0, 0));
        assertThat(untold(2)).isEqualTo(new Untold(2, Option.some(Given.NOW), 0, 0));
        Work.run(unitOfWork(), stores -> {
            List<Pending> pending = stores.outbox().pending(Instant.MAX, all - 1);
            stores.outbox().told(pending);
        });
        assertThat(untold(100).count()).isOne();
    }

    private Records records(Product product) {
        return Work.in(unitOfWork(), stores -> stores.backlog().records(product));
    }

    private Untold untold(int most) {
        return Work.in(unitOfWork(), stores -> stores.backlog().untold(most));
    }

    private void made(int hour, long units) {
        Work.run(unitOfWork(), stores -> stores.meteringRecords().close(meter().units(hour, units)));
    }

    private void answered(int hour, long units, Function<MeteringRecord, Change<MeteringRecord>> answer) {
        Closing closing = meter().units(hour, units);
        Work.run(unitOfWork(), stores -> {
            stores.meteringRecords().close(closing);
            stores.meteringRecords()
                    .save(List.of(
                            new Revision<>(1, answer.apply(closing.record().after()))));
        });
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }

    private static Tally tally(long count, long units) {
        return new Tally(count, Quantity.whole(units));
    }
}
