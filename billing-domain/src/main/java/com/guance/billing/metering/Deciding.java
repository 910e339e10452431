package com.guance.billing.metering;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecordEvent.DecisionExplained;
import com.guance.billing.metering.MeteringRecordEvent.RecordAllowed;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.MeteringRecordEvent.RecordReleased;
import com.guance.billing.metering.RecordRefusal.NotDisputed;
import com.guance.billing.metering.RecordRefusal.NotForThisActor;
import com.guance.billing.metering.RecordRefusal.NotHeld;
import com.guance.billing.metering.RecordRefusal.ReasonNeeded;
import io.vavr.control.Either;
import java.util.List;

/** What becomes of a record that the marketplace does not settle: staff decide (SUB-6, SUB-11), or its time is over (SUB-8). */
record Deciding(MeteringRecord record, Request by) {

    Either<RecordRefusal, MeteringRecordEvent> released(RecordStatus rest) {
        return byStaff()
                .filterOrElse(
                        staff -> record.status() == RecordStatus.HELD || record.tooLarge(),
                        staff -> new NotHeld(record.status()))
                .map(staff -> record.tooLarge()
                        ? new RecordAllowed(record.id(), by)
                        : new RecordReleased(record.id(), rest(rest), by));
    }

    Either<RecordRefusal, List<MeteringRecordEvent>> decided(long billed, DecisionBasis basis, RecordStatus rest) {
        if (billed < 0) {
            throw new IllegalArgumentException("units billed are not negative: " + billed);
        }
        return byStaff()
                .filterOrElse(
                        staff -> record.status() == RecordStatus.DISPUTED, staff -> new NotDisputed(record.status()))
                .filterOrElse(staff -> billed > 0 || basis.provesNotBilled(), staff -> new ReasonNeeded(record.id()))
                .map(staff -> List.of(
                        new DecisionExplained(record.id(), basis, by),
                        new RecordDecided(record.id(), billed, rest(rest), by)));
    }

    RecordExpired expired(RecordStatus rest) {
        RecordStatus as =
                record.isZero() ? RecordStatus.RETURNED : record.unanswered() > 0 ? RecordStatus.DISPUTED : rest(rest);
        return new RecordExpired(record.id(), as, by);
    }

    private Either<RecordRefusal, Actor> byStaff() {
        return Either.<RecordRefusal, Actor>right(by.by())
                .filterOrElse(Actor.Staff.class::isInstance, NotForThisActor::new);
    }

    private static RecordStatus rest(RecordStatus rest) {
        if (rest != RecordStatus.RETURNED && rest != RecordStatus.UNSETTLED) {
            throw new IllegalArgumentException("units not billed are returned or unsettled, not " + rest);
        }
        return rest;
    }
}
