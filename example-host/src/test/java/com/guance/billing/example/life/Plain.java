package com.guance.billing.example.life;

import com.guance.billing.example.life.Deed.Birth;
import com.guance.billing.example.life.Deed.Who;
import com.guance.billing.example.life.House.Custom;
import com.guance.billing.site.Cloud;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of workspaces once more, as plainly as they can be said: fields, loops and ifs. */
final class Plain {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    Instant now = Places.START;
    final List<PlainWorkspace> workspaces = new ArrayList<>();
    final Market market = new Market(this);
    final House house;

    /** Where its house made a difference. */
    final Set<String> seen = new TreeSet<>();

    final boolean[] arrears = new boolean[Places.HOLDERS.size()];

    Plain(House house) {
        this.house = house;
        for (int i = 0; i < Places.WORKSPACES; i++) {
            PlainWorkspace workspace = new PlainWorkspace();
            workspace.holder = Places.bornUnder(i);
            workspaces.add(workspace);
        }
    }

    /** Does it, and says what came of it: {@code ok}, or the names of what refused. */
    String on(Deed deed) {
        if (deed instanceof Deed.Register register) {
            return register(register);
        } else if (deed instanceof Deed.Settle settle) {
            return settle(settle);
        } else if (deed instanceof Deed.Withdraw withdraw) {
            return withdraw(withdraw);
        } else if (deed instanceof Deed.Unlock unlock) {
            return unlock(unlock);
        } else if (deed instanceof Deed.Lock lock) {
            return lock(lock);
        } else if (deed instanceof Deed.Release release) {
            return release(release);
        } else if (deed instanceof Deed.Dissolve dissolve) {
            return dissolve(dissolve);
        } else if (deed instanceof Deed.Move move) {
            return move(move);
        } else if (deed instanceof Deed.ChangeOwner change) {
            return changeOwner(change);
        } else if (deed instanceof Deed.Arrears change) {
            return arrears(change);
        }
        return market.on(deed);
    }

    /** Time passes: whatever is due until now happens, each thing at its own time. */
    void advance(Instant to) {
        now = to;
        market.decide(to);
        workspaces.forEach(this::pass);
    }

    private void pass(PlainWorkspace workspace) {
        if (!workspace.registered || !workspace.gone.isEmpty()) {
            return;
        }
        if (workspace.waitsFor != -1) {
            Instant lapses = workspace.waitsSince.plus(PlainWorkspace.COUNTDOWN);
            if (!now.isBefore(lapses)) {
                stopWaiting(workspace, lapses);
            }
        }
        if (!workspace.active
                && !workspace.experience
                && workspace.waitsFor == -1
                && !now.isBefore(workspace.lapsesAt)) {
            workspace.gone = "LAPSED";
        }
        Instant until = workspace.successorUntil;
        if (until != null && !now.isBefore(until)) {
            workspace.successorUntil = null;
            workspace.lock("SubscriptionEnded", until);
        }
    }

    /** A registration that outlived its time because a change waited may choose again until that change would have lapsed. */
    void stopWaiting(PlainWorkspace workspace, Instant at) {
        if (workspace.waitsFor != -1 && !at.isBefore(workspace.lapsesAt)) {
            workspace.lapsesAt = workspace.waitsSince.plus(PlainWorkspace.COUNTDOWN);
        }
        workspace.stopWaiting();
    }

    private String register(Deed.Register register) {
        int number = Math.min(register.workspace(), Places.WORKSPACES - 1);
        PlainWorkspace workspace = workspaces.get(number);
        PlainWorkspace born = new PlainWorkspace();
        born.holder = Places.bornUnder(number);
        if (register.who() != Who.OWNER && register.who() != Who.HOLDER) {
            return "NotForThisActor";
        }
        List<String> problems = new ArrayList<>();
        if (register.birth() == Birth.PAID) {
            problems.addAll(refusals(born, number, register.payer(), -1, register.who(), now));
        } else if (register.birth() == Birth.AWAITING && !siteAllows(born, number, Places.cloud(register.payer()))) {
            problems.add("SiteDoesNotAllow");
        }
        if (workspace.registered) {
            problems.add("WorkspaceTaken");
        }
        if (!problems.isEmpty()) {
            return String.join(",", problems);
        }
        workspace.registered = true;
        workspace.experience = register.birth() == Birth.EXPERIENCE;
        workspace.lapsesAt = workspace.experience ? Instant.MAX : now.plus(PlainWorkspace.COUNTDOWN);
        if (register.birth() == Birth.PAID) {
            choose(workspace, register.payer(), -1, register.who(), now);
        }
        return "ok";
    }

