package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.stream.Stream;

/**
 * A new binding to a cloud account: usage within it may have been taken before, meanwhile if it begins earlier than it was made, or
 * ahead of its time (MET-1, MET-2).
 */
record Retroactive(WorkspaceId workspace, Binding binding, ThroughCloudAccount paid) {

    static Stream<Retroactive> in(Revision<Workspace> revision) {
        Workspace after = revision.change().after();
        return revision.change().events().stream()
                .filter(SettlementMethodChanged.class::isInstance)
                .map(SettlementMethodChanged.class::cast)
                .flatMap(changed -> after.bindings().all().stream()
                        .filter(binding -> binding.from().equals(changed.from())
                                && binding.method().equals(changed.to())))
                .flatMap(binding -> binding.method()
                        .cloud()
                        .map(paid -> new Retroactive(after.id(), binding, paid))
                        .toJavaStream());
    }

    SubscriptionId subscription() {
        return paid.subscription();
    }

    /** Through whom the usage is metered now; none if that one takes no charges. */
    Option<Rebinding> through(Option<Subscription> payer) {
        return payer.filter(Subscription::takesCharges)
                .map(taking -> new Rebinding(
                        workspace, binding, new Destination.Metered(paid.account(), taking.id(), taking.customer())));
    }
}
