package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The real aggregates, and just enough around them: load, ask, save. */
final class Town {

    /** Workspace {@code i} lives on site {@code i}, under {@link #holderOf}. */
    static final List<Site> SITES = List.of(World.ON_AWS, World.ON_AWS_CHINA, World.UNLISTED, World.ON_AWS);

    static final List<Cloud> CLOUDS = List.of(Cloud.AWS, Cloud.AWS_CHINA);

    static final List<BillingCenterAccount> HOLDERS = List.of(World.HOLDER, World.OTHER_HOLDER);

    Instant now = World.START;
    final Map<Integer, Workspace> workspaces = new HashMap<>();
    final List<CloudAccount> accounts = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();

    /** Every event ever, in order. */
    final List<DomainEvent> told = new ArrayList<>();

    Town() {
        for (int i = 0; i < CLOUDS.size(); i++) {
            Request by = World.byMarketplace(now);
            accounts.add(saved(
                    CloudAccount.recorded(CloudAccountId.of("aws", "00000000000" + i), CLOUDS.get(i), World.USD, by)));
            subscriptions.add(born(i, 1));
        }
    }

    static int holderOf(int workspace) {
        return workspace == 3 ? 1 : 0;
    }

    /** Does it, and says what came of it: {@code ok}, or the names of the refusals. */
    String on(Command command) {
        if (command instanceof Command.Wait wait) {
            now = now.plus(wait.time());
            return "ok";
        } else if (command instanceof Command.Register register) {
            return register(register);
        } else if (command instanceof Command.Settle settle) {
            return settle(settle);
        } else if (command instanceof Command.Lock lock) {
            return lock(lock);
        } else if (command instanceof Command.Claim claim) {
            return claim(claim);
        }
        return hear((Command.Hear) command);
    }

    private String register(Command.Register register) {
        int i = register.workspace();
        if (workspaces.containsKey(i)) {
            return "WorkspaceTaken";
        }
        RegistrationForm form = new RegistrationForm(
                new WorkspaceId("wksp_" + i),
                World.OWNER,
                new RegistrationForm.Answers("name", "ZH", "site", new RegistrationForm.Consent(true, "1")));
        var around = World.around(HOLDERS.get(holderOf(i)), SITES.get(i));
        return Workspace.register(form, asked(register.payer(), new Actor.Owner(World.OWNER)), around)
                .fold(Town::names, change -> {
                    workspaces.put(i, saved(change));
                    return "ok";
                });
    }

    private String settle(Command.Settle settle) {
        int i = settle.workspace();
        if (!workspaces.containsKey(i)) {
            return "WorkspaceUnknown";
        }
        var around = World.around(HOLDERS.get(holderOf(i)), SITES.get(i));
        return workspace(i)
                .settle(asked(settle.payer(), settle.actor()), around)
                .fold(refusal -> refusal.getClass().getSimpleName(), change -> {
                    workspaces.put(i, saved(change));
                    return "ok";
                });
    }

    private String lock(Command.Lock lock) {
        if (workspaces.containsKey(lock.workspace())) {
            Request by = new Request(new Actor.Staff(new UserId("staff")), now);
            workspaces.put(
                    lock.workspace(), saved(workspace(lock.workspace()).lock(lock.cause(), World.COUNTDOWN, by)));
        }
        return "ok";
    }

    private String claim(Command.Claim claim) {
        return accounts.get(claim.account())
                .claimedBy(HOLDERS.get(claim.holder()), World.byOwner(now))
                .fold(refusal -> refusal.getClass().getSimpleName(), change -> {
                    accounts.set(claim.account(), saved(change));
                    return "ok";
                });
    }

    private String hear(Command.Hear hear) {
        Sign sign = new Sign(hear.kind(), now.minus(hear.late()));
        Request by = World.byMarketplace(now);
        Subscription latest = subscriptions.get(hear.account());
        Either<StaleSign, Change<Subscription>> answer =
                latest.isFollowedBy(sign) ? Either.right(latest.nextLife(sign, by)) : latest.hear(sign, by);
        return answer.fold(stale -> "Stale", change -> {
            subscriptions.set(hear.account(), saved(change));
            change.events().forEach(event -> follow(hear.account(), event));
            return "ok";
        });
    }

    /** What a subscription's event means to the others, the whole cascade at once. */
    private void follow(int account, DomainEvent event) {
        Subscription of = subscriptions.get(account);
        Request by = event.request();
        accounts.set(account, saved(accounts.get(account).follow(of, World.COUNTDOWN, by)));
        if (event instanceof SubscriptionEvent.SubscriptionEnding ending) {
            workspaces.replaceAll(
                    (i, workspace) -> saved(workspace.payerEnded(of.id(), ending.freeze(), World.COUNTDOWN, by)));
            subscriptions.set(account, saved(of.cascadeCompleted(by)));
        }
    }

    private Subscription born(int account, int life) {
        MarketplaceCustomer customer = new MarketplaceCustomer.Legacy(World.PRODUCT, "customer-" + account);
        Request by = World.byMarketplace(now);
        return saved(saved(Subscription.seen(customer, life, by))
                .tracedTo(accounts.get(account).id(), by));
    }

    private Workspace workspace(int i) {
        return Option.of(workspaces.get(i)).get();
    }

    private Asked asked(int payer, Actor actor) {
        Option<CloudAccount> through = Option.when(payer != Command.BILLING_CENTER, () -> accounts.get(payer));
        return new Asked(through, new Request(actor, now));
    }

    private <A> A saved(Change<A> change) {
        told.addAll(change.events());
        return change.after();
    }

    private static String names(RegistrationRefusal refusal) {
        return refusal.problems().stream()
                .map(problem -> ((PaymentRefused) problem).why().getClass().getSimpleName())
                .collect(Collectors.joining(","));
    }
}
