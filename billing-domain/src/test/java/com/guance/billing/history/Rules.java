package com.guance.billing.history;

import com.guance.billing.Actor;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is asked before anything changes, as plainly as it can be said. */
final class Rules {

    private final Model model;

    Rules(Model model) {
        this.model = model;
    }

    static String unless(boolean fine, String refusal) {
        return fine ? "" : refusal;
    }

    Actor holder(Plain plain) {
        return new Actor.Holder(Town.HOLDERS.get(plain.holder).id());
    }

    /** The name of the subscription that is asked for, if one is. */
    Option<String> subscription(Command.Settle asked) {
        return Option.when(
                asked.subscription() != Command.WHICHEVER,
                () -> model.bazaar.deals.get(asked.subscription()).name());
    }

    /** Who would pay; none while it is waited for. */
    Option<String> method(Plain plain, Command.Settle asked, Option<String> subscription) {
        if (asked.payer() == Command.BILLING_CENTER) {
            return Option.some(Plain.CENTER);
        }
        boolean stays = plain.isPaidByAccount()
                && plain.paidAccount == asked.payer()
                && subscription.forAll(plain.payer::equals)
                && model.bazaar.isActive(plain.payer);
        return stays ? Option.some(plain.payer) : model.bazaar.payer(asked.payer(), subscription);
    }

    /** What is answered to a request to change who pays. */
    String answer(Command.Settle asked) {
        List<String> refusals = all(asked, model.now, model.now);
        if (!model.plains.get(asked.workspace()).registered) {
            return "WorkspaceUnknown";
        }
        return refusals.isEmpty() ? "ok" : refusals.get(0);
    }

    List<String> all(Command.Settle asked, Instant at, Instant month) {
        return all(asked, subscription(asked), at, month);
    }

    /** Every rule's refusal, in the order of the rules. */
    private List<String> all(Command.Settle asked, Option<String> subscription, Instant at, Instant month) {
        Plain plain = model.plains.get(asked.workspace());
        int account = asked.payer();
        boolean center = account == Command.BILLING_CENTER;
        Option<String> method = method(plain, asked, subscription);
        List<String> all = ofUnlocking(plain, asked.actor(), at);
        if (all.contains("NotForThisActor")) {
            return all;
        }
        boolean waits = plain.waiting.exists(waiting ->
                waiting.account() == account && waiting.subscription().equals(subscription));
        boolean known = center || model.bazaar.holderAt(account, at) == plain.holder;
        if (!known) {
            all.add(all.contains("FullyLocked") ? all.size() - 1 : all.size(), "CloudAccountUnknown");
        }
        if (known && method.isEmpty() && !model.bazaar.expects(account, subscription) && !waits) {
            all.add("NoActiveSubscription");
        }
        all.addAll(center || !known ? List.of() : site(asked.workspace(), account));
        if (known && method.contains(plain.payer)) {
            all.add("AlreadySettledThatWay");
        }
        if (plain.isPaidByAccount() && model.bazaar.isActive(plain.payer)) {
            all.add("LockedIn");
        }
        if (plain.usesMonth() && plain.changed.contains(Plain.month(month))) {
            all.add("ChangedThisMonth");
        }
        return all;
    }

    List<String> site(int workspace, int account) {
        boolean allowed = Town.SITES.get(workspace).operator().equals(Market.CLOUDS.get(account));
        return allowed ? List.of() : List.of("SiteDoesNotAllow");
    }

    /** With whom <em>unlock now</em> would settle it, if with anyone. */
    Option<Command.Settle> payerOfUnlocking(Command.Unlock command) {
        Plain plain = model.plains.get(command.workspace());
        int account = plain.isLockedByEnd() ? plain.endedAccount : Command.BILLING_CENTER;
        if (account == Command.BILLING_CENTER) {
            return Option.none();
        }
        Option<Integer> subscription =
                model.bazaar.payer(account, Option.none()).map(name -> name.charAt(0) - '0');
        boolean center =
                subscription.isEmpty() && !Market.CLOUDS.get(account).name().equals("aws");
        return Option.when(
                center || subscription.isDefined(),
                () -> new Command.Settle(
                        command.workspace(),
                        center ? Command.BILLING_CENTER : account,
                        subscription.getOrElse(Command.WHICHEVER),
                        command.actor()));
    }

    List<String> againstUnlocking(Command.Unlock command, Option<Command.Settle> payer) {
        Plain plain = model.plains.get(command.workspace());
        List<String> all = payer.map(asked -> all(asked, model.now, model.now))
                .getOrElse(() -> ofUnlocking(plain, command.actor(), model.now));
        if (all.contains("NotForThisActor")) {
            return all;
        }
        boolean intoArrears =
                payer.exists(asked -> asked.payer() == Command.BILLING_CENTER) && model.owes[plain.holder];
        if (!plain.isLocked()) {
            all.add("NotLocked");
        } else if (intoArrears || plain.causes.stream().anyMatch(cause -> cause.startsWith("arrears"))) {
            all.add("ArrearsStand");
        }
        if (plain.causes.contains("staff")) {
            all.add("LockedByStaff");
        }
        if (plain.isLockedByEnd() && payer.isEmpty()) {
            all.add("NobodyPays");
        }
        return all;
    }

    /** A subscription is active: who waits for it is paid, who lost it is paid again, unless a rule is against it. */
    void activated(Plain plain, Deal deal) {
        int account = Market.ACCOUNTS.get(deal.number);
        Option<Plain.Waiting> mine = plain.waiting.filter(waiting ->
                waiting.account() == account && waiting.subscription().forAll(deal::isNamedBy));
        int workspace = model.plains.indexOf(plain);
        // Who may ask was judged when it was asked (SET-13): judged here is all else, as for one who may.
        Command.Settle asked = new Command.Settle(workspace, account, deal.number, plain.owner);
        if (plain.isClosed()) {
            return;
        }
        if (mine.isDefined()) {
            Plain.Waiting waiting = mine.get();
            plain.waitNoMore(model.now);
            if (all(asked, model.now, waiting.since()).isEmpty()) {
                model.paid(plain, deal.name(), account, Option.when(plain.usesMonth(), waiting.since()));
            }
        } else if (plain.payer.equals(Plain.NOBODY) && plain.lostAccount() == account && !plain.forgone) {
            List<String> against = all(asked, model.now, model.now);
            against.remove("ChangedThisMonth");
            if (against.isEmpty()) {
                model.paid(plain, deal.name(), account, Option.none());
            }
        }
    }

    /** Who asks, and whether there is a way back at all. */
    private List<String> ofUnlocking(Plain plain, Actor actor, Instant at) {
        List<String> all = new ArrayList<>();
        if (!actor.equals(plain.owner) && !actor.equals(holder(plain))) {
            all.add("NotForThisActor");
            return all;
        }
        if (plain.isClosed()) {
            all.add("WorkspaceClosed");
        }
        if (plain.isFullAt(at)) {
            all.add("FullyLocked");
        }
        return all;
    }
}