    private String settle(Deed.Settle settle) {
        if (!exists(settle.workspace())) {
            return unknown(settle.who());
        }
        PlainWorkspace workspace = workspaces.get(settle.workspace());
        List<String> refusals =
                refusals(workspace, settle.workspace(), settle.payer(), settle.agreement(), settle.who(), now);
        if (!refusals.isEmpty()) {
            return refusals.get(0);
        }
        choose(workspace, settle.payer(), settle.agreement(), settle.who(), now);
        return "ok";
    }

    /** Every rule in its order. */
    List<String> refusals(PlainWorkspace workspace, int number, int payer, int agreement, Who who, Instant month) {
        if (payer == Places.NO_ACCOUNT) {
            return refusals(workspace, number, new Wish(payer, agreement, Optional.empty(), false), who, month);
        }
        boolean expected = payer >= 0 && market.accounts.get(payer).expects(agreement);
        return refusals(
                workspace,
                number,
                new Wish(payer, agreement, subscription(workspace, payer, agreement), expected),
                who,
                month);
    }

    /** What is registered elsewhere, or nowhere, is unknown under a Billing Center account. */
    private boolean isUnder(int holder, int payer) {
        return payer >= 0
                && payer != Places.NO_ACCOUNT
                && market.accounts.get(payer).recorded
                && market.accounts.get(payer).holder(now) == holder;
    }

    /** Of what does not exist only staff are told so. */
    static String unknown(Who who) {
        return who == Who.STAFF ? "WorkspaceUnknown" : "NotForThisActor";
    }

    /** Who shall pay: an account, of which agreement if one is named, by which subscription, or whether one is expected. */
    record Wish(int payer, int agreement, Optional<PlainSubscription> subscription, boolean expected) {}

    List<String> refusals(PlainWorkspace workspace, int number, Wish wish, Who who, Instant month) {
        int payer = wish.payer();
        Optional<PlainSubscription> subscription = wish.subscription();
        List<String> all = new ArrayList<>();
        if (who != workspace.owner && who != Who.HOLDER) {
            return List.of("NotForThisActor");
        }
        if (!workspace.gone.isEmpty()) {
            all.add("WorkspaceClosed");
        }
        boolean known = payer == Deed.BILLING_CENTER || isUnder(workspace.holder, payer);
        PlainAccount account = payer >= 0 && known ? market.accounts.get(payer) : null;
        if (!known) {
            all.add("CloudAccountUnknown");
        }
        if (isBarred(workspace)) {
            all.add("FullyLocked");
        }
        if (account != null && subscription.isEmpty()) {
            note("EXPECTED_WHILE_ENDING", all.isEmpty() && account.landedOn != null && account.pending.isEmpty());
        }
        boolean waits = workspace.waitsFor == payer && workspace.waitsForAgreement == wish.agreement();
        if (account != null && subscription.isEmpty() && !wish.expected() && !waits) {
            note("REFUSED_WHILE_ENDING", all.isEmpty() && !account.settling.isEmpty());
            all.add("NoActiveSubscription");
        }
        if (account != null && !siteAllows(workspace, number, Places.cloud(payer))) {
            all.add("SiteDoesNotAllow");
        }
        boolean same = payer == Deed.BILLING_CENTER
                ? workspace.byCenter
                : known
                        && workspace.payer != null
                        && subscription.filter(workspace.payer::equals).isPresent();
        if (same) {
            all.add("AlreadySettledThatWay");
        }
        if (workspace.payer != null && workspace.payer.isActive() && !mayLeave(payer)) {
            all.add("LockedIn");
        }
        Instant last = workspace.month;
        if (workspace.active
                && !workspace.isLockedByEnd()
                && last != null
                && !month(month).isAfter(month(last))) {
            all.add("ChangedThisMonth");
        }
        return all;
    }

    private boolean mayLeave(int payer) {
        return payer == Deed.BILLING_CENTER && house.has(Custom.BILLING_CENTER_ALLOWED);
    }

    /** Whether nothing may change about it, for its countdown is over. */
    boolean isBarred(PlainWorkspace workspace) {
        return workspace.isFull(now) && !house.has(Custom.UNLOCKABLE);
    }

