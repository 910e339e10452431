package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.history.Bazaar.Buyer;
import com.guance.billing.history.Plain.Successor;
import com.guance.billing.history.Plain.Waiting;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rules once more, as plainly as they can be said: fields, loops and ifs. */
final class Model implements Side {

    Instant now = World.START;
    final List<Plain> plains = new ArrayList<>();
    final Bazaar bazaar = new Bazaar();
    final boolean[] owes = new boolean[Town.HOLDERS.size()];
    final Rules rules = new Rules(this);

    Model() {
        for (int i = 0; i < Town.SITES.size(); i++) {
            Plain plain = new Plain();
            plain.holder = Town.firstHolder(i);
            plains.add(plain);
        }
    }

    String on(Command command) {
        pass();
        return command.to(this);
    }

    void pass() {
        for (Deal deal : bazaar.deals) {
            deal.undecidedUntil.filter(at -> !now.isBefore(at)).forEach(at -> {
                deal.decide("ENDING");
                ended(deal, at);
            });
        }
        plains.forEach(plain -> pass(plain, now));
    }

    @Override
    public String register(Command.Register command) {
        Command.Settle asked =
                new Command.Settle(command.workspace(), command.payer(), Command.WHICHEVER, Answers.OWNER);
        return born(command.workspace(), rules.all(asked, now, now), plain -> {
            plain.lapse = Option.some(now.plus(Duration.ofDays(14)));
            settled(plain, asked);
        });
    }

    @Override
    public String registerAwaiting(Command.RegisterAwaiting command) {
        return born(
                command.workspace(),
                rules.site(command.workspace(), command.account()),
                plain -> plain.lapse = Option.some(now.plus(Duration.ofDays(14))));
    }

    @Override
    public String registerExperience(Command.RegisterExperience command) {
        return born(command.workspace(), List.of(), plain -> plain.experience = true);
    }

    @Override
    public String settle(Command.Settle command) {
        String answer = rules.answer(command);
        if (answer.equals("ok")) {
            settled(plains.get(command.workspace()), command);
        }
        return answer;
    }

    @Override
    public String withdraw(Command.Withdraw command) {
        Plain plain = plains.get(command.workspace());
        boolean may = command.actor().equals(plain.owner) || command.actor().equals(rules.holder(plain));
        return first(
                        plain,
                        Rules.unless(may, "NotForThisActor"),
                        Rules.unless(plain.waiting.isDefined(), "NothingWaits"))
                .getOrElse(() -> {
                    plain.waitNoMore(now);
                    return "ok";
                });
    }

    @Override
    public String lock(Command.StaffLock command) {
        Plain plain = plains.get(command.workspace());
        boolean may = command.actor().equals(Town.STAFF);
        return first(plain, Rules.unless(may, "NotForThisActor"), Rules.unless(!plain.isClosed(), "WorkspaceClosed"))
                .getOrElse(() -> {
                    plain.lock("staff", now);
                    return "ok";
                });
    }

    @Override
    public String release(Command.StaffRelease command) {
        Plain plain = plains.get(command.workspace());
        boolean may = command.actor().equals(Town.STAFF);
        return first(
                        plain,
                        Rules.unless(may, "NotForThisActor"),
                        Rules.unless(!plain.isClosed(), "WorkspaceClosed"),
                        Rules.unless(!plain.over, "FullyLocked"),
                        Rules.unless(plain.causes.contains("staff"), "NotLockedFor"))
                .getOrElse(() -> {
                    plain.release("staff");
                    return "ok";
                });
    }

    @Override
    public String unlock(Command.Unlock command) {
        Plain plain = plains.get(command.workspace());
        Option<Command.Settle> payer = rules.payerOfUnlocking(command);
        List<String> reasons = rules.againstUnlocking(command, payer);
        if (!plain.registered) {
            return "WorkspaceUnknown";
        } else if (reasons.isEmpty()) {
            settled(plain, payer.get());
            return "ok";
        }
        return Answers.all(reasons);
    }

