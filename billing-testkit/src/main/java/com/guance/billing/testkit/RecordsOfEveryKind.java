package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A metering record for each answer that the marketplace may give. */
final class RecordsOfEveryKind {

    private static final List<Function<MeteringRecord, Change<MeteringRecord>>> ANSWERS = List.of(
            GivenAnswers::accepted,
            GivenAnswers::unprocessed,
            GivenAnswers::unsettled,
            GivenAnswers::held,
            GivenAnswers::disputed,
            GivenAnswers::inDoubt,
            GivenAnswers::released,
            GivenAnswers::expired,
            GivenAnswers::warned,
            GivenAnswers::allowed,
            record -> GivenAnswers.decided(record, 2, RecordStatus.RETURNED),
            GivenAnswers::refused,
            GivenAnswers::billedAfterAll);

    private RecordsOfEveryKind() {}

    /** Saves them, and gives all their events. */
    static List<DomainEvent> save(Stores stores, GivenMeter meter) {
        List<DomainEvent> events = new ArrayList<>();
        for (int hour = 0; hour < ANSWERS.size(); hour++) {
            Closing closing = meter.units(hour, 3);
            Change<MeteringRecord> answered =
                    ANSWERS.get(hour).apply(closing.record().after());
            stores.meteringRecords().close(closing);
            stores.meteringRecords().save(List.of(new Revision<>(1, answered)));
            events.addAll(closing.record().then(answered).events());
        }
        return events;
    }
}
