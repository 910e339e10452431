package com.guance.billing.testkit;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;

/** Workspaces beyond the active ones of {@link Given}: waiting, awaiting, moved, and what may yet happen to them. */
public final class GivenWorkspaces {

    /** Another Billing Center account, of the same enterprise as {@link Given#HOLDER}. */
    public static final BillingCenterAccount OTHER_HOLDER =
            new BillingCenterAccount(new BillingCenterAccountId("bc-2"), Given.HOLDER.currency(), false);

    private GivenWorkspaces() {}

    /** What is true around a workspace of one of the two holders. */
    public static Circumstances circumstances(BillingCenterAccountId holder, Standing standing) {
        BillingCenterAccount account = holder.equals(OTHER_HOLDER.id()) ? OTHER_HOLDER : Given.HOLDER;
        return new Circumstances(account, standing, Option.some(Given.SITE), Policies.defaults());
    }

    /** On the Experience Plan. */
    public static Change<Workspace> experience(String workspace) {
        return Workspace.registerExperience(Given.form(workspace, workspace), Given.circumstances(), Given.byHolder())
                .get();
    }

    /** Awaiting its first subscription, of no account in particular. */
    public static Change<Workspace> awaitingSubscription(String workspace) {
        return Workspace.registerAwaiting(
                        Given.form(workspace, workspace),
                        Given.PROFILE.cloud(),
                        Given.circumstances(),
                        Given.byHolder())
                .get();
    }

    /** Never active, and waiting for the pending subscription of a cloud account. */
    public static Change<Workspace> waitingFor(String account, String workspace) {
        Asked asked = Asked.through(Given.accountExpecting(account).after(), Given.byHolder());
        return Workspace.register(Given.form(workspace, workspace), asked, Given.circumstances())
                .get();
    }

    /** The subscription that pays is renewed or replaced: nobody pays, and the successor is awaited. */
    public static Change<Workspace> superseded(Workspace workspace, String account, Instant at) {
        return workspace.payerEnded(
                Given.loss(account, new Sign(Sign.Kind.SUPERSEDED, at.minusNanos(1)), at),
                LockPolicy.defaults(),
                false);
    }

    /** An account's first subscription becomes active, which it was waited for. */
    public static Change<Workspace> activated(Workspace workspace, String account, Instant at) {
        Change<Subscription> seen = Given.seenSubscription(account, 1);
        Change<Subscription> traced =
                seen.then(seen.after().tracedTo(Given.accountId(account), Given.byMarketplace(at)));
        Subscription active = traced.after()
                .hear(new Sign(Sign.Kind.ACTIVATED, at.minusNanos(1)), EndPolicy.defaults(), Given.byMarketplace(at))
                .get()
                .after();
        CloudAccount pays = Given.registeredAccount(account)
                .after()
                .follow(active, Policies.defaults(), Given.byMarketplace(at))
                .after();
        return workspace.payerActivated(
                active, pays, circumstances(workspace.registration().ownership().holder(), Standing.good()));
    }

    /** A Billing Center account that is watched, and not in arrears. */
    public static Change<Arrears> watched(String account) {
        return Arrears.watched(new BillingCenterAccountId(account), Given.byHolder());
    }

    /** A Billing Center account in arrears. */
    public static Change<Arrears> inArrears(String account) {
        Change<Arrears> watched = watched(account);
        return watched.then(watched.after().begin(Given.byClock(Given.NOW.plusNanos(1))));
    }
}
