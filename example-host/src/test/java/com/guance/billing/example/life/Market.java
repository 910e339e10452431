package com.guance.billing.example.life;

import com.guance.billing.example.life.House.Custom;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens at the marketplaces, and what that means to workspaces, as plainly as it can be said. */
final class Market {

    /** What notices said of an agreement. */
    private static final class Known {
        @Nullable
        Kind ended;

        Instant endedAt = Instant.MIN;
        int successor = -1;
        int previous = -1;
    }

    private final Plain plain;
    final List<PlainAccount> accounts = new ArrayList<>();
    private final Map<Integer, PlainSubscription> legacy = new HashMap<>();
    private final Map<Integer, PlainSubscription> licensed = new HashMap<>();
    private final List<Known> agreements = new ArrayList<>();

    Market(Plain plain) {
        this.plain = plain;
        Places.ACCOUNTS.forEach(profile -> accounts.add(new PlainAccount()));
        for (int i = 0; i < Places.AGREEMENTS; i++) {
            agreements.add(new Known());
        }
    }

    String on(Deed deed) {
        if (deed instanceof Deed.Claim claim) {
            return claim(claim);
        } else if (deed instanceof Deed.GiveUp giveUp) {
            return giveUp(giveUp);
        } else if (deed instanceof Deed.Hear hear) {
            return hear(hear);
        } else if (deed instanceof Deed.License license) {
            return license(license);
        } else if (deed instanceof Deed.AgreementEnd end) {
            return agreementEnd(end);
        } else if (deed instanceof Deed.AgreementMade made) {
            Known previous = agreements.get(made.previous());
            Known next = agreements.get(made.agreement());
            next.previous = next.previous == -1 ? made.previous() : next.previous;
            boolean isFirstNamed = next.previous == made.previous();
            previous.successor = previous.successor == -1 && isFirstNamed ? made.agreement() : previous.successor;
            reachBefore(made.agreement(), plain.now);
        }
        return "ok";
    }

    /** Ends whose status never came. */
    void decide(Instant to) {
        licensed.values().forEach(subscription -> {
            Instant until = subscription.undecidedUntil;
            if (until != null && !to.isBefore(until)) {
                decided(subscription, subscription.mayBeSucceeded());
                reach(subscription, until);
                reachBefore(subscription.agreement, until);
            }
        });
    }

    boolean hasUndecided() {
        return licensed.values().stream().anyMatch(subscription -> subscription.undecidedUntil != null);
    }

    private String claim(Deed.Claim claim) {
        PlainAccount account = accounts.get(claim.account());
        PlainSubscription subscription =
                legacy.computeIfAbsent(claim.account(), first -> new PlainSubscription("prod", -1, 1));
        if (subscription.status.equals("ENDED")) {
            subscription = expectedAgain(subscription);
            legacy.put(claim.account(), subscription);
        }
        trace(subscription, claim.account());
        boolean awaited = plain.workspaces.stream().anyMatch(workspace -> workspace.waitsFor == claim.account());
        if (account.isAwaitedOnly(plain.now) && !awaited) {
            account.forget();
        }
        spread(subscription);
        if (subscription.status.equals("PENDING")) {
            if (account.holder(plain.now) == -1) {
                account.forget();
            }
            account.keptUntil = plain.now.plus(PlainWorkspace.COUNTDOWN);
        }
        account.landedOn = subscription.status.equals("ENDING") ? subscription : account.landedOn;
        int standing = account.holder(plain.now);
        if (standing != -1 && standing != claim.holder()) {
            return "RegisteredElsewhere";
        } else if (!Places.HOLDERS
                .get(claim.holder())
                .currency()
                .equals(Places.ACCOUNTS.get(claim.account()).currency())) {
            return "CurrencyMismatch";
        }
        if (standing == -1) {
            account.holder = claim.holder();
            account.registrations++;
            account.rememberedUntil = null;
            account.awaitedUntil = null;
            Instant kept = account.keptUntil;
            account.keptUntil = kept != null && plain.now.isBefore(kept) ? kept : null;
        }
        if (!account.pays() && (!account.pending.isEmpty() || account.landedOn != null)) {
            account.keptUntil = plain.now.plus(PlainWorkspace.COUNTDOWN);
        }
        return "ok";
    }

