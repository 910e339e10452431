package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;

import com.guance.billing.AgreementId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;

/** A marketplace that tells of licenses and agreements, each apart; license and agreement of one number belong together. */
record Licenses(Scene scene) {

    /** The account is claimed, but none of its subscriptions is active. */
    static Licenses ofClaimedAccount() {
        Scene scene = new Scene();
        scene.claimAccount();
        return new Licenses(scene);
    }

    NoticeOutcome license(int number, Sign.Kind kind) {
        return hear(ofLicense(number, new Sign(kind, scene.now())));
    }

    NoticeOutcome ended(int agreement, Sign.Kind how) {
        return hear(new Fact.OfAgreement(id(agreement), Option.some(new Sign(how, scene.now())), Option.none()));
    }

    NoticeOutcome created(int agreement, int previous) {
        return hear(new Fact.OfAgreement(id(agreement), Option.none(), Option.some(id(previous))));
    }

    NoticeOutcome hear(Fact fact) {
        return scene.billing.receiveNotice().receive(notice(fact));
    }

    /** Each fact is one notice; the same fact again is the same notice. */
    Notice notice(Fact fact) {
        return new Notice.Understood(
                new Notice.Envelope(
                        fact.toString(), scene.profile.marketplace(), scene.now(), new RawText(fact.toString())),
                fact);
    }

    Fact ofLicense(int number, Sign sign) {
        return ofLicense(number, number, sign);
    }

    Fact ofLicense(int number, int agreement, Sign sign) {
        return new Fact.OfLicense(id(agreement), customer(number), scene.account, sign);
    }

    Licensed customer(int number) {
        return new Licensed(scene.profile.product(), BUYER, "l-" + number);
    }

    static AgreementId id(int agreement) {
        return AgreementId.of("aws", "agmt-" + agreement);
    }

    SubscriptionId subscription(int license) {
        return new SubscriptionId(customer(license).key() + "#1");
    }

    /** A workspace that a license pays for. */
    Workspace bound(String workspace, int license) {
        scene.registerAtBillingCenter(workspace, "us1");
        return scene.billing
                .changeSettlement()
                .through(new WorkspaceId(workspace), scene.account, subscription(license), scene.byOwner())
                .get();
    }

    ThroughCloudAccount through(int license) {
        return new ThroughCloudAccount(scene.account, subscription(license));
    }

    /** Runs what is due at an instant. */
    void runAt(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }
}
