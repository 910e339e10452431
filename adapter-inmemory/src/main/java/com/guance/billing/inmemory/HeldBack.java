package com.guance.billing.inmemory;

import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionStatus;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which records holds keep unsent, and which of them may probe (SUB-6). */
record HeldBack(Aggregates aggregates) {

    private static final Comparator<SubmissionHold> LONGEST_DUE = Comparator.comparing(SubmissionHold::probeFrom)
            .thenComparing(hold -> hold.scope().key());

    boolean isHeld(Meter meter) {
        return holds(new RecordId(meter, MeteringHour.of(Instant.EPOCH)))
                .findAny()
                .isPresent();
    }

    /** Records of a subscription that ends, and those of which an attempt is unanswered, are sent all the same. */
    boolean isHeld(MeteringRecord record) {
        return record.status() == RecordStatus.MADE
                && !ends(record)
                && holds(record.id()).findAny().isPresent();
    }

    List<Versioned<MeteringRecord>> probes(List<Versioned<MeteringRecord>> records, Instant at) {
        return records.stream()
                .filter(record -> record.aggregate().maySend(at) && isHeld(record.aggregate()))
                .filter(record -> subscription(record.aggregate()).forAll(known -> known.maySend(at)))
                .filter(record -> holds(record.aggregate().id()).allMatch(hold -> hold.mayProbe(at)))
                .sorted(Comparator.<Versioned<MeteringRecord>, SubmissionHold>comparing(
                                record -> first(record.aggregate()), LONGEST_DUE)
                        .thenComparing(record -> !isAfterLast(record.aggregate()))
                        .thenComparing(record -> customer(record.aggregate()))
                        .thenComparing(record -> record.aggregate().id().hour())
                        .thenComparing(record -> record.aggregate().id().key()))
                .collect(Collectors.toUnmodifiableList());
    }

    Option<Subscription> subscription(MeteringRecord record) {
        return aggregates.subscriptions().find(record.billed().subscription()).map(Versioned::aggregate);
    }

    boolean isEnding(MeteringRecord record) {
        return subscription(record).exists(known -> known.status() == SubscriptionStatus.ENDING);
    }

    private boolean ends(MeteringRecord record) {
        return subscription(record)
                .exists(known ->
                        known.status() == SubscriptionStatus.ENDING || known.status() == SubscriptionStatus.ENDED);
    }

    private SubmissionHold first(MeteringRecord record) {
        return holds(record.id()).min(LONGEST_DUE).orElseThrow();
    }

    private boolean isAfterLast(MeteringRecord record) {
        return first(record).probed().forAll(last -> customer(record).compareTo(last) > 0);
    }

    private static String customer(MeteringRecord record) {
        return record.id().meter().customer().key();
    }

    private Stream<SubmissionHold> holds(RecordId record) {
        return HoldScope.of(record).stream()
                .flatMap(scope -> aggregates.holds().find(scope).toJavaStream())
                .map(Versioned::aggregate)
                .filter(SubmissionHold::isActive);
    }
}