    /** Who lands after the end is expected to have subscribed again. */
    private static PlainSubscription expectedAgain(PlainSubscription over) {
        PlainSubscription next = new PlainSubscription("prod", -1, over.life + 1);
        next.account = over.account;
        next.newest = over.newest;
        next.newestKind = over.newestKind;
        return next;
    }

    private String giveUp(Deed.GiveUp giveUp) {
        PlainAccount account = accounts.get(giveUp.account());
        int standing = account.recorded ? account.holder(plain.now) : -1;
        if (giveUp.holder() != -1 && giveUp.holder() != standing) {
            return "NotForThisActor";
        } else if (!account.recorded) {
            return "CloudAccountUnknown";
        } else if (standing == -1) {
            return "NotRegistered";
        } else if (!account.paying.isEmpty()) {
            return "StillPays";
        } else if (plain.workspaces.stream()
                .anyMatch(workspace -> workspace.payer != null && workspace.payer.account == giveUp.account())) {
            return "StillSettles";
        }
        account.forget();
        for (PlainWorkspace workspace : plain.workspaces) {
            if (workspace.waitsFor == giveUp.account()) {
                plain.stopWaiting(workspace, plain.now);
            }
        }
        return "ok";
    }

    private String hear(Deed.Hear hear) {
        Instant ownTime = plain.now.minus(hear.late());
        PlainSubscription latest =
                legacy.computeIfAbsent(hear.account(), first -> new PlainSubscription("prod", -1, 1));
        if (latest.isStale(hear.kind(), ownTime)) {
            return "Stale";
        }
        if (latest.status.equals("ENDED") && (hear.kind() == Kind.ACTIVATED || hear.kind() == Kind.ENDING)) {
            int account = latest.account;
            latest = new PlainSubscription("prod", -1, latest.life + 1);
            latest.account = account;
            legacy.put(hear.account(), latest);
        }
        apply(latest, hear.kind(), ownTime);
        spread(latest);
        return "ok";
    }

    private String license(Deed.License license) {
        Known agreement = agreements.get(license.agreement());
        PlainSubscription subscription = licensed.computeIfAbsent(
                license.agreement(), first -> new PlainSubscription("plus", license.agreement(), 1));
        trace(subscription, Places.accountOf(license.agreement()));
        succeed(subscription, plain.now);
        Instant ownTime = plain.now.minus(license.late());
        boolean stale = subscription.isStale(license.kind(), ownTime);
        if (!stale) {
            apply(subscription, license.kind(), ownTime);
        }
        Kind ended = agreement.ended;
        if (ended != null && !subscription.isStale(ended, agreement.endedAt)) {
            stale = false;
            apply(subscription, ended, agreement.endedAt);
        }
        spread(subscription);
        if (subscription.decided) {
            reachBefore(license.agreement(), plain.now);
        }
        return stale ? "Stale" : "ok";
    }

    private String agreementEnd(Deed.AgreementEnd end) {
        Known agreement = agreements.get(end.agreement());
        Instant ownTime = plain.now.minus(end.late());
        boolean older = isOlder(end.kind(), ownTime, agreement);
        if (!older) {
            agreement.ended = end.kind();
            agreement.endedAt = ownTime;
        }
        PlainSubscription subscription = licensed.get(end.agreement());
        boolean stale = subscription != null && subscription.isStale(end.kind(), ownTime);
        if (subscription != null && !stale) {
            apply(subscription, end.kind(), ownTime);
            spread(subscription);
        }
        reachBefore(end.agreement(), plain.now);
        return stale ? "Stale" : "ok";
    }

    private static boolean isOlder(Kind kind, Instant ownTime, Known than) {
        if (than.ended == null) {
            return false;
        }
        int rank = PlainSubscription.rank(kind);
        int known = PlainSubscription.rank(than.ended);
        return rank < known || (rank == known && ownTime.isBefore(than.endedAt));
    }

    /** Those before an agreement in its chain, which may have awaited it. */
    private void reachBefore(int agreement, Instant at) {
        List<Integer> seen = new ArrayList<>(List.of(agreement));
        int before = agreements.get(agreement).previous;
        while (before != -1 && !seen.contains(before)) {
            seen.add(before);
            PlainSubscription subscription = licensed.get(before);
            if (subscription != null) {
                succeed(subscription, at);
            }
            before = agreements.get(before).previous;
        }
    }

