package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The records of hours, page by page: the contract of {@link com.guance.billing.ports.driven.MeteringRecords#made}. */
public interface RecordedHoursContract extends StoreContract {

    /** What became of them. */
    @Test
    @DisplayName("records are listed whatever became of them, as they are now (ASK-3)")
    default void ofEveryKind() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        List<DomainEvent> events = new ArrayList<>();
        Work.run(unitOfWork(), stores -> events.addAll(RecordsOfEveryKind.save(stores, meter)));
        List<RecordId> all = events.stream()
                .map(event -> ((MeteringRecordEvent) event).record())
                .distinct()
                .collect(Collectors.toList());

        List<Versioned<MeteringRecord>> made = made(hours(0, all.size()), Option.none(), 100);

        assertThat(made).extracting(record -> record.aggregate().id()).isEqualTo(all);
        assertThat(made)
                .containsExactlyElementsOf(
                        Work.in(unitOfWork(), stores -> stores.meteringRecords().find(all)).values().stream()
                                .sorted(Comparator.comparing(
                                        record -> record.aggregate().id().hour()))
                                .collect(Collectors.toList()));
    }

    /** Bounds. */
    @Test
    @DisplayName("the first hour is listed, the hour after the last is not, and no other product's")
    default void bounds() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        close(IntStream.range(0, 4).mapToObj(hour -> meter.units(hour, 1)));

        assertThat(ids(made(hours(1, 3), Option.none(), 100))).isEqualTo(List.of(meter.record(1), meter.record(2)));
        assertThat(made(
                        new RecordedHours(
                                new Product("aws-cn", Given.PROFILE.product().code()),
                                GivenMeter.FIRST,
                                hours(0, 9).until()),
                        Option.none(),
                        100))
                .isEmpty();
        assertThat(made(hours(-9, 0), Option.none(), 100)).isEmpty();
    }

    /** Pages. */
    @Test
    @DisplayName("pages of any size go through all by hour, of one hour in the order of keys, each once")
    default void pages() {
        List<Closing> closings = Stream.of("c", "c-1", "C", "c10", "c9")
                .flatMap(number -> Stream.of("api", "API").map(dimension -> GivenMeter.of(number, dimension)))
                .flatMap(meter -> IntStream.of(1, 0, 2).mapToObj(hour -> meter.units(hour, hour)))
                .collect(Collectors.toList());
        close(closings.stream());
        List<RecordId> expected = closings.stream()
                .map(closing -> closing.record().after().id())
                .sorted(Comparator.comparing(RecordId::hour).thenComparing(RecordId::key))
                .collect(Collectors.toList());

        for (int size : new int[] {1, 4, 10, 29, 30, 31}) {
            List<RecordId> read = new ArrayList<>();
            List<RecordId> page;
            do {
                Option<RecordId> last = Option.when(!read.isEmpty(), () -> read.get(read.size() - 1));
                page = ids(made(hours(0, 3), last, size));
                assertThat(page).hasSizeLessThanOrEqualTo(size);
                read.addAll(page);
            } while (!page.isEmpty());
            assertThat(read).isEqualTo(expected);
        }
    }

    private void close(Stream<Closing> closings) {
        Work.run(unitOfWork(), stores -> closings.forEach(stores.meteringRecords()::close));
    }

    private List<Versioned<MeteringRecord>> made(RecordedHours which, Option<RecordId> after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.meteringRecords().made(which, after, limit));
    }

    private static List<RecordId> ids(List<Versioned<MeteringRecord>> records) {
        return records.stream().map(record -> record.aggregate().id()).collect(Collectors.toList());
    }

    private static RecordedHours hours(int from, int until) {
        return new RecordedHours(Given.PROFILE.product(), hour(from), hour(until));
    }

    private static MeteringHour hour(int hour) {
        return new MeteringHour(GivenMeter.FIRST.start().plus(Duration.ofHours(hour)));
    }
}