    @Override
    public String move(Command.Move command) {
        Plain plain = plains.get(command.workspace());
        return first(
                        plain,
                        Rules.unless(command.actor().equals(plain.owner), "NotForThisActor"),
                        Rules.unless(plain.holder != command.holder(), "AlreadyUnder"),
                        Rules.unless(command.oneEnterprise(), "NotOneEnterprise"),
                        Rules.unless(!plain.isClosed(), "WorkspaceClosed"),
                        Rules.unless(!plain.over, "FullyLocked"),
                        Rules.unless(!plain.isPaidByAccount(), "LockedIn"),
                        Rules.unless(plain.waiting.isEmpty(), "AChangeWaits"))
                .getOrElse(() -> {
                    plain.holder = command.holder();
                    plain.forgone = true;
                    lockIfOwing(plain, now);
                    return "ok";
                });
    }

    @Override
    public String changeOwner(Command.ChangeOwner command) {
        Plain plain = plains.get(command.workspace());
        boolean may = command.actor().equals(plain.owner) || command.actor().equals(Town.STAFF);
        Actor to = new Actor.Owner(command.to());
        return first(
                        plain,
                        Rules.unless(may, "NotForThisActor"),
                        Rules.unless(!plain.isClosed(), "WorkspaceClosed"),
                        Rules.unless(!plain.owner.equals(to), "AlreadyOwner"))
                .getOrElse(() -> {
                    plain.owner = to;
                    return "ok";
                });
    }

    @Override
    public String dissolve(Command.Dissolve command) {
        Plain plain = plains.get(command.workspace());
        boolean may =
                command.actor().equals(plain.owner) || (command.actor().equals(Town.STAFF) && plain.isFullAt(now));
        return first(plain, Rules.unless(may, "NotForThisActor"), Rules.unless(!plain.isClosed(), "WorkspaceClosed"))
                .getOrElse(() -> {
                    plain.unpay();
                    plain.waiting = Option.none();
                    plain.successor = Option.none();
                    plain.closed = "DISSOLVED";
                    return "ok";
                });
    }

    @Override
    public String owe(Command.Owe command) {
        boolean news = owes[command.holder()] != command.begins();
        owes[command.holder()] = command.begins();
        for (Plain plain : plains) {
            if (news && command.begins() && plain.holder == command.holder()) {
                lockIfOwing(plain, now);
            } else if (news && !command.begins() && !plain.isClosed() && !plain.over) {
                plain.release("arrears " + command.holder());
            }
        }
        return "ok";
    }

    @Override
    public String claim(Command.Claim command) {
        boolean anew = bazaar.holderAt(command.account(), now) == -1;
        plains.stream()
                .filter(plain -> anew && plain.lostAccount() == command.account())
                .forEach(plain -> plain.forgone = true);
        return bazaar.claim(command.account(), command.holder(), now);
    }

    @Override
    public String release(Command.Release command) {
        now = now.plusNanos(1);
        Buyer buyer = bazaar.buyers.get(command.account());
        int holder = bazaar.holderAt(command.account(), now);
        if (bazaar.isUndecided(command.account())) {
            return "EndUndecided";
        }
        boolean held = holder != -1
                && command.actor()
                        .equals(new Actor.Holder(Town.HOLDERS.get(holder).id()));
        if (!command.actor().equals(Town.STAFF) && !held) {
            return "NotForThisActor";
        } else if (holder == -1) {
            return "NotRegistered";
        } else if (!bazaar.payers(command.account()).isEmpty()) {
            return "StillPays";
        }
        buyer.holder = -1;
        buyer.forgottenAt = Option.none();
        plains.stream()
                .filter(plain -> plain.waiting.exists(waiting -> waiting.account() == command.account()))
                .forEach(plain -> plain.waitNoMore(now));
        return "ok";
    }

