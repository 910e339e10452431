package com.guance.billing.testkit;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testkit.WorkspaceLife.Birth;
import com.guance.billing.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Aggregates to which everything has happened that may happen to any. */
final class EventsOfEveryKind {

    private EventsOfEveryKind() {}

    static List<Change<Workspace>> workspaces() {
        return List.of(
                lived(
                        "wksp_1",
                        Birth.PAID_BY_1,
                        WorkspaceStep.END_OF_1,
                        WorkspaceStep.LOCK_BY_STAFF,
                        WorkspaceStep.DAYS_PASS,
                        WorkspaceStep.RELEASE_BY_STAFF,
                        WorkspaceStep.SETTLE_IN_ARREARS,
                        WorkspaceStep.DISSOLVE),
                lived("wksp_2", Birth.AWAITING, WorkspaceStep.WEEKS_PASS),
                lived(
                        "wksp_3",
                        Birth.WAITING_FOR_3,
                        WorkspaceStep.WITHDRAW,
                        WorkspaceStep.WAIT_FOR_FIRST_OF_3,
                        WorkspaceStep.ACTIVE_3),
                lived("wksp_4", Birth.PAID_BY_1, WorkspaceStep.SUCCESSOR_OF_1, WorkspaceStep.WEEKS_PASS),
                lived("wksp_5", Birth.PAID_BY_HOLDER, WorkspaceStep.MOVE_INTO_ARREARS, WorkspaceStep.CHANGE_OWNER));
    }

    static Change<CloudAccount> cloudAccount() {
        return whole(new CloudAccountLife(List.of(
                        CloudAccountLife.Step.CLAIM,
                        CloudAccountLife.Step.EXPECT_1,
                        CloudAccountLife.Step.OPEN_1,
                        CloudAccountLife.Step.OPEN_2,
                        CloudAccountLife.Step.CLOSE_1,
                        CloudAccountLife.Step.CLOSE_2,
                        CloudAccountLife.Step.RELEASE,
                        CloudAccountLife.Step.AWAITED,
                        CloudAccountLife.Step.LEAVE_CHARGES))
                .of("1"));
    }

    static Change<Subscription> subscription(boolean licensed) {
        return whole(new SubscriptionLife(
                        licensed,
                        List.of(
                                SubscriptionLife.Step.TRACE,
                                SubscriptionLife.Step.COMES_FROM,
                                SubscriptionLife.Step.ACTIVATED,
                                SubscriptionLife.Step.ACTIVATED,
                                SubscriptionLife.Step.NAMED,
                                SubscriptionLife.Step.LICENSE_ACTIVE,
                                SubscriptionLife.Step.OTHER_LICENSE_ACTIVE,
                                SubscriptionLife.Step.NOT_SUBSCRIBED,
                                SubscriptionLife.Step.PROBED,
                                SubscriptionLife.Step.NOT_SUBSCRIBED,
                                SubscriptionLife.Step.METERED,
                                SubscriptionLife.Step.ENDING_UNDECIDED,
                                SubscriptionLife.Step.ACTIVATED,
                                SubscriptionLife.Step.DEPROVISIONED,
                                SubscriptionLife.Step.SUCCEEDED,
                                SubscriptionLife.Step.SUCCESSOR_ENDED,
                                SubscriptionLife.Step.TIME_PASSES,
                                SubscriptionLife.Step.ENDED,
                                SubscriptionLife.Step.FINAL_RATING_COMPLETED,
                                SubscriptionLife.Step.OVERRUN,
                                SubscriptionLife.Step.FINAL_HOUR_CLOSED,
                                SubscriptionLife.Step.CASCADE_COMPLETED))
                .of("1"));
    }

    static Change<Agreement> agreement() {
        return whole(new AgreementLife(List.of(
                        AgreementLife.Step.LINKED,
                        AgreementLife.Step.FOLLOWS,
                        AgreementLife.Step.SUPERSEDED,
                        AgreementLife.Step.SUCCEEDED))
                .of(Given.agreementId("1")));
    }

    static Change<Arrears> arrears() {
        BillingCenterAccountId account = new BillingCenterAccountId("bc-观");
        return whole(new ArrearsLife(List.of(
                        ArrearsLife.Step.BEGIN,
                        ArrearsLife.Step.REACHED,
                        ArrearsLife.Step.SETTLED,
                        ArrearsLife.Step.REACHED))
                .of(account.value()));
    }

    static Change<SubmissionHold> hold() {
        RecordId record = GivenMeter.of("1", "api-\uD83D\uDE80").record(9);
        HoldScope scope = HoldScope.of(record).get(0);
        Change<SubmissionHold> hold =
                SubmissionHold.placed(scope, "InvalidUsageDimensionException", record, Given.byMarketplace(Given.NOW));
        hold = hold.then(hold.after().probed(record, Given.byClock(Given.NOW.plusSeconds(3_600))));
        hold = hold.then(hold.after().rejected("code", record, Given.byMarketplace(Given.NOW.plusSeconds(3_601))));
        return hold.then(hold.after().ended(Given.byMarketplace(Given.NOW.plusSeconds(7_200))));
    }

    /** Saves them all, and records of every kind, and gives all their events. */
    static List<DomainEvent> save(Stores stores) {
        List<DomainEvent> events = new ArrayList<>();
        stores.cloudAccounts().save(first(cloudAccount(), events));
        stores.subscriptions().save(first(subscription(false), events));
        stores.subscriptions().save(first(subscription(true), events));
        stores.agreements().save(first(agreement(), events));
        stores.arrears().save(List.of(first(arrears(), events)));
        workspaces().forEach(workspace -> stores.workspaces().save(List.of(first(workspace, events))));
        stores.submissionHolds().save(List.of(first(hold(), events)));
        events.addAll(RecordsOfEveryKind.save(stores, GivenMeter.of("1", "api-\uD83D\uDE80")));
        return events;
    }

    /** All changes of a life as one. */
    static <A> Change<A> whole(List<Change<A>> life) {
        return life.stream().reduce(Change::then).orElseThrow();
    }

    private static Change<Workspace> lived(String id, Birth birth, WorkspaceStep... steps) {
        return whole(new WorkspaceLife("观 " + id, birth, List.of(steps)).of(id));
    }

    private static <A> Revision<A> first(Change<A> change, List<DomainEvent> events) {
        events.addAll(change.events());
        return Revision.first(change);
    }
}
