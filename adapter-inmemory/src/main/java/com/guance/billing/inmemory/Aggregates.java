package com.guance.billing.inmemory;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Who pays for whom, by what, and what is known of it. */
record Aggregates(
        Histories<WorkspaceId, Workspace> workspaces,
        Histories<CloudAccountId, CloudAccount> cloudAccounts,
        Histories<SubscriptionId, Subscription> subscriptions,
        Histories<AgreementId, Agreement> agreements,
        Histories<BillingCenterAccountId, Arrears> arrears,
        Histories<HoldScope, SubmissionHold> holds) {

    static Aggregates none() {
        return new Aggregates(
                Histories.none(
                        Comparator.comparing(WorkspaceId::value),
                        history -> Workspace.replay(family(WorkspaceEvent.class, history))),
                Histories.none(
                        Comparator.comparing(CloudAccountId::value),
                        history -> CloudAccount.replay(family(CloudAccountEvent.class, history))),
                Histories.none(
                        Comparator.comparing(SubscriptionId::value),
                        history -> Subscription.replay(family(SubscriptionEvent.class, history))),
                Histories.none(
                        Comparator.comparing(AgreementId::value),
                        history -> Agreement.replay(family(AgreementEvent.class, history))),
                Histories.none(
                        Comparator.comparing(BillingCenterAccountId::value),
                        history -> Arrears.replay(family(ArrearsEvent.class, history))),
                Histories.none(
                        Comparator.comparing(HoldScope::key),
                        history -> SubmissionHold.replay(family(SubmissionHoldEvent.class, history))));
    }

    /** Events of one aggregate, as its family. */
    static <E extends DomainEvent> List<E> family(Class<E> family, List<DomainEvent> history) {
        return history.stream().map(family::cast).collect(Collectors.toUnmodifiableList());
    }

    Aggregates withWorkspaces(Histories<WorkspaceId, Workspace> changed) {
        return new Aggregates(changed, cloudAccounts, subscriptions, agreements, arrears, holds);
    }

    Aggregates withCloudAccounts(Histories<CloudAccountId, CloudAccount> changed) {
        return new Aggregates(workspaces, changed, subscriptions, agreements, arrears, holds);
    }

    Aggregates withSubscriptions(Histories<SubscriptionId, Subscription> changed) {
        return new Aggregates(workspaces, cloudAccounts, changed, agreements, arrears, holds);
    }

    Aggregates withAgreements(Histories<AgreementId, Agreement> changed) {
        return new Aggregates(workspaces, cloudAccounts, subscriptions, changed, arrears, holds);
    }

    Aggregates withArrears(Histories<BillingCenterAccountId, Arrears> changed) {
        return new Aggregates(workspaces, cloudAccounts, subscriptions, agreements, changed, holds);
    }

    Aggregates withHolds(Histories<HoldScope, SubmissionHold> changed) {
        return new Aggregates(workspaces, cloudAccounts, subscriptions, agreements, arrears, changed);
    }
}
