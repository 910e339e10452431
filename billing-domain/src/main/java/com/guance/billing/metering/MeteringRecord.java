package com.guance.billing.metering;

import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordReturned;
import com.guance.billing.metering.MeteringRecordEvent.RecordSent;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the marketplace is asked to bill for one meter and hour.
 *
 * <p>Made when its hour closes, and frozen then (MET-6); <em>sent</em> is stored before the call leaves, so that a crash leaves it
 * in doubt and never unknown (SUB-1); sent again, identical, until an answer settles it. It is never unsettled while an attempt
 * of it is unanswered (SUB-11).
 */
@BillingStyle
@Value.Immutable
public abstract sealed class MeteringRecord permits ImmutableMeteringRecord {

    /** Its identity. */
    public abstract RecordId id();

    /** Whose books it stands in. */
    public abstract BilledThrough billed();

    /** What it says, for ever. */
    public abstract RecordContent content();

    /** How far it has come. */
    public abstract RecordStatus status();

    /** How many attempts have left. */
    public abstract int attempts();

    /** How many of them were never answered; while one is not, it is in doubt whether the record was billed (SUB-11). */
    public abstract int unanswered();

    /**
     * Makes a record.
     *
     * @param id meter and hour
     * @param billed whose books it stands in
     * @param content what it says
     * @param by the clock
     * @return the record, owed to the marketplace unless it has nothing to say
     */
    public static Change<MeteringRecord> made(RecordId id, BilledThrough billed, RecordContent content, Request by) {
        RecordMade made = new RecordMade(id, billed, content, by);
        return new Change<>(born(made), List.of(made));
    }

    /** Whether the marketplace has still to answer for it. */
    public boolean isOwed() {
        return status() == RecordStatus.MADE || status() == RecordStatus.SENT;
    }

    /**
     * An attempt is about to leave; stored before the call (SUB-1).
     *
     * @param by the clock
     * @return the change
     * @throws IllegalStateException if it is not owed
     */
    public Change<MeteringRecord> sent(Request by) {
        if (!isOwed()) {
            throw new IllegalStateException("a record that is " + status() + " is not sent");
        }
        return becomes(new RecordSent(id(), attempts() + 1, by));
    }

    /**
     * Takes the answer to an attempt. A receipt that comes late, when the answer to another attempt has made a dispute of it,
     * ends the dispute.
     *
     * @param answer what the marketplace said
     * @param by the marketplace
     * @return the change; none if it was settled before, or if the answer leaves it in doubt
     */
    public Change<MeteringRecord> answered(MeteringAnswer answer, Request by) {
        if (status() == RecordStatus.DISPUTED && unanswered() > 0 && answer instanceof MeteringAnswer.Accepted proof) {
            return becomes(new RecordAccepted(id(), proof.receipt(), by));
        }
        if (status() != RecordStatus.SENT) {
            return Change.none(this);
        }
        return answer.fold(
                accepted -> becomes(new RecordAccepted(id(), accepted.receipt(), by)),
                () -> becomes(
                        wasInDoubt()
                                ? new RecordAccepted(id(), "DuplicateRecord", by)
                                : new RecordDisputed(id(), "DuplicateRecord", by)),
                () -> becomes(
                        wasInDoubt()
                                ? new RecordDisputed(id(), "CustomerNotSubscribed", by)
                                : new RecordNotBilled(id(), RecordStatus.UNSETTLED, "CustomerNotSubscribed", by)),
                () -> becomes(new RecordReturned(id(), by)),
                () -> Change.none(this));
    }

    /**
     * The marketplace rejects this very record (SUB-6).
     *
     * @param rejected why
     * @param by the marketplace
     * @return the change; none if it was settled before
     */
    public Change<MeteringRecord> rejected(BatchRejected rejected, Request by) {
        if (status() != RecordStatus.SENT) {
            return Change.none(this);
        }
        return becomes(
                wasInDoubt()
                        ? new RecordDisputed(id(), rejected.why(), by)
                        : new RecordNotBilled(id(), RecordStatus.HELD, rejected.why(), by));
    }

    /**
     * The record that a history leads to.
     *
     * @param history all its events in order, the making first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with the making
     */
    public static MeteringRecord replay(List<? extends MeteringRecordEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof RecordMade made)) {
            throw new IllegalArgumentException("a metering record's history starts with its being made");
        }
        return Change.of(born(made), MeteringRecord::when, history.subList(1, history.size()))
                .after();
    }

    /** Whether an attempt before the one just answered had no answer. */
    private boolean wasInDoubt() {
        return unanswered() > 1;
    }

    private Change<MeteringRecord> becomes(MeteringRecordEvent event) {
        return Change.of(this, MeteringRecord::when, List.of(event));
    }

    private static MeteringRecord born(RecordMade made) {
        return ImmutableMeteringRecord.builder()
                .id(made.record())
                .billed(made.billed())
                .content(made.content())
                .status(made.content().quantity() == 0 ? RecordStatus.CARRIED : RecordStatus.MADE)
                .attempts(0)
                .unanswered(0)
                .build();
    }

    private ImmutableMeteringRecord self() {
        return (ImmutableMeteringRecord) this;
    }

    private MeteringRecord when(MeteringRecordEvent event) {
        return event.fold(
                made -> this,
                sent -> self().withStatus(RecordStatus.SENT)
                        .withAttempts(sent.attempt())
                        .withUnanswered(unanswered() + 1),
                returned -> self().withStatus(unanswered() > 1 ? RecordStatus.SENT : RecordStatus.MADE)
                        .withUnanswered(unanswered() - 1),
                accepted -> self().withStatus(RecordStatus.ACCEPTED).withUnanswered(unanswered() - 1),
                notBilled -> self().withStatus(notBilled.as()).withUnanswered(unanswered() - 1),
                disputed -> self().withStatus(RecordStatus.DISPUTED).withUnanswered(unanswered() - 1));
    }
}
