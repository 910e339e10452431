package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import io.vavr.control.Option;

/**
 * That there are charges of an hour which are not in that hour's record (ASK-2).
 *
 * @param dimension of what
 * @param hour their own hour
 * @param kind what became of them
 * @param subscription through which they are metered; none if nobody can be billed for them
 */
public record ChargedHour(Dimension dimension, MeteringHour hour, Kind kind, Option<SubscriptionId> subscription) {

    /** Refuses nulls. */
    public ChargedHour {
        Required.value(dimension, "dimension");
        Required.value(hour, "hour");
        Required.value(kind, "kind");
        Required.option(subscription, "subscription");
    }

    /** What became of them. */
    public enum Kind {
        /** In no record yet. */
        WAITING,
        /** Late, in a record of a later hour (MET-7). */
        LATE,
        /** Billed to nobody (END-8). */
        UNSETTLED
    }
}
