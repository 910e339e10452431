package com.guance.billing.metering;

import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordSent;
import com.guance.billing.metering.MeteringRecordEvent.RecordTooLarge;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
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

    /** Later than any run. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Its identity. */
    public abstract RecordId id();

    /** Whose books it stands in. */
    public abstract BilledThrough billed();

    /** What it says, for ever. */
    public abstract RecordContent content();

    /** Whether it has more units than the host believes, and is not sent until staff release it (MET-10). */
    public abstract boolean tooLarge();

    /** How far it has come. */
    public abstract RecordStatus status();

    /** How many attempts have left. */
    public abstract int attempts();

    /** How many of them were never answered; while one is not, it is in doubt whether the record was billed (SUB-11). */
    public abstract int unanswered();

    /**
     * While it is owed, from when on it may be sent: not while an attempt may be on its way, nor while it backs off; far ahead while
     * it is too large. Of one that is billed, when that was known.
     */
    public abstract Instant sendFrom();

    /** How many warnings were given that its time runs out (SUB-8). */
    public abstract int warnings();

    /** The whole units that stand where its status says: all, but for what a decision has put elsewhere (INV-7). */
    public abstract long units();

    /** The whole units that are unsettled beside those, where a decision says that only a part was billed. */
    public abstract long unsettledBeside();

    /** Why it is not billed, disputed, or refused in spite of being owed, in the marketplace's words; none else. */
    public abstract Option<String> why();

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
        return made(new RecordMade(id, billed, content, false, by));
    }

    /**
     * Makes a record of an hour in which nothing was used (MET-8).
     *
     * @param id meter and hour
     * @param billed whose books it stands in
     * @param timestamp what it is dated
     * @param by the clock
     * @return the record, of 0 units, owed to the marketplace
     */
    public static Change<MeteringRecord> idle(RecordId id, BilledThrough billed, Instant timestamp, Request by) {
        return made(new RecordMade(id, billed, RecordContent.of(timestamp, List.of()), true, by));
    }

    /**
     * Keeps it from being sent if it has too many units (MET-10).
     *
     * @param most the most that is sent without a release
     * @param by the clock
     * @return the change; none if it has no more than that, or is not just made
     */
    public Change<MeteringRecord> guarded(long most, Request by) {
        return status() == RecordStatus.MADE
                        && attempts() == 0
                        && !tooLarge()
                        && content().quantity() > most
                ? becomes(new RecordTooLarge(id(), most, by))
                : Change.none(this);
    }

    private static Change<MeteringRecord> made(RecordMade made) {
        return new Change<>(born(made), List.of(made));
    }

    /** Whether the marketplace has still to answer for it. */
    public boolean isOwed() {
        return status() == RecordStatus.MADE || status() == RecordStatus.SENT;
    }

    /** Whether it has no units: it tells that nothing was used, and moves nothing whatever becomes of it (MET-8, SUB-5). */
    public boolean isZero() {
        return content().quantity() == 0;
    }

    /**
     * Whether it is owed although the marketplace has refused it alone, for a cause that says nothing against it: it is sent alone, and
     * after all others (SUB-6).
     */
    public boolean isRefused() {
        return isOwed() && why().isDefined();
    }

    /** Whether an attempt may leave now: it is owed, nobody else's attempt is on its way, and it does not back off (SUB-7, SUB-9). */
    public boolean maySend(Instant at) {
        return isOwed() && !at.isBefore(sendFrom());
    }

    /** The units that go back to the journal, by workspace; none unless it is returned, or billed in part (SUB-6, SUB-8, SUB-11). */
    public Units returned() {
        return content().units().beyond(units() + unsettledBeside());
    }

    /**
     * An attempt is about to leave; stored before the call (SUB-1), and leased for its time (SUB-9).
     *
     * @param retries SUB-9, how long nobody else sends it
     * @param by the clock
     * @return the change
     * @throws IllegalStateException if it may not be sent now
     */
    public Change<MeteringRecord> sent(Retries retries, Request by) {
        if (!maySend(by.at())) {
            throw new IllegalStateException("a record that is " + status() + " is not sent before " + sendFrom());
        }
        return becomes(new RecordSent(id(), attempts() + 1, new Sending(this, retries).leasedUntil(by.at()), by));
    }

    /**
     * Takes the answer to an attempt. A receipt that comes late, when the answer to another attempt has made a dispute of it,
     * ends the dispute.
     *
     * @param attempt which attempt: 1, 2, 3 …
     * @param answer what the marketplace said
     * @param retries SUB-7, how it backs off
     * @param rest what becomes of its units if its customer is not subscribed: RETURNED if somebody may be billed for them still, else
     *     UNSETTLED (SUB-5)
     * @param by the marketplace
     * @return the change; none if it was settled before
     */
    public Change<MeteringRecord> answered(
            int attempt, MeteringAnswer answer, Retries retries, RecordStatus rest, Request by) {
        return becomes(new Answering(this, by).answered(attempt, answer, retries, rest));
    }

    /**
     * The marketplace rejects this very record (SUB-6).
     *
     * @param rejected why
     * @param by the marketplace
     * @return the change; none if it was settled before
     */
    public Change<MeteringRecord> rejected(BatchRejected rejected, Request by) {
        return becomes(new Answering(this, by).rejected(rejected));
    }

    /**
     * The marketplace refuses this very record, for a cause that says nothing against it (SUB-6).
     *
     * @param attempt which attempt: 1, 2, 3 …
     * @param why the marketplace's error code, and what it probably means
     * @param retries SUB-7, how it backs off
     * @param by the marketplace
     * @return the change, still owed; none if it was settled before
     */
    public Change<MeteringRecord> refused(int attempt, String why, Retries retries, Request by) {
        return becomes(new Answering(this, by).refused(attempt, why, retries));
    }

    /**
     * The marketplace rejects a request for some record of it, and billed none: this one may go again at once (SUB-6).
     *
     * @param attempt which attempt: 1, 2, 3 …
     * @param by the marketplace
     * @return the change; none if it was settled before
     */
    public Change<MeteringRecord> rejectedAmongOthers(int attempt, Request by) {
        return becomes(new Answering(this, by).rejectedAmongOthers(attempt));
    }

    /**
     * Staff say that what the marketplace rejected is corrected (SUB-6), or that a record that is too large is right: it may be sent
     * as it is (MET-10).
     *
     * @param rest RETURNED if its units can still be metered, else UNSETTLED
     * @param by who says so
     * @return the change; left: <em>NotForThisActor</em> or <em>NotHeld</em>
     */
    public Either<RecordRefusal, Change<MeteringRecord>> released(RecordStatus rest, Request by) {
        return new Deciding(this, by).released(rest).map(this::becomes);
    }

    /**
     * Staff decide what the marketplace billed (SUB-11). Of workspaces whose units were billed in part only, the first in the order
     * of their ids count as billed.
     *
     * @param billed units, 0 if it billed nothing; more than the record's quantity is overbilled
     * @param basis what the decision rests on
     * @param rest what becomes of the units that it did not bill: RETURNED if they can still be metered, else UNSETTLED
     * @param by who decides
     * @return the change; left: <em>NotForThisActor</em>, <em>NotDisputed</em> or <em>ReasonNeeded</em>
     * @throws IllegalArgumentException if the units are negative
     */
    public Either<RecordRefusal, Change<MeteringRecord>> decided(
            long billed, DecisionBasis basis, RecordStatus rest, Request by) {
        return new Deciding(this, by)
                .decided(billed, basis, rest)
                .map(events -> Change.of(this, MeteringRecord::when, events));
    }

    /**
     * The marketplace takes no record so old (SUB-8).
     *
     * @param rest what becomes of its units if it certainly was not billed: RETURNED if they can still be metered, else UNSETTLED
     * @param by the clock
     * @return the change; none if it is not owed, or an attempt may still be on its way
     */
    public Change<MeteringRecord> expired(RecordStatus rest, Request by) {
        boolean onItsWay = status() == RecordStatus.SENT && !maySend(by.at());
        return isOwed() && !onItsWay ? becomes(new Deciding(this, by).expired(rest)) : Change.none(this);
    }

    /**
     * People are told that its time runs out (SUB-8).
     *
     * @param warning the number of the warning, from 1
     * @param deadline from when on the marketplace takes it no more
     * @param by the clock
     * @return the change; none if it is not owed, or this warning or a later one was given
     */
    public Change<MeteringRecord> warned(int warning, Instant deadline, Request by) {
        return isOwed() && warnings() < warning
                ? becomes(new RecordWarned(id(), warning, deadline, by))
                : Change.none(this);
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
    boolean wasInDoubt() {
        return unanswered() > 1;
    }

    private Change<MeteringRecord> becomes(MeteringRecordEvent event) {
        return Change.of(this, MeteringRecord::when, List.of(event));
    }

    private Change<MeteringRecord> becomes(Option<MeteringRecordEvent> event) {
        return event.map(this::becomes).getOrElse(() -> Change.none(this));
    }

    private static MeteringRecord born(RecordMade made) {
        return ImmutableMeteringRecord.builder()
                .id(made.record())
                .billed(made.billed())
                .content(made.content())
                .tooLarge(false)
                .status(made.content().quantity() == 0 && !made.idle() ? RecordStatus.CARRIED : RecordStatus.MADE)
                .attempts(0)
                .unanswered(0)
                .sendFrom(made.at())
                .warnings(0)
                .units(made.content().quantity())
                .unsettledBeside(0)
                .why(Option.none())
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
                        .withUnanswered(unanswered() + 1)
                        .withSendFrom(sent.leasedUntil()),
                unprocessed -> self().withStatus(wasInDoubt() ? RecordStatus.SENT : RecordStatus.MADE)
                        .withUnanswered(unanswered() - 1)
                        .withSendFrom(unprocessed.sendFrom()),
                unanswered -> self().withSendFrom(unanswered.sendFrom()),
                refused -> self().withStatus(wasInDoubt() ? RecordStatus.SENT : RecordStatus.MADE)
                        .withUnanswered(unanswered() - 1)
                        .withWhy(Option.some(refused.why()))
                        .withSendFrom(refused.sendFrom()),
                accepted -> standing(RecordStatus.ACCEPTED, Option.none())
                        .withUnanswered(unanswered() - 1)
                        .withSendFrom(accepted.at()),
                notBilled ->
                        standing(notBilled.as(), Option.some(notBilled.why())).withUnanswered(unanswered() - 1),
                disputed -> standing(RecordStatus.DISPUTED, Option.some(disputed.why()))
                        .withUnanswered(unanswered() - 1),
                expired -> standing(expired.as(), Option.some("expired")),
                released -> standing(released.as(), why()),
                this::decided,
                explained -> this,
                warned -> self().withWarnings(warned.warning()),
                billed -> self().withUnanswered(unanswered() - 1),
                tooLarge -> self().withTooLarge(true).withSendFrom(NEVER),
                allowed -> self().withTooLarge(false).withSendFrom(allowed.at()));
    }

    private ImmutableMeteringRecord standing(RecordStatus status, Option<String> why) {
        return self().withStatus(status)
                .withTooLarge(false)
                .withWhy(why)
                .withUnits(status == RecordStatus.RETURNED ? 0 : content().quantity());
    }

    private MeteringRecord decided(RecordDecided event) {
        long billed = Math.min(event.billed(), content().quantity());
        if (billed == 0) {
            return standing(event.rest(), why());
        }
        boolean restIsUnsettled = event.rest() == RecordStatus.UNSETTLED;
        return standing(RecordStatus.ACCEPTED, why())
                .withUnits(billed)
                .withUnsettledBeside(restIsUnsettled ? content().quantity() - billed : 0);
    }
}
