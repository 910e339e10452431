package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal against the marketplace's bill, when all that was to be taken is taken and all that was to be sent is sent. */
record Audit(Ground ground, int slots) {

    /** Nothing is lost, and nothing is there twice. */
    void isExact() {
        holdsEveryCharge();
        List<Books> books = books();
        assertThat(books)
                .extracting(Books::dimension)
                .containsExactlyInAnyOrderElementsOf(ground.usage().all());
        assertThat(books).allSatisfy(this::isExact);
        assertThat(accepted()).isNotEmpty().isEqualTo(billed());
    }

    /** Whether nothing waits any more. */
    boolean isDone() {
        return books().stream().allMatch(books -> books.of(Standing.WAITING).isZero());
    }

    /** The units of each record that we hold accepted. */
    Map<RecordId, Long> accepted() {
        List<RecordId> all = Stream.iterate(
                        MeteringHour.of(Usage.FIRST_HOUR),
                        hour -> hour.start().isBefore(ground.now()),
                        MeteringHour::next)
                .flatMap(hour -> ground.usage().all().stream().map(dimension -> id(dimension, hour.start())))
                .toList();
        return in(stores -> stores.meteringRecords().find(all)).values().stream()
                .map(Versioned::aggregate)
                .filter(record -> record.status() == RecordStatus.ACCEPTED)
                .collect(Collectors.toMap(MeteringRecord::id, MeteringRecord::units));
    }

    /** The units of each record that the marketplace bills. */
    Map<RecordId, Long> billed() {
        return ground.world().aws().billed().stream()
                .collect(Collectors.toMap(
                        usage -> id(
                                new Dimension(usage.hour().dimension()),
                                usage.hour().start()),
                        usage -> usage.quantity()));
    }

    private void holdsEveryCharge() {
        List<Charge> told = ground.usage().through(slots);
        Map<String, TakenCharge> taken = in(
                stores -> stores.charges().find(told.stream().map(Charge::key).toList()));
        assertThat(taken.values()).extracting(TakenCharge::charge).containsExactlyInAnyOrderElementsOf(told);
    }

    /** No more is charged than what was told to be; all of it is billed, but for a fraction of a unit for each workspace. */
    private void isExact(Books books) {
        Quantity expected = Usage.sum(ground.usage().through(slots).stream()
                .filter(charge -> charge.usage().dimension().equals(books.dimension())));
        long billed = ground.world()
                .aws()
                .billedTotal(
                        ground.world()
                                .aws()
                                .customerIdentifier(ground.world().cast().awsAccount()),
                        books.dimension().name());
        assertThat(books.areBalanced()).isTrue();
        assertThat(books.charged()).isEqualTo(expected);
        assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(billed));
        assertThat(books.of(Standing.ACCEPTED).plus(books.of(Standing.CARRIED))).isEqualTo(expected);
        assertThat(books.of(Standing.CARRIED))
                .isLessThan(Quantity.whole(ground.world().cast().workspaces().size()));
    }

    private List<Books> books() {
        return ground.world().billing().ask().books(ground.world().cast().cloudAccount());
    }

    private RecordId id(Dimension dimension, Instant start) {
        return new RecordId(new Meter(ground.customer(), dimension), MeteringHour.of(start));
    }

    private <T> T in(Function<Stores, T> work) {
        return ground.store()
                .unitOfWork()
                .<Void, T>inTransaction(stores -> Either.right(work.apply(stores)))
                .get();
    }
}