    @Override
    public String hear(Command.Hear command) {
        Deal deal = bazaar.deals.get(command.subscription());
        Instant at = now.minus(command.late());
        if (deal.isStale(command.kind(), at)) {
            return "Stale";
        }
        String before = deal.status;
        boolean told = deal.hear(command.kind(), at, now);
        bazaar.follow(deal, before, now);
        if (told && command.kind() == Kind.NOT_ACTIVATED) {
            plains.forEach(plain -> failed(plain, deal, now));
        } else if (told && deal.is("ACTIVE")) {
            plains.forEach(plain -> rules.activated(plain, deal));
        } else if (told) {
            ended(deal, now);
        }
        return "ok";
    }

    @Override
    public String name(Command.NameSuccessor command) {
        bazaar.deals.get(command.subscription()).renamed = true;
        return "ok";
    }

    @Override
    public String await(Command.Wait command) {
        now = now.plus(command.time());
        return "ok";
    }

    /** Somebody pays, or is waited for. */
    void settled(Plain plain, Command.Settle asked) {
        Option<String> subscription = rules.subscription(asked);
        Option<String> method = rules.method(plain, asked, subscription);
        if (method.isDefined()) {
            plain.waiting = Option.none();
            paid(plain, method.get(), asked.payer(), Option.when(plain.usesMonth(), now));
        } else if (!plain.waiting.exists(waiting ->
                waiting.account() == asked.payer() && waiting.subscription().equals(subscription))) {
            plain.waiting = Option.some(new Waiting(asked.payer(), subscription, now));
        }
    }

    void paid(Plain plain, String by, int account, Option<Instant> month) {
        plain.pay(by, account, month);
        lockIfOwing(plain, now);
        plain.release("ended");
    }

    private void lockIfOwing(Plain plain, Instant at) {
        if (plain.payer.equals(Plain.CENTER) && owes[plain.holder] && !plain.isClosed()) {
            plain.lock("arrears " + plain.holder, at);
        }
    }

    private void ended(Deal deal, Instant at) {
        int account = Market.ACCOUNTS.get(deal.number);
        for (Plain plain : plains) {
            pass(plain, at);
            if (plain.payer.equals(deal.name())) {
                plain.unpay();
                lost(plain, deal, account, at);
            }
        }
    }

    private void lost(Plain plain, Deal deal, int account, Instant at) {
        Option<String> taker = bazaar.payer(account, Option.none());
        if (taker.isDefined()) {
            plain.pay(taker.get(), account, Option.none());
        } else if (deal.hasSuccessor()) {
            plain.successor = Option.some(new Successor(deal.name(), account, at.plus(Duration.ofHours(24))));
        } else {
            consequence(plain, deal.name(), account, at);
        }
    }

    private void consequence(Plain plain, String ended, int account, Instant at) {
        if (Market.CLOUDS.get(account).name().equals("alibaba")) {
            plain.pay(Plain.CENTER, Command.BILLING_CENTER, Option.none());
            lockIfOwing(plain, at);
        } else {
            plain.lock("ended " + ended, at);
            plain.endedAccount = account;
        }
    }

    private void failed(Plain plain, Deal deal, Instant at) {
        int account = Market.ACCOUNTS.get(deal.number);
        boolean over = plain.waiting.exists(waiting -> waiting.account() == account
                && waiting.subscription().forAll(deal::isNamedBy)
                && bazaar.payer(account, waiting.subscription()).isEmpty());
        if (over) {
            plain.waitNoMore(at);
        }
    }

    private void pass(Plain plain, Instant to) {
        plain.pass(
                to,
                () -> plain.successor.forEach(
                        awaited -> consequence(plain, awaited.ended(), awaited.account(), awaited.deadline())));
    }

    private String born(int workspace, List<String> refusals, Consumer<Plain> how) {
        Plain plain = plains.get(workspace);
        if (plain.registered) {
            return "WorkspaceTaken";
        } else if (!refusals.isEmpty()) {
            return String.join(",", refusals);
        }
        plain.registered = true;
        how.accept(plain);
        return "ok";
    }

    private static Option<String> first(Plain plain, String... refusals) {
        return plain.registered
                ? Option.ofOptional(List.of(refusals).stream()
                        .filter(refusal -> !refusal.isEmpty())
                        .findFirst())
                : Option.some("WorkspaceUnknown");
    }
}
