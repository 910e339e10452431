package com.guance.billing.metering;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.metering.SubmissionHoldEvent.HoldConfirmed;
import com.guance.billing.metering.SubmissionHoldEvent.HoldEnded;
import com.guance.billing.metering.SubmissionHoldEvent.HoldPlaced;
import com.guance.billing.metering.SubmissionHoldEvent.HoldProbed;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Records that stay unsent, for the marketplace rejected one of their kind alone and would reject them alike (SUB-6). One of them an
 * hour is sent as a probe; one that is billed, or staff, end the hold. Records of a subscription that ends, and those of which an
 * attempt is unanswered, are sent all the same.
 *
 * @param scope which records
 * @param isActive whether they are kept unsent now
 * @param why the marketplace's error code
 * @param rejectedAt when a record of them was rejected alone last
 * @param probeFrom when one of them may be sent next
 * @param probed whose record was sent as the last probe; none if there was none yet
 */
public record SubmissionHold(
        HoldScope scope, boolean isActive, String why, Instant rejectedAt, Instant probeFrom, Option<String> probed) {

    /** Refuses nulls. */
    public SubmissionHold {
        Required.value(scope, "scope");
        Required.value(why, "why");
        Required.value(rejectedAt, "rejectedAt");
        Required.value(probeFrom, "probeFrom");
        Required.option(probed, "probed");
    }

    private static final Duration BETWEEN_PROBES = Duration.ofHours(1);

    /** Within this time the records of two customers have to be rejected for their dimension to be held of all (SUB-6). */
    public static final Duration TOGETHER = Duration.ofDays(1);

    /**
     * Keeps records unsent for the first time.
     *
     * @param scope which
     * @param why the marketplace's error code
     * @param record the record that was rejected alone
     * @param by the marketplace
     * @return the hold
     */
    public static Change<SubmissionHold> placed(HoldScope scope, String why, RecordId record, Request by) {
        HoldPlaced placed = placing(scope, why, record, by);
        return new Change<>(born(placed), List.of(placed));
    }

    /**
     * One more record of them is rejected alone.
     *
     * @param code the marketplace's error code
     * @param record the record
     * @param by the marketplace
     * @return the change: the records are kept unsent
     */
    public Change<SubmissionHold> rejected(String code, RecordId record, Request by) {
        return becomes(isActive ? new HoldConfirmed(scope, record, by) : placing(scope, code, record, by));
    }

    /** Whether one of them may be sent now to find out whether the cause is corrected. */
    public boolean mayProbe(Instant at) {
        return isActive && !at.isBefore(probeFrom);
    }

    /**
     * One of them is about to be sent.
     *
     * @param record which
     * @param by the clock
     * @return the change
     */
    public Change<SubmissionHold> probed(RecordId record, Request by) {
        return becomes(new HoldProbed(scope, record, by.at().plus(BETWEEN_PROBES), by));
    }

    /**
     * One of them was billed, or staff say that the cause is corrected.
     *
     * @param by the marketplace, or staff
     * @return the change; none if they are not kept unsent
     */
    public Change<SubmissionHold> ended(Request by) {
        return isActive ? becomes(new HoldEnded(scope, by)) : Change.none(this);
    }

    /**
     * The hold that a history leads to.
     *
     * @param history all its events in order, the placing first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with the placing
     */
    public static SubmissionHold replay(List<? extends SubmissionHoldEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof HoldPlaced placed)) {
            throw new IllegalArgumentException("a hold's history starts with its being placed");
        }
        return Change.of(born(placed), SubmissionHold::when, history.subList(1, history.size()))
                .after();
    }

    private static HoldPlaced placing(HoldScope scope, String why, RecordId record, Request by) {
        return new HoldPlaced(scope, why, record, by.at().plus(BETWEEN_PROBES), by);
    }

    private static SubmissionHold born(HoldPlaced placed) {
        return new SubmissionHold(
                placed.scope(),
                true,
                placed.why(),
                placed.at(),
                placed.probeFrom(),
                Option.some(customer(placed.record())));
    }

    private Change<SubmissionHold> becomes(SubmissionHoldEvent event) {
        return Change.of(this, SubmissionHold::when, List.of(event));
    }

    private SubmissionHold when(SubmissionHoldEvent event) {
        return event.fold(
                SubmissionHold::born,
                probe -> new SubmissionHold(
                        scope, isActive, why, rejectedAt, probe.probeFrom(), Option.some(customer(probe.record()))),
                confirmed -> new SubmissionHold(scope, isActive, why, confirmed.at(), probeFrom, probed),
                ended -> new SubmissionHold(scope, false, why, rejectedAt, probeFrom, probed));
    }

    private static String customer(RecordId record) {
        return record.meter().customer().key();
    }
}
