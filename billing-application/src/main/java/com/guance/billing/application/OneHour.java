package com.guance.billing.application;

import com.guance.billing.Request;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.MeteringPolicy;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;

/** MET-3, MET-4, MET-7: what one subscription has used in an hour of a meter becomes a record, of that hour or the next one open. */
record OneHour(Stores stores, OpenHours openHours, MeteringPolicy policy, Request by) {

    /** Closes it; whether a record was made: not if no hour is open, or nothing is left to gather. */
    boolean close(RecordId hour, MeteringHour through, Subscription payer) {
        return openHours
                .forChargesOf(stores, hour, through, new OpenHours.Payer(payer, by.at()))
                .flatMap(open -> closing(open, payer))
                .peek(stores.meteringRecords()::close)
                .isDefined();
    }

    /** Tells that nothing was used (MET-8), unless something was by now; whether a record was made: not if no record can be of it. */
    boolean closeIdle(RecordId hour, Subscription payer) {
        return openHours
                .forChargesOf(stores, hour, hour.hour(), new OpenHours.Payer(payer, by.at()))
                .map(open -> Closing.of(
                        open,
                        billed(payer, open),
                        gathered(open, payer),
                        terms(payer).tellingIdle(),
                        by))
                .peek(stores.meteringRecords()::close)
                .isDefined();
    }

    private Option<Closing> closing(RecordId open, Subscription payer) {
        Gathered gathered = gathered(open, payer);
        return Option.when(
                !gathered.isEmpty(), () -> Closing.of(open, billed(payer, open), gathered, terms(payer), by));
    }

    private Gathered gathered(RecordId open, Subscription payer) {
        return stores.charges().gather(open, payer.id());
    }

    private Closing.Terms terms(Subscription payer) {
        return new Closing.Terms(leavers(payer), policy.attribution())
                .withMost(policy.most().record());
    }

    /** While an activation has not reached all workspaces, those that return are not there yet; a legacy one's stay with it (SUB-10). */
    private Closing.Leavers leavers(Subscription payer) {
        return payer.isAlive() && !payer.cascadeOpen() && !new Moving(stores, openHours).follows(payer)
                ? Closing.Leavers.GIVE
                : Closing.Leavers.KEEP;
    }

    private BilledThrough billed(Subscription payer, RecordId open) {
        return new BilledThrough(
                payer.cloudAccount().get(),
                payer.id(),
                payer.recordsFrom().getOrElse(open.hour().start()),
                openHours.licenseArn(payer));
    }
}
