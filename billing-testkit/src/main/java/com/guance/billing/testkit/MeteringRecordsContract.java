package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Metering records by their history: the contract of {@link com.guance.billing.ports.driven.MeteringRecords}; remainders are in
 * {@link GatheringContract}, books in {@link BooksContract}, times in {@link SendingContract}.
 */
public interface MeteringRecordsContract extends AggregateContract<MeteringRecord> {

    /** When everything that is owed may be sent again. */
    Instant LATE = Given.NOW.plus(Duration.ofDays(999));

    @Override
    default Change<MeteringRecord> birth() {
        return GivenMeter.of("1", "api-calls").units(0, 7).record();
    }

    @Override
    default Change<MeteringRecord> next(MeteringRecord before) {
        return GivenAnswers.accepted(before);
    }

    @Override
    default Option<Versioned<MeteringRecord>> load(Stores stores) {
        RecordId id = birth().after().id();
        return Option.of(stores.meteringRecords().find(List.of(id)).get(id));
    }

    @Override
    default void bear(Stores stores, Change<MeteringRecord> birth) {
        stores.meteringRecords().close(new Closing(birth, Map.of(), Quantity.ZERO));
    }

    @Override
    default void save(Stores stores, Revision<MeteringRecord> revision) {
        stores.meteringRecords().save(List.of(revision));
    }