    /** Who is to follow it: the first of the chain that has not ended; where all have, nobody is awaited any more. */
    private void succeed(PlainSubscription subscription, Instant at) {
        List<Integer> seen = new ArrayList<>(List.of(subscription.agreement));
        int next = agreements.get(subscription.agreement).successor;
        int last = -1;
        boolean ended = false;
        while (next != -1 && !seen.contains(next)) {
            seen.add(next);
            last = next;
            Known known = agreements.get(next);
            PlainSubscription own = licensed.get(next);
            boolean isStatusKnown = known.ended != null && known.ended != Kind.STATUS_UNKNOWN;
            boolean over = isStatusKnown || (own != null ? own.decided : known.ended != null);
            ended = over && !(known.ended == Kind.SUPERSEDED && known.successor == -1);
            next = over ? known.successor : -1;
        }
        if (last != -1 && subscription.successor != last) {
            subscription.successor = last;
            subscription.successorEnded = false;
        }
        if (ended && !subscription.successorEnded) {
            subscription.successorEnded = true;
            subscription.succeeded = false;
            for (PlainWorkspace workspace : plain.workspaces) {
                if (workspace.successorUntil != null && workspace.ended == subscription) {
                    workspace.successorUntil = null;
                    meetTheEnd(workspace, subscription, at);
                    plain.note("SUCCESSOR_ENDED_WHILE_AWAITED", true);
                }
            }
        }
    }

    private void trace(PlainSubscription subscription, int account) {
        if (subscription.account == -1) {
            subscription.account = account;
            accounts.get(account).recorded = true;
            subscription.open = subscription.open || subscription.isActive();
        }
    }

    private void apply(PlainSubscription subscription, Kind kind, Instant ownTime) {
        boolean over = subscription.isOver();
        if (kind != Kind.NOT_ACTIVATED) {
            subscription.newest = ownTime;
            subscription.newestKind = kind;
        }
        if (kind == Kind.ACTIVATED) {
            subscription.frozen = Instant.MAX;
        } else if (subscription.frozen.equals(Instant.MAX) && kind != Kind.NOT_ACTIVATED) {
            subscription.frozen = ownTime;
        }
        if (kind == Kind.NOT_ACTIVATED) {
            fail(subscription);
        } else if (kind == Kind.ACTIVATED && !subscription.isActive()) {
            note("RETURNED_BEFORE_THE_FINAL_SIGN", subscription, subscription.settles);
            subscription.settles = false;
            subscription.activated = subscription.activated.equals(Instant.MAX) ? ownTime : subscription.activated;
            subscription.status = "ACTIVE";
            subscription.undecidedUntil = null;
            subscription.decided = false;
            subscription.succeeded = false;
            subscription.open = true;
        } else if ((kind == Kind.DEPROVISIONED || kind == Kind.STATUS_UNKNOWN) && !over) {
            subscription.status = "ENDING";
            subscription.undecidedUntil = plain.now.plus(Duration.ofMinutes(30));
            subscription.open = false;
        } else if (kind == Kind.ENDING && !over && plain.house.has(Custom.FINAL_SIGN)) {
            subscription.status = "ENDING";
            subscription.settles = true;
            subscription.open = false;
        } else if (kind == Kind.ENDING && !over) {
            subscription.status = "ENDING";
            decided(subscription, false);
        } else if (kind == Kind.ENDED) {
            note("ENDED_AT_THE_FINAL_SIGN", subscription, subscription.settles);
            if (!subscription.decided) {
                decided(subscription, false);
            }
            subscription.status = "ENDED";
        } else if ((kind == Kind.SUPERSEDED || kind == Kind.CANCELLED) && !subscription.decided) {
            subscription.status = "ENDING";
            boolean unnamed = kind == Kind.SUPERSEDED && subscription.successor == -1;
            decided(subscription, unnamed || subscription.mayBeSucceeded());
        }
    }

    /** Itself does not begin, or what its buyer has subscribed to after its end: whoever waits for that is to choose again. */
    private void fail(PlainSubscription subscription) {
        boolean next = subscription.account != -1 && accounts.get(subscription.account).landedOn == subscription;
        if (subscription.account != -1 && !subscription.isActive()) {
            for (PlainWorkspace workspace : plain.workspaces) {
                if (waitsFor(workspace, subscription)) {
                    plain.note("FAILED_WHILE_ENDING", next);
                    plain.stopWaiting(workspace, plain.now);
                }
            }
        }
    }

