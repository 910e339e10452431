package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules once more, as plainly as they can be said: fields, loops and ifs. */
final class Model {

    /** A workspace. */
    static final class Plain {
        boolean registered;
        String payer = "nobody";
        final Set<String> causes = new TreeSet<>();
        Option<Instant> deadline = Option.none();

        void lock(String cause, Instant until) {
            deadline = deadline.orElse(Option.some(until));
            causes.add(cause);
        }

        void unlockEnded() {
            causes.removeIf(cause -> cause.startsWith("ended"));
            deadline = causes.isEmpty() ? Option.none() : deadline;
        }
    }

    /** A cloud account and its subscriptions. */
    static final class Buyer {
        int life = 1;
        boolean active;
        boolean over;
        int holder = -1;
        Option<Instant> forgottenAt = Option.none();
        Option<Instant> newest = Option.none();
        Kind newestKind = Kind.NOT_ACTIVATED;
    }

    Instant now = World.START;
    final List<Plain> plains = new ArrayList<>();
    final List<Buyer> buyers = List.of(new Buyer(), new Buyer());

    Model() {
        Town.SITES.forEach(site -> plains.add(new Plain()));
    }

    String on(Command command) {
        if (command instanceof Command.Wait wait) {
            now = now.plus(wait.time());
        } else if (command instanceof Command.Register register) {
            return register(plains.get(register.workspace()), register);
        } else if (command instanceof Command.Settle settle) {
            return settle(plains.get(settle.workspace()), settle);
        } else if (command instanceof Command.Lock lock) {
            lock(plains.get(lock.workspace()), lock.cause());
        } else if (command instanceof Command.Claim claim) {
            return claim(buyers.get(claim.account()), claim.holder());
        } else if (command instanceof Command.Hear hear) {
            return hear(hear.account(), hear.kind(), now.minus(hear.late()));
        }
        return "ok";
    }

    private String register(Plain plain, Command.Register register) {
        if (plain.registered) {
            return "WorkspaceTaken";
        }
        List<String> refusals = refusals(plain, register.workspace(), register.payer());
        if (refusals.isEmpty()) {
            plain.registered = true;
            plain.payer = name(register.payer());
            return "ok";
        }
        return String.join(",", refusals);
    }

    private String settle(Plain plain, Command.Settle settle) {
        if (!plain.registered) {
            return "WorkspaceUnknown";
        }
        Actor holder = new Actor.Holder(
                Town.HOLDERS.get(Town.holderOf(settle.workspace())).id());
        if (!settle.actor().equals(new Actor.Owner(World.OWNER))
                && !settle.actor().equals(holder)) {
            return "NotForThisActor";
        }
        List<String> refusals = refusals(plain, settle.workspace(), settle.payer());
        if (!refusals.isEmpty()) {
            return refusals.get(0);
        }
        if (plain.payer.equals(name(settle.payer()))) {
            return "AlreadySettledThatWay";
        }
        plain.payer = name(settle.payer());
        plain.unlockEnded();
        return "ok";
    }

    private List<String> refusals(Plain plain, int workspace, int payer) {
        List<String> all = new ArrayList<>();
        if (payer != Command.BILLING_CENTER && holder(buyers.get(payer)) != Town.holderOf(workspace)) {
            all.add("UnderAnotherHolder");
        }
        if (plain.deadline.isDefined() && !now.isBefore(plain.deadline.get())) {
            all.add("FullyLocked");
        }
        if (payer != Command.BILLING_CENTER && !buyers.get(payer).active) {
            all.add("NoActiveSubscription");
        }
        if (payer != Command.BILLING_CENTER
                && !Town.SITES.get(workspace).operator().equals(Town.CLOUDS.get(payer))) {
            all.add("SiteDoesNotAllow");
        }
        return all;
    }

    private void lock(Plain plain, LockCause cause) {
        if (plain.registered) {
            plain.lock(cause.getClass().getSimpleName(), now.plus(World.COUNTDOWN));
        }
    }

    private String claim(Buyer buyer, int claimant) {
        if (holder(buyer) != -1 && holder(buyer) != claimant) {
            return "RegisteredElsewhere";
        }
        if (holder(buyer) == -1) {
            buyer.forgottenAt = buyer.forgottenAt.filter(now::isBefore);
        }
        buyer.holder = claimant;
        return "ok";
    }

    private String hear(int account, Kind kind, Instant ownTime) {
        Buyer buyer = buyers.get(account);
        if (buyer.newest.exists(newest -> isStale(kind, ownTime, newest, buyer.newestKind))) {
            return "Stale";
        }
        if (kind != Kind.NOT_ACTIVATED) {
            buyer.newest = Option.some(ownTime);
            buyer.newestKind = kind;
            become(buyer, kind, name(account));
        }
        return "ok";
    }

    private void become(Buyer buyer, Kind kind, String name) {
        buyer.life += buyer.over && kind != Kind.ENDED ? 1 : 0;
        if (kind == Kind.ACTIVATED && !buyer.active) {
            buyer.holder = holder(buyer);
            buyer.forgottenAt = Option.none();
            buyer.active = true;
        } else if (kind != Kind.ACTIVATED && buyer.active) {
            buyer.active = false;
            buyer.forgottenAt = Option.some(now.plus(World.COUNTDOWN));
            plains.stream().filter(plain -> plain.payer.equals(name)).forEach(plain -> {
                plain.payer = "nobody";
                plain.lock("ended " + name, now.plus(World.COUNTDOWN));
            });
        }
        buyer.over = kind == Kind.ENDED;
    }

    private int holder(Buyer buyer) {
        return buyer.forgottenAt.forAll(until -> now.isBefore(until)) ? buyer.holder : -1;
    }

    private String name(int payer) {
        return payer == Command.BILLING_CENTER ? "center" : payer + "#" + buyers.get(payer).life;
    }

    private static boolean isStale(Kind kind, Instant ownTime, Instant newest, Kind newestKind) {
        return ownTime.isBefore(newest) || (ownTime.equals(newest) && kind.compareTo(newestKind) <= 0);
    }
}
