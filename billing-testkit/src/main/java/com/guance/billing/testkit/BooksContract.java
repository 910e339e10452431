package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Revision;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where every charge stands (INV-7): the contract of {@link com.guance.billing.ports.driven.MeteringRecords#books}. */
public interface BooksContract extends StoreContract {

    /** INV-7 */
    @Test
    @DisplayName("charges in an open hour wait, those nobody can be billed for are unsettled (INV-7, END-8)")
    default void openChargesWait() {
        GivenMeter meter = meter();
        Work.run(
                unitOfWork(),
                stores -> stores.charges()
                        .add(List.of(
                                meter.charge("k-1", "wksp_1", "0.000000000001"),
                                meter.charge("k-2", "wksp_2", "900000000000000", 9),
                                meter.unsettled("k-3", "wksp_1", "0.5", 0))));

        assertBooks(
                "900000000000000.500000000001",
                Map.of(Standing.WAITING, "900000000000000.000000000001", Standing.UNSETTLED, "0.5"));
    }

    /** INV-7 */
    @Test
    @DisplayName("a record's units wait while it is made or sent, then stand where its answer puts them (INV-7)")
    default void unitsStandWhereTheAnswerPutsThem() {
        closeOneHour();
        assertBooks("2.5", Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.5"));

        MeteringRecord made = record();
        Change<MeteringRecord> sent = GivenAnswers.unanswered(made);
        Work.run(unitOfWork(), stores -> stores.meteringRecords().save(List.of(new Revision<>(1, sent))));
        assertBooks("2.5", Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.5"));
    }

    /** INV-7 */
    @Test
    @DisplayName("units that were billed are accepted (INV-7)")
    default void billedUnitsAreAccepted() {
        assertUnitsStand(Standing.ACCEPTED, GivenAnswers::accepted);
    }

    /** SUB-5 */
    @Test
    @DisplayName("units of a customer who is not subscribed are unsettled (INV-7, SUB-5)")
    default void notSubscribedUnitsAreUnsettled() {
        assertUnitsStand(Standing.UNSETTLED, GivenAnswers::unsettled);
    }

    /** SUB-6 */
    @Test
    @DisplayName("units of a rejected record are held (INV-7, SUB-6)")
    default void rejectedUnitsAreHeld() {
        assertUnitsStand(Standing.HELD, GivenAnswers::held);
    }

    /** SUB-11 */
    @Test
    @DisplayName("units that nobody can tell of are disputed (INV-7, SUB-11)")
    default void doubtfulUnitsAreDisputed() {
        assertUnitsStand(Standing.DISPUTED, GivenAnswers::disputed);
    }

    /** SUB-3 */
    @Test
    @DisplayName("units that were not processed wait (INV-7, SUB-3)")
    default void unprocessedUnitsWait() {
        assertUnitsStand(Standing.WAITING, GivenAnswers::unprocessed);
    }

    /** SUB-6 */
    @Test
    @DisplayName("units that are returned are carried again, and in no record (INV-7, SUB-6, SUB-8)")
    default void returnedUnitsAreCarried() {
        assertReturned(GivenAnswers::released);
        assertThat(record().status()).isEqualTo(RecordStatus.RETURNED);
    }

    /** SUB-11 */
    @Test
    @DisplayName("of a record that staff found billed in part the rest waits for the next record (INV-7, SUB-11)")
    default void theRestIsCarried() {
        closeOneHour();
        Change<MeteringRecord> decided = GivenAnswers.decided(record(), 1, RecordStatus.RETURNED);
        Work.run(unitOfWork(), stores -> {
            stores.charges().giveBack(List.of(decided.after()));
            stores.meteringRecords().save(List.of(new Revision<>(1, decided)));
        });

        assertBooks("2.5", Map.of(Standing.ACCEPTED, "1", Standing.WAITING, "1", Standing.CARRIED, "0.5"));
    }

    /** SUB-11 */
    @Test
    @DisplayName("or unsettled, where it can be metered no more (INV-7, SUB-11, END-8)")
    default void theRestIsUnsettled() {
        closeOneHour();
        Change<MeteringRecord> decided = GivenAnswers.decided(record(), 1, RecordStatus.UNSETTLED);
        Work.run(unitOfWork(), stores -> stores.meteringRecords().save(List.of(new Revision<>(1, decided))));

        assertBooks("2.5", Map.of(Standing.ACCEPTED, "1", Standing.UNSETTLED, "1", Standing.CARRIED, "0.5"));
    }

    /** SUB-11 */
    @Test
    @DisplayName("what was billed beyond the record is in no books (INV-7, SUB-11)")
    default void overbilledUnitsAreInNoBooks() {
        assertUnitsStand(Standing.ACCEPTED, record -> GivenAnswers.decided(record, 9, RecordStatus.RETURNED));
    }

    /** SUB-8 */
    @Test
    @DisplayName("units of a record that expired unsent wait for the next record (INV-7, SUB-8)")
    default void expiredUnitsAreCarried() {
        assertReturned(GivenAnswers::expired);
    }

    /** Remainders move. */
    @Test
    @DisplayName("a carried remainder is counted once, while it is carried and when it is in a record (INV-7)")
    default void aRemainderIsCountedOnce() {
        GivenMeter meter = meter();
        closeOneHour();
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(meter.charge("k-9", "wksp_1", "0.5", 1))));
        assertBooks("3", Map.of(Standing.WAITING, "2.5", Standing.CARRIED, "0.5"));
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(1)));

        assertBooks("3", Map.of(Standing.WAITING, "3"));
    }

    /** Whose. */
    @Test
    @DisplayName("the books are the account's own: of all its customers and no other account's")
    default void theBooksAreTheAccountsOwn() {
        GivenMeter meter = meter();
        GivenMeter secondCustomer = new GivenMeter(meter.account(), Given.customer("1b"), meter.dimension());
        GivenMeter stranger = GivenMeter.of("2", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.charges()
                    .add(List.of(
                            meter.charge("k-1", "wksp_1", "1.5"),
                            secondCustomer.charge("k-2", "wksp_1", "10.25"),
                            stranger.charge("k-3", "wksp_2", "100.125"),
                            stranger.unsettled("k-4", "wksp_2", "1000", 0)));
            Stream.of(meter, secondCustomer, stranger).forEach(each -> each.close(stores, each.record(0)));
        });

        assertBooks("11.75", Map.of(Standing.WAITING, "11", Standing.CARRIED, "0.75"));
    }

    /** Order. */
    @Test
    @DisplayName("there is one a dimension, in the order of dimensions, to upper and lower case; none without charges")
    default void thereIsOneADimension() {
        assertThat(Work.list(unitOfWork(), stores -> stores.meteringRecords().books(meter().account())))
                .isEmpty();
        List<String> dimensions = List.of("b", "B", "api-10", "api-9", "观");
        Work.run(
                unitOfWork(),
                stores -> dimensions.forEach(dimension -> stores.charges()
                        .add(List.of(
                                GivenMeter.of("1", dimension).charge("k-1-" + dimension, "wksp_1", "1"),
                                GivenMeter.of("1", dimension).charge("k-2-" + dimension, "wksp_2", "1")))));

        assertThat(Work.list(unitOfWork(), stores -> stores.meteringRecords().books(meter().account())))
                .extracting(books -> books.dimension().name())
                .isEqualTo(dimensions.stream().sorted().collect(Collectors.toList()));
    }

    /** Nothing. */
    @Test
    @DisplayName("a charge of nothing is in the books, and they are balanced (INV-7)")
    default void aChargeOfNothingIsInTheBooks() {
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(meter().charge("k-1", "wksp_1", "0"))));

        assertBooks("0", Map.of());
        assertThat(Work.list(unitOfWork(), stores -> stores.meteringRecords().books(meter().account())))
                .allMatch(Books::areBalanced);
    }

    private void assertUnitsStand(Standing where, Function<MeteringRecord, Change<MeteringRecord>> answer) {
        closeOneHour();
        Change<MeteringRecord> answered = answer.apply(record());

        Work.run(unitOfWork(), stores -> stores.meteringRecords().save(List.of(new Revision<>(1, answered))));

        assertBooks("2.5", Map.of(where, "2", Standing.CARRIED, "0.5"));
    }

    private void assertReturned(Function<MeteringRecord, Change<MeteringRecord>> answer) {
        closeOneHour();
        Change<MeteringRecord> returned = answer.apply(record());
        Work.run(unitOfWork(), stores -> {
            stores.charges().giveBack(List.of(returned.after()));
            stores.meteringRecords().save(List.of(new Revision<>(1, returned)));
        });
        assertBooks("2.5", Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.5"));
    }

    private void closeOneHour() {
        GivenMeter meter = meter();
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(meter.charge("k-1", "wksp_1", "2.5")));
            meter.close(stores, meter.record(0));
        });
    }

    private MeteringRecord record() {
        RecordId id = meter().record(0);
        return Work.in(
                        unitOfWork(),
                        stores -> Option.of(
                                stores.meteringRecords().find(List.of(id)).get(id)))
                .get()
                .aggregate();
    }

    private void assertBooks(String charged, Map<Standing, String> standing) {
        Work.run(unitOfWork(), stores -> BooksAre.assertBooks(stores, meter(), charged, standing));
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }
}
