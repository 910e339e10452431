package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import io.vavr.control.Either;
import java.util.List;

/** What staff do about records, by what the marketplace really billed. */
record RecordsSteps(Scene scene) {

    /** The cause of all that is held is corrected. */
    void release() {
        Either<RecordRefusal, Integer> released =
                scene.billing.releaseRecords().releaseAll(HeldRecords.of(scene.profile.product()), staff());
        if (released.isLeft()) {
            throw new AssertionError(released.getLeft());
        }
    }

    /** Whatever was ever disputed is looked up; what is not disputed any more is refused. */
    void decide(List<DomainEvent> told) {
        told.stream()
                .filter(event -> event instanceof RecordDisputed || event instanceof RecordExpired)
                .map(event -> ((MeteringRecordEvent) event).record())
                .distinct()
                .forEach(record -> {
                    Either<RecordRefusal, ?> unused =
                            scene.billing.decideRecord().accepted(record, billed(record), Scene.LOOKED_UP, staff());
                });
    }

    private long billed(RecordId record) {
        return scene.aws.billed().stream()
                .filter(usage -> usage.hour()
                        .dimension()
                        .equals(record.meter().dimension().name()))
                .filter(usage -> record.meter()
                        .customer()
                        .key()
                        .endsWith("/" + usage.hour().customerIdentifier()))
                .filter(usage -> usage.hour().start().equals(record.hour().start()))
                .mapToLong(usage -> usage.quantity())
                .sum();
    }

    private Request staff() {
        return scene.by(new Actor.Staff(new UserId("staff")));
    }
}
