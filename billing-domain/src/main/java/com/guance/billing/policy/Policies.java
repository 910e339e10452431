package com.guance.billing.policy;

import com.guance.billing.Required;

/**
 * All that a host may replace. Start from {@link #defaults()} and replace one without touching the others.
 *
 * @param arriving ARR, how long claims, registrations and waiting changes live
 * @param settling SET, who may pay and how often that may change
 * @param ending END, what the end of a subscription means
 * @param locking LOCK and UNL, what a lock means
 * @param metering MET, the pipeline's times
 * @param submitting SUB, FIN-2, how records go out
 * @param timing NOT-6, which instants are possible
 * @param delivering REL-4, how often an event is offered to a listener that throws
 */
public record Policies(
        ArrivalPolicy arriving,
        SettlementPolicy settling,
        EndPolicy ending,
        LockPolicy locking,
        MeteringPolicy metering,
        SubmittingPolicy submitting,
        TimePolicy timing,
        DeliveryPolicy delivering) {

    /** Refuses nulls. */
    public Policies {
        Required.value(delivering, "delivering");
        Required.value(timing, "timing");
        Required.value(arriving, "arriving");
        Required.value(settling, "settling");
        Required.value(ending, "ending");
        Required.value(locking, "locking");
        Required.value(metering, "metering");
        Required.value(submitting, "submitting");
    }

    /** The documented defaults. */
    public static Policies defaults() {
        return new Policies(
                ArrivalPolicy.defaults(),
                SettlementPolicy.defaults(),
                EndPolicy.defaults(),
                LockPolicy.defaults(),
                MeteringPolicy.defaults(),
                SubmittingPolicy.defaults(),
                TimePolicy.defaults(),
                DeliveryPolicy.defaults());
    }

    /** The same with another policy of arriving. */
    public Policies withArriving(ArrivalPolicy other) {
        return new Policies(other, settling, ending, locking, metering, submitting, timing, delivering);
    }

    /** The same with another policy of settling. */
    public Policies withSettling(SettlementPolicy other) {
        return new Policies(arriving, other, ending, locking, metering, submitting, timing, delivering);
    }

    /** The same with another policy of ending. */
    public Policies withEnding(EndPolicy other) {
        return new Policies(arriving, settling, other, locking, metering, submitting, timing, delivering);
    }

    /** The same with another policy of locking. */
    public Policies withLocking(LockPolicy other) {
        return new Policies(arriving, settling, ending, other, metering, submitting, timing, delivering);
    }

    /** The same with other times in metering. */
    public Policies withMetering(MeteringPolicy other) {
        return new Policies(arriving, settling, ending, locking, other, submitting, timing, delivering);
    }

    /** The same with another way of submitting. */
    public Policies withSubmitting(SubmittingPolicy other) {
        return new Policies(arriving, settling, ending, locking, metering, other, timing, delivering);
    }

    /** The same with other limits of instants. */
    public Policies withTiming(TimePolicy other) {
        return new Policies(arriving, settling, ending, locking, metering, submitting, other, delivering);
    }

    /** The same with another way of delivering events. */
    public Policies withDelivering(DeliveryPolicy other) {
        return new Policies(arriving, settling, ending, locking, metering, submitting, timing, other);
    }
}