    boolean takesDataIn(PlainWorkspace workspace) {
        boolean open = workspace.gone.isEmpty() && (workspace.active || workspace.experience);
        return open && !workspace.isFull(now) && (!workspace.isLockedByEnd() || house.has(Custom.TAKES_DATA_IN));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(SHANGHAI));
    }

    static boolean siteAllows(PlainWorkspace workspace, int number, Cloud cloud) {
        return Places.HOLDERS.get(workspace.holder).arbitrarySelection()
                || Places.site(number).operator().equals(cloud);
    }

    private Optional<PlainSubscription> subscription(PlainWorkspace workspace, int payer, int agreement) {
        if (payer == Deed.BILLING_CENTER) {
            return Optional.empty();
        }
        return Stream.ofNullable(workspace.payer)
                .filter(paid -> paid.account == payer && paid.isActive())
                .filter(paid -> agreement == -1 || paid.agreement == agreement)
                .findFirst()
                .or(() -> market.accounts.get(payer).active(agreement));
    }

    private void choose(PlainWorkspace workspace, int payer, int agreement, Who who, Instant month) {
        Optional<PlainSubscription> subscription = subscription(workspace, payer, agreement);
        if (payer == Deed.BILLING_CENTER || subscription.isPresent()) {
            stopWaiting(workspace, now);
            pay(workspace, subscription, month);
        } else if (workspace.waitsFor != payer || workspace.waitsForAgreement != agreement) {
            stopWaiting(workspace, workspace.waitsFor == -1 ? Instant.MIN : now);
            workspace.waitsFor = payer;
            workspace.waitsForAgreement = agreement;
            workspace.waitsSince = now;
            workspace.waitsBy = who.name();
            PlainAccount account = market.accounts.get(payer);
            Instant until = now.plus(PlainWorkspace.COUNTDOWN);
            Instant known = account.awaitedUntil;
            account.awaitedUntil = known == null || until.isAfter(known) ? until : known;
        }
    }

    /** Somebody pays from now on; a month of MIN is not used. */
    void pay(PlainWorkspace workspace, Optional<PlainSubscription> subscription, Instant month) {
        boolean exempt = !workspace.active || workspace.isLockedByEnd() || month.equals(Instant.MIN);
        boolean full = workspace.isFull(now);
        note("LEFT_A_LIVING_PAYER", subscription.isEmpty() && workspace.payer != null && workspace.payer.isActive());
        workspace.month = exempt ? workspace.month : month;
        workspace.payer = subscription.orElse(null);
        workspace.byCenter = subscription.isEmpty();
        workspace.active = true;
        workspace.experience = false;
        workspace.lapsesAt = Instant.MAX;
        workspace.successorUntil = null;
        if (workspace.byCenter && arrears[workspace.holder]) {
            workspace.lock("Arrears" + workspace.holder, now);
        }
        workspace.unlock("SubscriptionEnded");
        note("UNLOCKED_AFTER_COUNTDOWN", full && workspace.causes.isEmpty());
        workspace.ended = null;
        workspace.movedSince = false;
    }

    private String withdraw(Deed.Withdraw withdraw) {
        if (!exists(withdraw.workspace())) {
            return unknown(withdraw.who());
        }
        PlainWorkspace workspace = workspaces.get(withdraw.workspace());
        if (withdraw.who() != workspace.owner && withdraw.who() != Who.HOLDER) {
            return "NotForThisActor";
        } else if (workspace.waitsFor == -1) {
            return "NothingWaits";
        }
        stopWaiting(workspace, now);
        return "ok";
    }

    private String unlock(Deed.Unlock unlock) {
        if (!exists(unlock.workspace())) {
            return unknown(unlock.who());
        }
        PlainWorkspace workspace = workspaces.get(unlock.workspace());
        if (unlock.who() != workspace.owner && unlock.who() != Who.HOLDER) {
            return "NotForThisActor";
        }
        PlainSubscription ended = workspace.isLockedByEnd() ? workspace.ended : null;
        Optional<PlainSubscription> taker = ended == null
                ? Optional.empty()
                : market.accounts.get(ended.account).active().stream()
                        .filter(active -> active.product.equals(ended.product))
                        .findFirst();
        boolean center = ended != null && taker.isEmpty() && ended.account >= 3;
        List<String> obstacles = new ArrayList<>();
        if (taker.isPresent() || center) {
            int payer = center ? Deed.BILLING_CENTER : taker.get().account;
            int agreement = center ? -1 : taker.get().agreement;
            obstacles.addAll(refusals(workspace, unlock.workspace(), payer, agreement, unlock.who(), now));
        } else {
            refusals(workspace, unlock.workspace(), Deed.BILLING_CENTER, -1, unlock.who(), now).stream()
                    .filter(List.of("NotForThisActor", "WorkspaceClosed", "FullyLocked")::contains)
                    .forEach(obstacles::add);
        }
        if (workspace.causes.isEmpty()) {
            obstacles.add("NotLocked");
        }
        boolean intoArrears = center && arrears[workspace.holder];
        if (ended != null && taker.isEmpty() && !center) {
            obstacles.add("NobodyPays");
        }
        workspace.causes.stream()
                .filter(cause -> !cause.equals("SubscriptionEnded"))
                .map(cause -> cause.startsWith("Arrears") ? "ArrearsStand" : "LockedByStaff")
                .forEach(obstacles::add);
        if (intoArrears && !workspace.causes.contains("Arrears" + workspace.holder)) {
            obstacles.add("ArrearsStand");
        }
        if (!obstacles.isEmpty()) {
            return String.join(",", obstacles.stream().sorted().toList());
        }
        stopWaiting(workspace, now);
        pay(workspace, taker, now);
        return "ok";
    }

    private String lock(Deed.Lock lock) {
        if (!exists(lock.workspace())) {
            return unknown(lock.who());
        }
        PlainWorkspace workspace = workspaces.get(lock.workspace());
        if (lock.who() != Who.STAFF) {
            return "NotForThisActor";
        } else if (!workspace.gone.isEmpty()) {
            return "WorkspaceClosed";
        }
        workspace.lock("Administrative", now);
        return "ok";
    }

    private String release(Deed.Release release) {
        if (!exists(release.workspace())) {
            return unknown(release.who());
        }
        PlainWorkspace workspace = workspaces.get(release.workspace());
        if (release.who() != Who.STAFF) {
            return "NotForThisActor";
        } else if (!workspace.gone.isEmpty()) {
            return "WorkspaceClosed";
        } else if (isBarred(workspace)) {
            return "FullyLocked";
        } else if (!workspace.causes.contains("Administrative")) {
            return "NotLockedFor";
        }
        workspace.unlock("Administrative");
        return "ok";
    }

    private String dissolve(Deed.Dissolve dissolve) {
        if (!exists(dissolve.workspace())) {
            return unknown(dissolve.who());
        }
        PlainWorkspace workspace = workspaces.get(dissolve.workspace());
        boolean may = dissolve.who() == workspace.owner || (dissolve.who() == Who.STAFF && workspace.isFull(now));
        if (!may) {
            return "NotForThisActor";
        } else if (!workspace.gone.isEmpty()) {
            return "WorkspaceClosed";
        }
        workspace.gone = "DISSOLVED";
        workspace.payer = null;
        workspace.byCenter = false;
        workspace.successorUntil = null;
        workspace.stopWaiting();
        return "ok";
    }

    private String changeOwner(Deed.ChangeOwner change) {
        if (!exists(change.workspace())) {
            return unknown(change.who());
        }
        PlainWorkspace workspace = workspaces.get(change.workspace());
        if (change.who() != workspace.owner && change.who() != Who.STAFF) {
            return "NotForThisActor";
        } else if (!workspace.gone.isEmpty()) {
            return "WorkspaceClosed";
        } else if (workspace.owner == change.to()) {
            return "AlreadyOwner";
        }
        workspace.owner = change.to();
        return "ok";
    }

    private String move(Deed.Move move) {
        if (!exists(move.workspace())) {
            return unknown(move.who());
        }
        PlainWorkspace workspace = workspaces.get(move.workspace());
        if (move.who() != workspace.owner) {
            return "NotForThisActor";
        } else if (move.holder() >= Places.HOLDERS.size()) {
            return "NotOneEnterprise";
        } else if (workspace.holder == move.holder()) {
            return "AlreadyUnder";
        } else if (!Places.oneEnterprise(workspace.holder, move.holder())) {
            return "NotOneEnterprise";
        } else if (!workspace.gone.isEmpty()) {
            return "WorkspaceClosed";
        } else if (isBarred(workspace)) {
            return "FullyLocked";
        } else if (workspace.payer != null) {
            return "LockedIn";
        } else if (workspace.waitsFor != -1) {
            return "AChangeWaits";
        }
        workspace.holder = move.holder();
        workspace.movedSince = workspace.ended != null;
        if (workspace.byCenter && arrears[move.holder()]) {
            workspace.lock("Arrears" + move.holder(), now);
        }
        return "ok";
    }

    private String arrears(Deed.Arrears change) {
        if (arrears[change.holder()] == change.begin()) {
            return "ok";
        }
        arrears[change.holder()] = change.begin();
        String cause = "Arrears" + change.holder();
        for (PlainWorkspace workspace : workspaces) {
            if (change.begin() && workspace.byCenter && workspace.holder == change.holder()) {
                workspace.lock(cause, now);
            } else if (!change.begin() && !isBarred(workspace) && workspace.gone.isEmpty()) {
                workspace.unlock(cause);
            }
        }
        return "ok";
    }

    void note(String what, boolean happened) {
        if (happened) {
            seen.add(what);
        }
    }

    private boolean exists(int workspace) {
        return workspace < workspaces.size() && workspaces.get(workspace).registered;
    }
}