    /** Set. */
    @Test
    @DisplayName("records are found as a set, those that were never made left out")
    default void recordsAreFoundAsASet() {
        List<Closing> closings = threeHours();
        Work.run(unitOfWork(), stores -> closings.forEach(stores.meteringRecords()::close));
        List<RecordId> ids = Stream.concat(
                        closings.stream()
                                .map(closing -> closing.record().after().id()),
                        Stream.of(GivenMeter.of("2", "api-calls").record(0)))
                .collect(Collectors.toList());

        assertThat(found(ids)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 3));
        assertThat(found(List.of())).isEmpty();
    }

    /** MET-6 */
    @Test
    @DisplayName("a record of 2,500 workspaces and 2147483647 units comes back as it was frozen (MET-6)")
    default void aLargeRecordComesBack() {
        List<Allocation> allocations = new ArrayList<>();
        IntStream.range(0, 2_499)
                .forEach(i ->
                        allocations.add(new Allocation(new WorkspaceId("wksp_" + (10_000 + i)), Given.SITE.id(), 1)));
        allocations.add(
                new Allocation(new WorkspaceId("wksp_观\uD83D\uDE80"), Given.SITE.id(), RecordContent.MOST - 2_499));
        Change<MeteringRecord> made = MeteringRecord.made(
                birth().after().id(),
                new BilledThrough(Given.accountId("1"), Given.subscriptionId("1"), Given.NOW),
                RecordContent.of(Given.NOW, allocations),
                Given.byClock(Given.NOW));
        Work.run(unitOfWork(), stores -> bear(stores, made));

        Same.assertSame(Work.in(unitOfWork(), this::load).get().aggregate(), made.after());
    }

    /** Owed. */
    @Test
    @DisplayName("owed are the records made or sent and not answered for, and none else (SUB-1)")
    default void owedAreTheUnanswered() {
        List<Closing> closings = IntStream.range(0, 7)
                .mapToObj(hour -> GivenMeter.of("1", "api-calls").units(hour, hour == 6 ? 0 : 1))
                .collect(Collectors.toList());
        List<Revision<MeteringRecord>> revisions = List.of(
                revision(closings.get(1), GivenAnswers::unanswered),
                revision(closings.get(2), GivenAnswers::accepted),
                revision(closings.get(3), GivenAnswers::unsettled),
                revision(closings.get(4), GivenAnswers::held),
                revision(closings.get(5), GivenAnswers::disputed));
        Work.run(unitOfWork(), stores -> {
            closings.forEach(closing -> stores.meteringRecords().close(closing));
            stores.meteringRecords().save(revisions);
        });

        assertThat(owed(Given.PROFILE.product(), 10))
                .containsExactly(
                        new Versioned<>(closings.get(0).record().after(), 1),
                        new Versioned<>(revisions.get(0).change().after(), 2));
    }

    /** Again owed. */
    @Test
    @DisplayName("a record that the marketplace did not process is owed again (SUB-3)")
    default void anUnprocessedRecordIsOwedAgain() {
        Change<MeteringRecord> returned = GivenAnswers.unprocessed(birth().after());
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            save(stores, new Revision<>(1, returned));
        });

        assertThat(owed(Given.PROFILE.product(), 10)).containsExactly(new Versioned<>(returned.after(), 2));
    }

    /** Product. */
    @Test
    @DisplayName("owed are the records of the product asked for only")
    default void owedAreTheProductsOnly() {
        Work.run(unitOfWork(), stores -> bear(stores, birth()));
        String code = Given.PROFILE.product().code();

        assertThat(owed(Given.PROFILE.product(), 10)).hasSize(1);
        assertThat(owed(new Product("aws-cn", code), 10)).isEmpty();
        assertThat(owed(new Product("aws", code.toUpperCase(Locale.ROOT)), 10)).isEmpty();
    }

    /** Order and limit. */
    @Test
    @DisplayName(
            "near their deadline they come the oldest first, of one timestamp in the order of keys, at most as many as asked for (SUB-2)")
    default void owedComeInOrder() {
        List<Closing> closings = Stream.of("c", "c-1", "c.1", "C", "c10", "c9")
                .flatMap(number -> Stream.of("api", "API").map(dimension -> GivenMeter.of(number, dimension)))
                .flatMap(meter -> IntStream.of(1, 0).mapToObj(hour -> meter.units(hour, 1)))
                .collect(Collectors.toList());
        Work.run(unitOfWork(), stores -> closings.forEach(stores.meteringRecords()::close));
        List<RecordId> expected = closings.stream()
                .map(closing -> closing.record().after().id())
                .sorted(Comparator.comparing(RecordId::hour).thenComparing(RecordId::key))
                .collect(Collectors.toList());

        assertThat(owed(Given.PROFILE.product(), 100))
                .extracting(owed -> owed.aggregate().id())
                .isEqualTo(expected);
        assertThat(owed(Given.PROFILE.product(), 14))
                .extracting(owed -> owed.aggregate().id())
                .isEqualTo(expected.subList(0, 14));
    }

    /** All or none. */
    @Test
    @DisplayName("changes of different records are saved all or none: one stale one refuses all")
    default void changesAreSavedAllOrNone() {
        List<Closing> closings = threeHours();
        Work.run(unitOfWork(), stores -> closings.forEach(stores.meteringRecords()::close));
        List<Revision<MeteringRecord>> revisions = List.of(
                revision(closings.get(0), GivenAnswers::accepted),
                new Revision<>(2, GivenAnswers.accepted(closings.get(1).record().after())),
                revision(closings.get(2), GivenAnswers::accepted));

        Work.refused(unitOfWork(), stores -> stores.meteringRecords().save(revisions));

        assertThat(owed(Given.PROFILE.product(), 10))
                .containsExactlyElementsOf(closings.stream()
                        .map(closing -> new Versioned<>(closing.record().after(), 1))
                        .collect(Collectors.toList()));
    }

    /** Many. */
    @Test
    @DisplayName("500 changes are saved at once, in any order; no change saves nothing")
    default void manyAreSavedAtOnce() {
        List<Closing> closings = IntStream.range(0, 500)
                .mapToObj(hour -> GivenMeter.of("1", "api-calls").units(hour, 1))
                .collect(Collectors.toList());
        List<Revision<MeteringRecord>> revisions = closings.stream()
                .map(closing -> revision(closing, GivenAnswers::accepted))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(revisions);
        Work.run(unitOfWork(), stores -> {
            closings.forEach(stores.meteringRecords()::close);
            stores.meteringRecords().save(revisions);
            stores.meteringRecords().save(List.of());
        });

        assertThat(owed(Given.PROFILE.product(), 10)).isEmpty();
        assertThat(Work.option(unitOfWork(), this::load))
                .isEqualTo(Option.some(
                        new Versioned<>(GivenAnswers.accepted(birthOf(closings)).after(), 2)));
    }

    private static MeteringRecord birthOf(List<Closing> closings) {
        return closings.get(0).record().after();
    }

    private static List<Closing> threeHours() {
        return IntStream.range(0, 3)
                .mapToObj(hour -> GivenMeter.of("1", "api-calls").units(hour, 1))
                .collect(Collectors.toList());
    }

    private static Revision<MeteringRecord> revision(
            Closing closing, Function<MeteringRecord, Change<MeteringRecord>> answer) {
        return new Revision<>(1, answer.apply(closing.record().after()));
    }

    private Set<RecordId> found(List<RecordId> ids) {
        Map<RecordId, Versioned<MeteringRecord>> found =
                Work.in(unitOfWork(), stores -> stores.meteringRecords().find(ids));
        return found.keySet();
    }

    /** What may be sent when all of it is near its deadline, the oldest first. */
    static Sendable ofLate(Product product) {
        return new Sendable(product, LATE, LATE, 0);
    }

    private List<Versioned<MeteringRecord>> owed(Product product, int limit) {
        return Work.in(unitOfWork(), stores -> stores.meteringRecords().owed(ofLate(product), limit));
    }
}
