package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A subscription that returned before its end was decided (END-3): its workspaces were bound to it all the time, and what was used since
 * the freeze, unsettled by then, is metered through it again (MET-2).
 */
record Resuming(Subscription subscription, CloudAccountId account, Instant since) {

    /** What is metered again of a workspace; none of one that somebody else pays for. */
    Option<Rebinding> of(Workspace workspace) {
        return workspace
                .bindings()
                .last()
                .filter(binding -> workspace.isPaidBy(subscription.id()))
                .map(binding -> new Rebinding(
                        workspace.id(), new Binding(binding.method(), from(binding), binding.until()), through()));
    }

    private Instant from(Binding binding) {
        return binding.from().isAfter(since) ? binding.from() : since;
    }

    private Destination.Metered through() {
        return new Destination.Metered(account, subscription.id(), subscription.customer());
    }
}
