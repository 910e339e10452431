package com.guance.billing.testkit;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** What may be asked of a workspace, or happen to it. What is refused changes nothing. */
public enum WorkspaceStep {
    /** Cloud account 1 shall pay. */
    SETTLE_BY_1((workspace, at) -> settled(workspace, through(workspace, "1", at), Standing.good())),
    /** Cloud account 2 shall pay, and whoever pays now does not live any more. */
    SETTLE_BY_2((workspace, at) -> settled(workspace, through(workspace, "2", at), new Standing(false, false))),
    /** The Billing Center shall pay, and whoever pays now does not live any more. */
    SETTLE_BY_HOLDER((workspace, at) ->
            settled(workspace, Asked.billingCenter(byHolder(workspace, at)), new Standing(false, false))),
    /** The same, though it is in arrears. */
    SETTLE_IN_ARREARS((workspace, at) ->
            settled(workspace, Asked.billingCenter(byHolder(workspace, at)), new Standing(true, false))),
    /** Whichever subscription of cloud account 3 shall pay, which is pending. */
    WAIT_FOR_3((workspace, at) -> settled(workspace, pending(workspace, false, at), new Standing(false, false))),
    /** The first subscription of cloud account 3 shall pay, which is pending. */
    WAIT_FOR_FIRST_OF_3(
            (workspace, at) -> settled(workspace, pending(workspace, true, at), new Standing(false, false))),
    /** What waits is withdrawn. */
    WITHDRAW((workspace, at) -> workspace.withdraw(byHolder(workspace, at)).getOrElse(() -> Change.none(workspace))),
    /** The subscription of cloud account 3 becomes active. */
    ACTIVE_3((workspace, at) -> GivenWorkspaces.activated(workspace, "3", at)),
    /** The customer of cloud account 3 could not subscribe. */
    FAILURE_OF_3((workspace, at) -> workspace.payerFailed(
            Given.accountExpecting("3").after(), Given.subscriptionId("3"), Given.byMarketplace(at))),
    /** The subscription of cloud account 1 ends. */
    END_OF_1((workspace, at) -> EndOfPayer.locking("1", at).of(workspace)),
    /** The subscription of cloud account 2 ends, and the Billing Center takes over. */
    END_OF_2((workspace, at) -> EndOfPayer.switching("2", at).of(workspace)),
    /** The subscription of cloud account 1 ends, and another of its subscriptions takes over. */
    TAKEOVER_OF_1((workspace, at) -> EndOfPayer.takenOver("1", at).of(workspace)),
    /** The agreement of cloud account 1 is renewed. */
    SUCCESSOR_OF_1((workspace, at) -> GivenWorkspaces.superseded(workspace, "1", at)),
    /** The agreement of cloud account 1 is renewed; where nobody follows, the Billing Center takes over. */
    SUCCESSOR_OR_HOLDER(
            (workspace, at) -> EndOfPayer.of(Sign.Kind.SUPERSEDED, "1", at).of(workspace)),
    /** Cloud account 1 subscribes again. */
    RETURN_OF_1((workspace, at) -> GivenWorkspaces.activated(workspace, "1", at)),
    /** Its holder cannot pay. */
    ARREARS((workspace, at) -> workspace.arrearsBegan(holder(workspace), LockPolicy.defaults(), Given.byClock(at))),
    /** Its holder has paid. */
    ARREARS_SETTLED((workspace, at) ->
            workspace.release(new LockCause.Arrears(holder(workspace)), LockPolicy.defaults(), Given.byClock(at))),
    /** Staff lock it. */
    LOCK_BY_STAFF((workspace, at) -> workspace
            .lockedByStaff("违规 why", LockPolicy.defaults(), byStaff(at))
            .getOrElse(() -> Change.none(workspace))),
    /** Staff release it. */
    RELEASE_BY_STAFF((workspace, at) -> workspace
            .releasedByStaff(new LockCause.Administrative("违规 why", Given.OWNER), LockPolicy.defaults(), byStaff(at))
            .getOrElse(() -> Change.none(workspace))),
    /** <em>Unlock now</em>, where cloud account 1 has a subscription again. */
    UNLOCK((workspace, at) -> workspace
            .unlock(
                    Option.some(Given.accountOnFile("1").after()),
                    around(workspace, Standing.good()),
                    byHolder(workspace, at))
            .getOrElse(() -> Change.none(workspace))),
    /** It moves to the other Billing Center account, or back. */
    MOVE((workspace, at) -> moved(workspace, at, false)),
    /** The same, and the other account is in arrears. */
    MOVE_INTO_ARREARS((workspace, at) -> moved(workspace, at, true)),
    /** Eight hours pass. */
    HOURS_PASS((workspace, at) -> workspace.advance(at, LockPolicy.defaults(), false), Duration.ofHours(8)),
    /** Eight days pass. */
    DAYS_PASS((workspace, at) -> workspace.advance(at, LockPolicy.defaults(), false), Duration.ofDays(8)),
    /** Twenty days pass, and its holder is in arrears. */
    WEEKS_PASS((workspace, at) -> workspace.advance(at, LockPolicy.defaults(), true), Duration.ofDays(20)),
    /** Staff hand it over to another Owner, or back. */
    CHANGE_OWNER((workspace, at) ->
            workspace.changeOwner(otherOwner(workspace), byStaff(at)).getOrElse(() -> Change.none(workspace))),
    /** Its Owner dissolves it. */
    DISSOLVE((workspace, at) -> workspace.dissolve(byOwner(workspace, at)).getOrElse(() -> Change.none(workspace))),
    /** Nothing. */
    TOUCH((workspace, at) -> Change.none(workspace));

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
    private final Deed deed;

