package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The real aggregates, and just enough around them: load, ask, save, tell those whom it concerns. */
final class Town implements Side {

    /** Workspace {@code i} lives on site {@code i}, at first under {@link #firstHolder}. */
    static final List<Site> SITES = List.of(
            World.ON_AWS,
            new Site(new SiteId("hw1"), Cloud.HUAWEI),
            new Site(new SiteId("cn1"), Cloud.ALIBABA),
            World.ON_AWS,
            World.ON_AWS,
            World.UNLISTED);

    static final List<BillingCenterAccount> HOLDERS = List.of(World.HOLDER, World.OTHER_HOLDER);
    static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private static final LockCause.Administrative BY_STAFF = new LockCause.Administrative("why", new UserId("staff"));

    Instant now = World.START;
    final Journal journal = new Journal();
    final Market market = new Market(journal);
    final Map<Integer, Workspace> workspaces = new TreeMap<>();
    final List<Arrears> arrears = new ArrayList<>();

    Town() {
        HOLDERS.forEach(holder -> arrears.add(journal.saved(Arrears.watched(holder.id(), new Request(STAFF, now)))));
    }

    static int firstHolder(int workspace) {
        return workspace == 3 ? 1 : 0;
    }

    /** Lets time do what is due, then does what is asked. */
    String on(Command command) {
        pass();
        return command.to(this);
    }

    /** Whatever is due by now, the ends that were undecided first (LOCK-6). */
    void pass() {
        for (int i = 0; i < market.subscriptions.size(); i++) {
            Change<Subscription> change = market.subscriptions.get(i).advance(now);
            if (!change.isNone()) {
                told(i, change, change.events().get(0).request());
            }
        }
        workspaces.keySet().forEach(i -> become(i, workspace -> passed(workspace, now)));
    }

    /** What would be answered to a request to change who pays. */
    Either<String, Change<Workspace>> asked(Command.Settle command) {
        return Option.of(workspaces.get(command.workspace()))
                .<Either<String, Change<Workspace>>>map(workspace -> workspace
                        .settle(asked(command.payer(), command.subscription(), command.actor()), around(workspace))
                        .mapLeft(Answers::name))
                .getOrElse(() -> Either.left("WorkspaceUnknown"));
    }

    /** Whether a payer can pay: an active subscription, or one whose end is undecided yet; an account without arrears. */
    boolean lives(SettlementMethod method) {
        return method.cloud()
                .map(market::mayPay)
                .getOrElse(() -> arrears.stream()
                        .noneMatch(account -> account.stand()
                                && method.equals(new SettlementMethod.ThroughBillingCenter(account.account()))));
    }

    @Override
    public String register(Command.Register command) {
        Asked asked = asked(command.payer(), Command.WHICHEVER, Answers.OWNER);
        return born(command.workspace(), around -> Workspace.register(form(command.workspace()), asked, around));
    }

    @Override
    public String registerAwaiting(Command.RegisterAwaiting command) {
        Cloud cloud = Market.CLOUDS.get(command.account());
        return born(
                command.workspace(),
                around -> Workspace.registerAwaiting(form(command.workspace()), cloud, around, request(Answers.OWNER)));
    }

    @Override
    public String registerExperience(Command.RegisterExperience command) {
        return born(
                command.workspace(),
                around -> Workspace.registerExperience(form(command.workspace()), around, request(Answers.OWNER)));
    }

    @Override
    public String settle(Command.Settle command) {
        return asked(command).fold(Function.identity(), change -> saved(command.workspace(), change));
    }

    @Override
    public String withdraw(Command.Withdraw command) {
        return answer(command.workspace(), workspace -> workspace.withdraw(request(command.actor())));
    }

    @Override
    public String lock(Command.StaffLock command) {
        return answer(
                command.workspace(),
                workspace -> workspace.lockedByStaff("why", World.LOCKING, request(command.actor())));
    }

