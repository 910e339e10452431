package com.guance.billing.example.life;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.example.life.Deed.Who;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockObstacle.SettlementRefused;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The library, doing what a history says. */
final class Real {

    private final Fair fair = new Fair();
    final CloudBilling billing;
    Instant now = Places.START;
    final List<DomainEvent> told = new ArrayList<>();

    /** Where the choices that were asked before settling disagreed with settling (INV-9). */
    final List<String> disagreements = new ArrayList<>();

    private int notices;

    Real(UnitOfWork store, House house) {
        this.billing = fair.library(store, house);
    }

    String on(Deed deed) {
        if (deed instanceof Deed.Register register) {
            return register(register);
        } else if (deed instanceof Deed.Settle settle) {
            return settle(settle);
        } else if (deed instanceof Deed.Claim claim) {
            return claim(claim);
        } else if (deed instanceof Deed.GiveUp giveUp) {
            Actor actor = giveUp.holder() == -1
                    ? new Actor.Staff(Places.STAFF)
                    : new Actor.Holder(Places.holder(giveUp.holder()));
            return name(
                    billing.releaseCloudAccount().release(Places.account(giveUp.account()), new Request(actor, now)));
        } else if (deed instanceof Deed.Arrears arrears) {
            return arrears(arrears);
        } else if (deed instanceof Deed.Wait || deed instanceof Deed.Run) {
            return "ok";
        }
        return deed instanceof Deed.Hear
                        || deed instanceof Deed.License
                        || deed instanceof Deed.AgreementEnd
                        || deed instanceof Deed.AgreementMade
                ? receive(deed)
                : manage(deed);
    }

    void run() {
        billing.due().run(now);
    }

    Option<Workspace> workspace(int number) {
        return billing.ask().workspace(Places.workspace(number));
    }

    /** What was told since the last time. */
    List<DomainEvent> tell() {
        List<DomainEvent> fresh = new ArrayList<>();
        int more;
        do {
            more = billing.tellEvents().tell(delivery -> fresh.add(delivery.event()), Instant.MAX, 200);
        } while (more > 0);
        told.addAll(fresh);
        return fresh;
    }

    private String register(Deed.Register register) {
        int number = Math.min(register.workspace(), Places.WORKSPACES - 1);
        RegistrationForm form = new RegistrationForm(
                Places.workspace(number),
                Places.OWNER,
                new RegistrationForm.Answers(
                        "Shop", "ZH", Places.site(number).id().value(), new RegistrationForm.Consent(true, "2026-01")));
        BillingCenterAccountId holder = Places.holder(Places.bornUnder(number));
        Request by = by(register.who(), holder);
        RegisterWorkspace ask = billing.registerWorkspace();
        Either<RegistrationRefusal, Workspace> answer = switch (register.birth()) {
            case PAID ->
                register.payer() == Deed.BILLING_CENTER
                        ? ask.paidByBillingCenter(form, holder, by)
                        : ask.paidThrough(form, holder, Places.account(register.payer()), by);
            case AWAITING -> ask.awaitingSubscription(form, holder, Places.cloud(register.payer()), by);
            case EXPERIENCE -> ask.onExperiencePlan(form, holder, by);
        };
        return answer.fold(
                refusal -> refusal.problems().stream()
                        .map(problem -> problem instanceof PaymentRefused refused ? refused.why() : problem)
                        .map(Real::simpleName)
                        .collect(Collectors.joining(",")),
                born -> "ok");
    }

    private String settle(Deed.Settle settle) {
        WorkspaceId workspace = Places.workspace(settle.workspace());
        Request by = by(settle.who(), workspace);
        if (settle.payer() == Deed.BILLING_CENTER) {
            Option<SettlementRefusal> asked = choice(workspace, settle, by);
            return agreed(asked, billing.changeSettlement().byBillingCenter(workspace, by), settle);
        } else if (settle.agreement() != -1) {
            return name(billing.changeSettlement()
                    .through(workspace, Places.account(settle.payer()), fair.subscription(settle.agreement()), by));
        }
        Option<SettlementRefusal> asked = choice(workspace, settle, by);
        return agreed(asked, billing.changeSettlement().through(workspace, Places.account(settle.payer()), by), settle);
    }

    /** What the choices say beforehand; the refusal of asking where they cannot be asked. */
    private Option<SettlementRefusal> choice(WorkspaceId workspace, Deed.Settle settle, Request by) {
        Option<com.guance.billing.CloudAccountId> through =
                Option.when(settle.payer() != Deed.BILLING_CENTER, () -> Places.account(settle.payer()));
        return billing.askChoices()
                .of(workspace, by, PageRequest.first(100))
                .fold(
                        Option::some,
                        page -> Option.ofOptional(page.items().stream()
                                        .filter(choice -> choice.through().equals(through))
                                        .findFirst())
                                .map(Choice::refusal)
                                .getOrElse(() -> Option.some(NOT_OFFERED)));
    }

    private static final SettlementRefusal NOT_OFFERED =
            new SettlementRefusal.WorkspaceUnknown(new WorkspaceId("not offered at all"));

    private String agreed(
            Option<SettlementRefusal> asked, Either<SettlementRefusal, Workspace> acted, Deed.Settle settle) {
        boolean same = asked.contains(NOT_OFFERED)
                ? acted.isLeft()
                : asked.equals(acted.swap().toOption());
        if (!same) {
            disagreements.add(settle + ": asked " + asked + ", acted " + acted);
        }
        return name(acted);
    }

