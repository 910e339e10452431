package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause.Administrative;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One workspace, a buyer of AWS and one of Huawei, two Billing Center accounts of which the first may be in arrears, a clock. */
final class Stage {

    static final Administrative ABUSE = new Administrative("abuse", new UserId("staff"));

    /** Both buyers may pay at the site. */
    private static final Policies POLICIES =
            World.POLICIES.withSettling(World.POLICIES.settling().withSites(site -> Set.of(Cloud.AWS, Cloud.HUAWEI)));

    private Instant now = World.START;
    private Workspace workspace;
    private final List<WorkspaceEvent> told = new ArrayList<>();
    private Buyer first = Life.landed(Cloud.AWS, "1");
    private Buyer second = Life.landed(Cloud.HUAWEI, "2");
    private boolean inArrears;

    Stage(Change<Workspace> born) {
        workspace = born.after();
        tell(born);
    }

    Workspace workspace() {
        return workspace;
    }

    List<WorkspaceEvent> told() {
        return told;
    }

    Instant now() {
        return now;
    }

    Buyer first() {
        return first;
    }

    Buyer second() {
        return second;
    }

    /** Its Owner, as it is now. */
    Request owner() {
        return new Request(new Actor.Owner(workspace.registration().ownership().owner()), now);
    }

    Request staff() {
        return World.byStaff(now);
    }

    /** Whether who pays can pay: an active subscription, or an account that is not in arrears. */
    boolean payerCanPay() {
        return workspace
                .bindings()
                .inForce()
                .exists(method -> method.cloud().isDefined()
                        ? method.cloud().exists(this::lives)
                        : !(inArrears && method.equals(Life.BILLING_CENTER)));
    }

    void waits(Duration time) {
        now = now.plus(time);
        becomes(passing());
    }

    void settles(Buyer buyer) {
        asks(it -> it.settle(buyer.asked(now), around(it)));
    }

    void settlesByCenter() {
        asks(it -> it.settle(Asked.billingCenter(owner()), around(it)));
    }

    void unlocks() {
        Buyer lost = workspace
                        .endedPayer()
                        .exists(ended -> ended.account().equals(second.account().id()))
                ? second
                : first;
        asks(it -> it.unlock(Option.some(lost.account()), around(it), owner()));
    }

    void moves() {
        BillingCenterAccount to = holder(workspace).equals(World.HOLDER) ? World.OTHER_HOLDER : World.HOLDER;
        asks(it -> it.move(around(to), true, owner()));
    }

    void first(Kind kind) {
        first = first.hears(kind, now);
        cascade(first, kind);
    }

    void second(Kind kind) {
        second = second.hears(kind, now);
        cascade(second, kind);
    }

    void arrears(boolean begin) {
        inArrears = begin;
        becomes(
                begin
                        ? workspace.arrearsBegan(World.HOLDER.id(), World.LOCKING, World.byClock(now))
                        : workspace.release(World.ARREARS, World.LOCKING, World.byClock(now)));
    }

    /** A refused command leaves no trace. */
    <L> void asks(Function<Workspace, Either<L, Change<Workspace>>> command) {
        command.apply(workspace).forEach(this::becomes);
    }

    private void cascade(Buyer buyer, Kind kind) {
        Loss.of(buyer.subscription(), buyer.account(), World.ENDING)
                .forEach(loss -> becomes(workspace.payerEnded(loss, World.LOCKING, inArrears(workspace))));
        if (buyer.subscription().isAlive()) {
            becomes(workspace.payerActivated(buyer.subscription(), buyer.account(), around(workspace)));
        } else if (kind == Kind.NOT_ACTIVATED) {
            becomes(workspace.payerFailed(buyer.account(), buyer.subscription().id(), World.byMarketplace(now)));
        }
    }

    private Change<Workspace> passing() {
        return workspace.advance(now, World.LOCKING, inArrears(workspace));
    }

    private void becomes(Change<Workspace> change) {
        workspace = change.after();
        tell(change);
    }

    private void tell(Change<Workspace> change) {
        change.events().forEach(event -> told.add((WorkspaceEvent) event));
    }

    private Circumstances around(Workspace it) {
        return around(holder(it));
    }

    private Circumstances around(BillingCenterAccount holder) {
        boolean lives =
                workspace.bindings().inForce().flatMap(SettlementMethod::cloud).forAll(this::lives);
        return new Circumstances(
                holder,
                new Standing(inArrears && holder.equals(World.HOLDER), lives),
                Option.some(World.ON_AWS),
                POLICIES);
    }

    private boolean lives(ThroughCloudAccount paid) {
        return Stream.of(first, second)
                .map(Buyer::subscription)
                .anyMatch(it -> it.isAlive() && it.id().equals(paid.subscription()));
    }

    private boolean inArrears(Workspace it) {
        return inArrears && holder(it).equals(World.HOLDER);
    }

    private static BillingCenterAccount holder(Workspace it) {
        return it.registration().ownership().holder().equals(World.HOLDER.id()) ? World.HOLDER : World.OTHER_HOLDER;
    }
}