    @Override
    public String release(Command.StaffRelease command) {
        return answer(
                command.workspace(),
                workspace -> workspace.releasedByStaff(BY_STAFF, World.LOCKING, request(command.actor())));
    }

    @Override
    public String unlock(Command.Unlock command) {
        return answer(command.workspace(), workspace -> {
            Option<CloudAccount> lost =
                    workspace.endedPayer().map(SubscriptionEnded::account).flatMap(market::account);
            return workspace.unlock(lost, around(workspace), request(command.actor()));
        });
    }

    @Override
    public String move(Command.Move command) {
        Circumstances target = new Circumstances(
                HOLDERS.get(command.holder()),
                new Circumstances.Standing(arrears.get(command.holder()).stand(), true),
                Option.some(SITES.get(command.workspace())),
                World.POLICIES);
        return answer(
                command.workspace(),
                workspace -> workspace.move(target, command.oneEnterprise(), request(command.actor())));
    }

    @Override
    public String changeOwner(Command.ChangeOwner command) {
        return answer(command.workspace(), workspace -> workspace.changeOwner(command.to(), request(command.actor())));
    }

    @Override
    public String dissolve(Command.Dissolve command) {
        return answer(command.workspace(), workspace -> workspace.dissolve(request(command.actor())));
    }

    @Override
    public String owe(Command.Owe command) {
        Request by = request(STAFF);
        Arrears before = arrears.get(command.holder());
        BillingCenterAccountId account = before.account();
        Change<Arrears> change = command.begins() ? before.begin(by) : before.settled(by);
        if (!change.isNone()) {
            Arrears after = journal.saved(change);
            workspaces
                    .keySet()
                    .forEach(i -> become(
                            i,
                            workspace -> command.begins()
                                    ? workspace.arrearsBegan(account, World.LOCKING, by)
                                    : workspace.release(new LockCause.Arrears(account), World.LOCKING, by)));
            arrears.set(command.holder(), journal.saved(after.cascadeCompleted()));
        }
        return "ok";
    }

    @Override
    public String claim(Command.Claim command) {
        CloudAccount account = market.accounts.get(command.account());
        return account.claimedBy(HOLDERS.get(command.holder()), request(Answers.OWNER))
                .fold(Answers::name, change -> saved(command, change));
    }

    /**
     * While an end is undecided its workspaces are still bound, so that the account must not become another's (INV-2). It takes a
     * moment: what ended at the very instant of a registration ended under it.
     */
    @Override
    public String release(Command.Release command) {
        now = now.plusNanos(1);
        return market.isUndecided(command.account())
                ? "EndUndecided"
                : market.accounts
                        .get(command.account())
                        .released(request(command.actor()))
                        .fold(Answers::name, change -> {
                            workspaces
                                    .keySet()
                                    .forEach(i -> become(
                                            i,
                                            workspace -> workspace.registrationReleased(
                                                    change.after().id(), request(command.actor()))));
                            return saved(new Command.Claim(command.account(), 0), change);
                        });
    }

    @Override
    public String hear(Command.Hear command) {
        Request by = World.byMarketplace(now);
        Sign sign = new Sign(command.kind(), now.minus(command.late()));
        return market.heard(command.subscription(), sign, by).fold(stale -> "Stale", change -> {
            told(command.subscription(), change, by);
            return "ok";
        });
    }

    @Override
    public String name(Command.NameSuccessor command) {
        market.successorNamed(command.subscription(), World.byMarketplace(now));
        return "ok";
    }

    @Override
    public String await(Command.Wait command) {
        now = now.plus(command.time());
        return "ok";
    }

    /** What a subscription's change means to the workspaces, the whole cascade at once. */
    private void told(int i, Change<Subscription> change, Request by) {
        market.saved(i, change, by);
        Subscription of = market.subscriptions.get(i);
        if (of.cascadeOpen()) {
            workspaces.keySet().forEach(w -> become(w, workspace -> reached(workspace, of, market.accountOf(i), by)));
            market.reached(i, by);
        }
    }