    private void note(String what, PlainSubscription subscription, boolean happened) {
        plain.note(what, happened && plain.workspaces.stream().anyMatch(workspace -> workspace.payer == subscription));
    }

    private static void decided(PlainSubscription subscription, boolean succeeded) {
        subscription.settles = false;
        subscription.undecidedUntil = null;
        subscription.decided = true;
        subscription.succeeded = succeeded;
        subscription.open = true;
    }

    /** The account follows, and all workspaces hear of it. */
    private void spread(PlainSubscription subscription) {
        if (subscription.account != -1) {
            accounts.get(subscription.account).follow(subscription, plain.now);
            reach(subscription, plain.now);
        }
    }

    private void reach(PlainSubscription subscription, Instant at) {
        if (!subscription.open || subscription.account == -1) {
            return;
        }
        subscription.open = false;
        for (int i = 0; i < plain.workspaces.size(); i++) {
            PlainWorkspace workspace = plain.workspaces.get(i);
            if (subscription.isActive()) {
                activated(workspace, i, subscription);
            } else if (workspace.payer == subscription) {
                lose(workspace, subscription, at);
            }
        }
    }

    private static boolean waitsFor(PlainWorkspace workspace, PlainSubscription subscription) {
        return workspace.waitsFor == subscription.account
                && (workspace.waitsForAgreement == -1 || workspace.waitsForAgreement == subscription.agreement);
    }

    private void activated(PlainWorkspace workspace, int number, PlainSubscription subscription) {
        Optional<PlainSubscription> payer = Optional.of(subscription);
        if (!workspace.registered || !workspace.gone.isEmpty()) {
            return;
        } else if (waitsFor(workspace, subscription)) {
            List<String> refusals = plain.refusals(
                    workspace,
                    number,
                    new Plain.Wish(subscription.account, -1, payer, false),
                    workspace.owner, // who may ask was judged when it was asked
                    workspace.waitsSince);
            Instant month = workspace.waitsSince;
            plain.stopWaiting(workspace, plain.now);
            if (refusals.isEmpty()) {
                plain.pay(workspace, payer, month);
            }
            return;
        }
        PlainSubscription ended = workspace.ended;
        boolean returns = ended != null
                && workspace.isUnpaid()
                && !workspace.movedSince
                && ended.account == subscription.account
                && ended.product.equals(subscription.product)
                && accounts.get(subscription.account).holder(plain.now) == workspace.holder
                && accounts.get(subscription.account).registrations == workspace.lostUnder
                && !plain.isBarred(workspace)
                && Plain.siteAllows(workspace, number, Places.cloud(subscription.account));
        boolean restores = workspace.successorUntil != null || !plain.house.has(Custom.LEAVES_LOCKED);
        plain.note("LEFT_LOCKED", returns && !restores);
        if (returns && restores) {
            plain.pay(workspace, payer, Instant.MIN);
        }
    }

    private void lose(PlainWorkspace workspace, PlainSubscription ended, Instant at) {
        PlainAccount account = accounts.get(ended.account);
        List<PlainSubscription> takers = account.active().stream()
                .filter(active -> active.product.equals(ended.product) && active != ended)
                .toList();
        Optional<PlainSubscription> taker = takers.stream()
                .filter(active -> ended.successor != -1 && active.agreement == ended.successor)
                .findFirst()
                .or(() -> takers.stream().findFirst());
        workspace.payer = taker.orElse(null);
        if (taker.isPresent()) {
            return;
        }
        workspace.lostUnder = account.registrations;
        if (ended.succeeded) {
            workspace.ended = ended;
            workspace.successorUntil = at.plus(Duration.ofHours(24));
        } else {
            meetTheEnd(workspace, ended, at);
        }
    }

    private void meetTheEnd(PlainWorkspace workspace, PlainSubscription ended, Instant at) {
        if (Places.cloud(ended.account).equals(Cloud.ALIBABA)) {
            workspace.byCenter = true;
            if (plain.arrears[workspace.holder]) {
                workspace.lock("Arrears" + workspace.holder, at);
            }
        } else {
            workspace.ended = ended;
            workspace.lock("SubscriptionEnded", at);
        }
    }
}