    private String manage(Deed deed) {
        if (deed instanceof Deed.Withdraw d) {
            WorkspaceId id = Places.workspace(d.workspace());
            return name(billing.changeSettlement().withdraw(id, by(d.who(), id)));
        } else if (deed instanceof Deed.Unlock d) {
            WorkspaceId id = Places.workspace(d.workspace());
            return billing.unlockWorkspace()
                    .unlock(id, by(d.who(), id))
                    .fold(
                            refusal -> refusal.obstacles().stream()
                                    .map(Real::obstacle)
                                    .sorted()
                                    .collect(Collectors.joining(",")),
                            unlocked -> "ok");
        } else if (deed instanceof Deed.Lock d) {
            WorkspaceId id = Places.workspace(d.workspace());
            return name(billing.lockWorkspace().lock(id, "why", by(d.who(), id)));
        } else if (deed instanceof Deed.Release d) {
            WorkspaceId id = Places.workspace(d.workspace());
            return name(billing.lockWorkspace()
                    .release(id, new LockCause.Administrative("why", Places.STAFF), by(d.who(), id)));
        } else if (deed instanceof Deed.Dissolve d) {
            WorkspaceId id = Places.workspace(d.workspace());
            return name(billing.dissolveWorkspace().dissolve(id, by(d.who(), id)));
        } else if (deed instanceof Deed.ChangeOwner d) {
            WorkspaceId id = Places.workspace(d.workspace());
            UserId to = d.to() == Who.OWNER ? Places.OWNER : Places.NEXT_OWNER;
            return name(billing.changeOwner().change(id, to, by(d.who(), id)));
        }
        Deed.Move move = (Deed.Move) deed;
        WorkspaceId id = Places.workspace(move.workspace());
        return name(billing.moveWorkspace().move(id, Places.holder(move.holder()), by(move.who(), id)));
    }

    private String arrears(Deed.Arrears arrears) {
        Request by = new Request(new Actor.Staff(Places.STAFF), now);
        if (arrears.begin()) {
            billing.tellArrears().began(Places.holder(arrears.holder()), by);
        } else {
            billing.tellArrears().settled(Places.holder(arrears.holder()), by);
        }
        return "ok";
    }

    private String claim(Deed.Claim claim) {
        Landing landing = new Landing(
                Places.ACCOUNTS.get(claim.account()).product(),
                new RegistrationToken(fair.token(claim.account())),
                false);
        ClaimTicket ticket = billing.landBuyer().land(landing, now).get();
        tell(); // what landing did stays done, also when the claim is refused
        return name(billing.claimCloudAccount()
                .claim(
                        ticket,
                        Places.holder(claim.holder()),
                        new Request(new Actor.Holder(Places.holder(claim.holder())), now)));
    }

    private String receive(Deed deed) {
        NoticeOutcome outcome = billing.receiveNotice().receive(notice(deed));
        return outcome instanceof NoticeOutcome.Stale ? "Stale" : "ok";
    }

    private Notice notice(Deed deed) {
        notices++;
        if (deed instanceof Deed.Hear hear) {
            MarketplaceCustomer customer = fair.customer(hear.account());
            return notice(
                    Places.ACCOUNTS.get(hear.account()).marketplace(),
                    new Fact.OfCustomer(customer, new Sign(hear.kind(), now.minus(hear.late()))));
        } else if (deed instanceof Deed.License license) {
            return notice(
                    "aws",
                    new Fact.OfLicense(
                            Places.agreement(license.agreement()),
                            Places.license(license.agreement()),
                            Places.account(Places.accountOf(license.agreement())),
                            new Sign(license.kind(), now.minus(license.late()))));
        } else if (deed instanceof Deed.AgreementEnd end) {
            Sign sign = new Sign(end.kind(), now.minus(end.late()));
            return notice(
                    "aws", new Fact.OfAgreement(Places.agreement(end.agreement()), Option.some(sign), Option.none()));
        }
        Deed.AgreementMade made = (Deed.AgreementMade) deed;
        return notice(
                "aws",
                new Fact.OfAgreement(
                        Places.agreement(made.agreement()),
                        Option.none(),
                        Option.some(Places.agreement(made.previous()))));
    }

    private Notice notice(String marketplace, Fact fact) {
        String id = "notice-" + notices;
        return new Notice.Understood(new Notice.Envelope(id, marketplace, now, new RawText("text of " + id)), fact);
    }

    private Request by(Who who, WorkspaceId workspace) {
        BillingCenterAccountId holder = billing.ask()
                .workspace(workspace)
                .map(known -> known.registration().ownership().holder())
                .getOrElse(() -> Places.holder(0));
        return by(who, holder);
    }

    private Request by(Who who, BillingCenterAccountId holder) {
        Actor actor = switch (who) {
            case OWNER -> new Actor.Owner(Places.OWNER);
            case NEXT_OWNER -> new Actor.Owner(Places.NEXT_OWNER);
            case HOLDER -> new Actor.Holder(holder);
            case OTHER_HOLDER -> new Actor.Holder(new BillingCenterAccountId("fc-other"));
            case ADMINISTRATOR -> new Actor.Administrator(new UserId("administrator"));
            case STAFF -> new Actor.Staff(Places.STAFF);
        };
        return new Request(actor, now);
    }

    private static String obstacle(UnlockObstacle obstacle) {
        return obstacle instanceof SettlementRefused refused ? simpleName(refused.why()) : simpleName(obstacle);
    }

    private static String name(Either<?, ?> answer) {
        return answer.fold(Real::simpleName, (Function<Object, String>) done -> "ok");
    }

    private static String simpleName(Object value) {
        return value.getClass().getSimpleName();
    }
}