    private Change<Workspace> reached(Workspace before, Subscription of, CloudAccount account, Request by) {
        Change<Workspace> passed = passed(before, by.at());
        Workspace workspace = passed.after();
        if (of.isAlive()) {
            return passed.then(workspace.payerActivated(of, account, around(workspace)));
        } else if (of.endHeard().isEmpty()) {
            return passed.then(failed(workspace, of, account));
        }
        Loss loss = Loss.of(of, account, World.ENDING).get();
        Change<Workspace> ended = workspace.payerEnded(loss, World.LOCKING, inArrears(workspace));
        return passed.then(ended).then(failed(ended.after(), of, account));
    }

    private static Change<Workspace> failed(Workspace workspace, Subscription of, CloudAccount account) {
        return of.failure()
                .map(failure -> workspace.payerFailed(account, failure.subscription(), failure.by()))
                .getOrElse(() -> Change.none(workspace));
    }

    private Change<Workspace> passed(Workspace workspace, Instant to) {
        return workspace.advance(to, World.LOCKING, inArrears(workspace));
    }

    private String born(int i, Function<Circumstances, Either<?, Change<Workspace>>> register) {
        int holder = firstHolder(i);
        Circumstances around = new Circumstances(
                HOLDERS.get(holder),
                new Circumstances.Standing(arrears.get(holder).stand(), true),
                Option.some(SITES.get(i)),
                World.POLICIES);
        return workspaces.containsKey(i)
                ? "WorkspaceTaken"
                : register.apply(around).fold(Answers::name, change -> saved(i, change));
    }

    private String answer(int i, Function<Workspace, Either<?, Change<Workspace>>> ask) {
        return Option.of(workspaces.get(i))
                .map(workspace -> ask.apply(workspace).fold(Answers::name, change -> saved(i, change)))
                .getOrElse("WorkspaceUnknown");
    }

    private String saved(int i, Change<Workspace> change) {
        workspaces.put(i, journal.saved(change));
        return "ok";
    }

    private String saved(Command.Claim of, Change<CloudAccount> change) {
        market.accounts.set(of.account(), journal.saved(change));
        return "ok";
    }

    private void become(int i, Function<Workspace, Change<Workspace>> change) {
        Option.of(workspaces.get(i)).forEach(workspace -> saved(i, change.apply(workspace)));
    }

    private Circumstances around(Workspace workspace) {
        int holder = holderOf(workspace);
        boolean lives =
                workspace.bindings().inForce().flatMap(SettlementMethod::cloud).exists(market::pays);
        return new Circumstances(
                HOLDERS.get(holder),
                new Circumstances.Standing(inArrears(workspace), lives),
                SITES.stream()
                        .filter(site ->
                                site.id().equals(workspace.registration().site()))
                        .findFirst()
                        .map(Option::some)
                        .orElseThrow(),
                World.POLICIES);
    }

    private boolean inArrears(Workspace workspace) {
        return arrears.get(holderOf(workspace)).stand();
    }

    private static int holderOf(Workspace workspace) {
        return workspace
                        .registration()
                        .ownership()
                        .holder()
                        .equals(HOLDERS.get(0).id())
                ? 0
                : 1;
    }

    private Asked asked(int payer, int subscription, Actor actor) {
        Option<CloudAccount> through = Option.when(payer != Command.BILLING_CENTER, () -> market.accounts.get(payer));
        Option<SubscriptionId> by = Option.when(
                subscription != Command.WHICHEVER,
                () -> market.subscriptions.get(subscription).id());
        return new Asked(through, by, request(actor));
    }

    private Request request(Actor actor) {
        return new Request(actor, now);
    }

    private static RegistrationForm form(int i) {
        return new RegistrationForm(
                new WorkspaceId("wksp_" + i),
                World.OWNER,
                new RegistrationForm.Answers("name", "ZH", "site", new RegistrationForm.Consent(true, "1")));
    }
}
