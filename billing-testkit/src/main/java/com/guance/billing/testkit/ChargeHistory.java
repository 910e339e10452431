package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens to the charges of one account, in a store and in a plain list: two lives that share a meter, and another customer. */
final class ChargeHistory {

    private final UnitOfWork store;
    private final PlainCharges plain = new PlainCharges();
    private final String number = Fresh.number();
    private final List<GivenMeter> meters;
    private final List<Metered> payers;
    private int keys;

    ChargeHistory(UnitOfWork store) {
        this.store = store;
        GivenMeter shared = GivenMeter.of(number, "api-calls");
        GivenMeter other = new GivenMeter(shared.account(), Given.customer(number + "b"), shared.dimension());
        this.meters = List.of(shared, shared, other);
        this.payers = List.of(
                shared.metered(),
                new Metered(
                        shared.account(), new SubscriptionId(shared.customer().key() + "#2"), shared.customer()),
                other.metered());
    }

    PlainCharges plain() {
        return plain;
    }

    List<Metered> payers() {
        return payers;
    }

    GivenMeter meter(int who) {
        return meters.get(who);
    }

    void happens(ChargeDeed deed) {
        Metered payer = payers.get(deed.who());
        switch (deed.kind()) {
            case TAKE -> take(through(payer, charge(deed)));
            case TAKE_UNSETTLED ->
                take(meter(0).unsettled(key(), workspace(deed).value(), "0.25", deed.hour()));
            case CLOSE -> close(deed, payer);
            case GIVE_UP_CLOSING -> Work.abandon(store, stores -> gather(stores, record(deed), payer));
            case UNSETTLE -> unsettle(payer.subscription(), from(deed));
            case HAND_OVER -> handOver(payer, payers.get((deed.who() + 1 + deed.other() % 2) % 3));
            case REBIND ->
                rebind(new Rebinding(
                        workspace(deed),
                        new Binding(
                                new SettlementMethod.ThroughCloudAccount(payer.account(), payer.subscription()),
                                from(deed),
                                Option.when(deed.who() == 1, from(deed).plus(Duration.ofMinutes(90)))),
                        payer));
        }
    }

    private void take(TakenCharge taken) {
        Work.run(
                store,
                stores -> assertThat(stores.charges().add(List.of(taken))).isEmpty());
        plain.take(taken);
    }

    private void close(ChargeDeed deed, Metered payer) {
        RecordId record = record(deed);
        if (plain.isMade(record)) {
            return;
        }
        boolean worth = Work.in(store, stores -> {
            Gathered gathered = gather(stores, record, payer);
            if (!gathered.isEmpty()) {
                stores.meteringRecords().close(closing(record, payer, gathered));
            }
            return !gathered.isEmpty();
        });
        if (worth) {
            plain.close(record, payer.subscription());
        }
    }

    /** What is gathered is what the plain list says. */
    private Gathered gather(Stores stores, RecordId record, Metered payer) {
        Gathered gathered = stores.charges().gather(record, payer.subscription());
        Map<WorkspaceId, Quantity> charged = gathered.shares().stream()
                .filter(share -> !share.charged().isZero())
                .collect(Collectors.toMap(Share::workspace, Share::charged));
        assertThat(charged).isEqualTo(plain.gathered(record, payer.subscription()));
        return gathered;
    }

    private static Closing closing(RecordId record, Metered payer, Gathered gathered) {
        return Closing.of(
                record,
                new BilledThrough(payer.account(), payer.subscription(), Given.NOW),
                gathered,
                new Closing.Terms(Closing.Leavers.KEEP, AttributionPolicy.defaults()),
                Given.byClock(record.hour().next().start().plus(Duration.ofMinutes(10))));
    }

    private void unsettle(SubscriptionId subscription, Instant from) {
        int unsettled = Work.in(store, stores -> stores.charges().unsettle(subscription, from));
        assertThat(unsettled).isEqualTo(plain.unsettle(subscription, from));
    }

    private void handOver(Metered from, Metered to) {
        Work.run(store, stores -> stores.charges().handOver(from, to));
        plain.handOver(from, to);
    }

    private void rebind(Rebinding rebinding) {
        Work.run(store, stores -> stores.charges().rebind(List.of(rebinding)));
        plain.rebind(rebinding);
    }

    List<Books> books() {
        return Work.list(store, stores -> stores.meteringRecords().books(meter(0).account()));
    }

    private RecordId record(ChargeDeed deed) {
        return meter(deed.who()).record(deed.hour());
    }

    private TakenCharge charge(ChargeDeed deed) {
        String workspace = workspace(deed).value();
        return deed.other() == 2
                ? meter(deed.who()).untilTheEnd(key(), workspace, "0.75", deed.hour())
                : meter(deed.who()).charge(key(), workspace, "1.5", deed.hour());
    }

    /** From an hour on; or from within it, which divides it. */
    private Instant from(ChargeDeed deed) {
        Instant start = meter(0).record(deed.hour()).hour().start();
        return deed.other() == 0 ? start : start.plus(Duration.ofMinutes(40));
    }

    private String key() {
        keys++;
        return number + "-" + (keys * 619) % 1_000;
    }

    private WorkspaceId workspace(ChargeDeed deed) {
        return new WorkspaceId("wksp_" + number + deed.other() % 2);
    }

    private static TakenCharge through(Metered payer, TakenCharge taken) {
        return new TakenCharge(taken.charge(), taken.site(), payer);
    }
}