    private final Duration lasts;

    WorkspaceStep(Deed deed) {
        this(deed, Duration.ofMinutes(1));
    }

    WorkspaceStep(Deed deed, Duration lasts) {
        this.deed = deed;
        this.lasts = lasts;
    }

    /** How long it takes. */
    public Duration lasts() {
        return lasts;
    }

    /** What it does to a workspace at an instant. */
    public Change<Workspace> change(Workspace workspace, Instant at) {
        return deed.does(workspace, at);
    }

    private static Asked through(Workspace workspace, String account, Instant at) {
        return Asked.through(Given.accountOnFile(account).after(), byHolder(workspace, at));
    }

    private static Asked pending(Workspace workspace, boolean first, Instant at) {
        CloudAccount account = Given.accountExpecting("3").after();
        return new Asked(
                Option.some(account), Option.when(first, () -> Given.subscriptionId("3")), byHolder(workspace, at));
    }

    private static Change<Workspace> settled(Workspace workspace, Asked asked, Standing standing) {
        return workspace.settle(asked, around(workspace, standing)).getOrElse(() -> Change.none(workspace));
    }

    private static Change<Workspace> moved(Workspace workspace, Instant at, boolean inArrears) {
        BillingCenterAccount other = GivenWorkspaces.OTHER_HOLDER;
        BillingCenterAccountId to = holder(workspace).equals(other.id()) ? Given.HOLDER.id() : other.id();
        Circumstances target = GivenWorkspaces.circumstances(to, new Standing(inArrears, true));
        return workspace.move(target, true, byOwner(workspace, at)).getOrElse(() -> Change.none(workspace));
    }

    private static Circumstances around(Workspace workspace, Standing standing) {
        return GivenWorkspaces.circumstances(holder(workspace), standing);
    }

    private static BillingCenterAccountId holder(Workspace workspace) {
        return workspace.registration().ownership().holder();
    }

    private static Request byHolder(Workspace workspace, Instant at) {
        return new Request(new Actor.Holder(holder(workspace)), at);
    }

    private static UserId owner(Workspace workspace) {
        return workspace.registration().ownership().owner();
    }

    private static UserId otherOwner(Workspace workspace) {
        return owner(workspace).equals(Given.OWNER) ? new UserId("another owner") : Given.OWNER;
    }

    private static Request byOwner(Workspace workspace, Instant at) {
        return new Request(new Actor.Owner(owner(workspace)), at);
    }

    private static Request byStaff(Instant at) {
        return new Request(new Actor.Staff(Given.OWNER), at);
    }

    /** What is done. */
    @FunctionalInterface
    private interface Deed {
        Change<Workspace> does(Workspace workspace, Instant at);
    }
}
