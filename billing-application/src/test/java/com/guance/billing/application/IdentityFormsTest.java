package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.AgreementId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.IdentityPending;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent.SeveralLicensesActive;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which customers are named, other than the legacy one. */
class IdentityFormsTest {

    private static final String ANSWERED = "arn:aws:license-manager::999988887777:license:l-1";
    private static final String COMPOSED = "arn:aws:license-manager::294406891311:license:l-1";

    /** Answers landings with names as it is told, and keeps what it is asked to bill. */
    private static final class Answering implements Marketplace {

        private final MarketplaceProfile profile;
        private final List<MeteringRecord> metered = new ArrayList<>();
        private AnsweredNames names = AnsweredNames.none();

        Answering(MarketplaceProfile profile) {
            this.profile = profile;
        }

        @Override
        public MarketplaceProfile profile() {
            return profile;
        }

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            return Either.right(new Arrival(
                    profile.customer(names, BUYER, at).getOrElseThrow(() -> new IdentityPending("not yet", null)),
                    Scene.ACCOUNT,
                    false,
                    names));
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            metered.addAll(records);
            return Either.right(records.stream()
                    .<MeteringAnswer>map(record -> new MeteringAnswer.Accepted("receipt"))
                    .toList());
        }
    }

    @Test
    @DisplayName("ARR-9 a buyer who lands before AWS knows the license is pending; the same token again is well")
    void pending() {
        Answering aws = new Answering(MarketplaceProfile.aws("prod").byLicense());
        Scene scene = new Scene(InMemoryBilling.create(), aws.profile());
        CloudBilling billing = scene.selling(aws);
        Landing landing = scene.landing("token");

        assertThatThrownBy(() -> billing.landBuyer().land(landing, scene.now())).isInstanceOf(IdentityPending.class);
        assertThat(scene.events()).isEmpty();
        aws.names = new AnsweredNames(Option.none(), Option.some(ANSWERED));

        assertThat(billing.landBuyer().land(landing, scene.now()).isRight()).isTrue();
    }

    @Test
    @DisplayName("MET-6 the ARN is sent as it was answered; one learnt later is for later records")
    void arn() {
        Answering aws = new Answering(MarketplaceProfile.aws("prod").byLicense());
        Licenses licenses = new Licenses(new Scene(InMemoryBilling.create(), aws.profile()));
        Scene scene = licenses.scene();
        CloudBilling billing = scene.selling(aws);
        aws.names = new AnsweredNames(Option.none(), Option.some("l-1"));
        claim(scene, billing);
        billing.receiveNotice().receive(licenses.notice(licenses.ofLicense(1, active(scene))));
        licenses.bound("wksp_a", 1);
        used(scene, billing, "10");
        aws.names = new AnsweredNames(Option.none(), Option.some(ANSWERED));
        land(scene, billing);
        used(scene, billing, "20");

        assertThat(aws.metered)
                .extracting(record -> record.billed().licenseArn())
                .containsExactly(Option.some("l-1"), Option.some(ANSWERED));
    }

    @Test
    @DisplayName("MET-6 where none was answered the ARN is composed, and stands in the record")
    void composed() {
        Answering aws = new Answering(MarketplaceProfile.aws("prod").byLicense());
        Licenses licenses = new Licenses(new Scene(InMemoryBilling.create(), aws.profile()));
        Scene scene = licenses.scene();
        CloudBilling billing = scene.selling(aws);
        aws.names = new AnsweredNames(Option.none(), Option.some("arn:another:l-2"));
        claim(scene, billing);
        billing.receiveNotice().receive(licenses.notice(licenses.ofLicense(1, active(scene))));
        licenses.bound("wksp_a", 1);
        used(scene, billing, "10");

        assertThat(aws.metered)
                .extracting(record -> record.billed().licenseArn())
                .containsExactly(Option.some(COMPOSED));
    }

    @Test
    @DisplayName("ARR-9 MET-6 what a landing before the move said of the license is used when the license is metered")
    void factOfTheOtherForm() {
        Instant moves = Instant.parse("2026-03-10T10:00:00Z");
        Answering aws = new Answering(MarketplaceProfile.aws("prod").movingToLicenses(moves));
        Licenses licenses = new Licenses(new Scene(InMemoryBilling.create(), aws.profile()));
        Scene scene = licenses.scene();
        CloudBilling billing = scene.selling(aws);
        aws.names = new AnsweredNames(Option.some("cust-1"), Option.some(ANSWERED));
        claim(scene, billing);
        billing.receiveNotice().receive(scene.notice("n-1", "cust-1", active(scene)));
        billing.receiveNotice().receive(licenses.notice(licenses.ofLicense(1, active(scene))));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(moves);
        used(scene, billing, "10");
        used(scene, billing, "20");

        assertThat(aws.metered)
                .extracting(record -> record.billed().licenseArn())
                .containsOnly(Option.some(ANSWERED))
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "ARR-9 in the account form the account is billed by AWS while one license is active, and locked after the"
                    + " last")
    void accountForm() {
        MarketplaceProfile profile = MarketplaceProfile.aws("prod").byAccount();
        Scene scene = new Scene(InMemoryBilling.create(), profile);
        scene.aws.subscribe(BUYER);
        scene.claimAccount();
        assertThat(license(scene, 1, Sign.Kind.ACTIVATED)).isInstanceOf(NoticeOutcome.Applied.class);
        scene.register("wksp_a", "us1");
        scene.pass(Duration.ofMinutes(5));
        license(scene, 2, Sign.Kind.ACTIVATED);
        scene.pass(Duration.ofMinutes(5));
        license(scene, 1, Sign.Kind.CANCELLED);
        used(scene, scene.billing, "7");

        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.ACTIVE);
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
        assertThat(scene.events())
                .filteredOn(SeveralLicensesActive.class::isInstance)
                .hasSize(1);
        license(scene, 2, Sign.Kind.CANCELLED);

        assertThat(scene.workspace("wksp_a").phase()).isNotEqualTo(Phase.ACTIVE);
        scene.pass(Duration.ofHours(2));
        scene.billing.due().run(scene.now());
        scene.pass(Duration.ofMinutes(5));
        license(scene, 3, Sign.Kind.ACTIVATED);
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.ACTIVE);
        used(scene, scene.billing, "9");
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L, 9L);
    }

    @Test
    @DisplayName(
            "ARR-9 END-5 in the account form the workspaces of a renewed license wait for the next, and go on with it")
    void renewed() {
        Scene scene = new Scene(
                InMemoryBilling.create(), MarketplaceProfile.aws("prod").byAccount());
        scene.aws.subscribe(BUYER);
        scene.claimAccount();
        license(scene, 1, Sign.Kind.ACTIVATED);
        scene.register("wksp_a", "us1");
        scene.pass(Duration.ofMinutes(5));
        license(scene, 1, Sign.Kind.SUPERSEDED);
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        scene.pass(Duration.ofMinutes(5));

        license(scene, 2, Sign.Kind.ACTIVATED);

        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.ACTIVE);
    }

    @ParameterizedTest(name = "the successor is named before the end: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "ARR-9 END-3 END-5 so they do where the status is unknown and a successor is named, whichever comes first")
    void followedWithUnknownStatus(boolean namedFirst) {
        Scene scene = new Scene(
                InMemoryBilling.create(), MarketplaceProfile.aws("prod").byAccount());
        scene.aws.subscribe(BUYER);
        scene.claimAccount();
        license(scene, 1, Sign.Kind.ACTIVATED);
        scene.register("wksp_a", "us1");
        scene.pass(Duration.ofMinutes(5));
        Licenses licenses = new Licenses(scene);
        if (namedFirst) {
            licenses.hear(follows());
            license(scene, 1, Sign.Kind.STATUS_UNKNOWN);
        } else {
            license(scene, 1, Sign.Kind.STATUS_UNKNOWN);
            licenses.hear(follows());
        }
        scene.pass(Duration.ofHours(1));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);

        license(scene, 2, Sign.Kind.ACTIVATED);

        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.ACTIVE);
    }

    private static Fact follows() {
        return new Fact.OfAgreement(
                AgreementId.of("aws", "agmt-2"), Option.none(), Option.some(AgreementId.of("aws", "agmt-1")));
    }

    @Test
    @DisplayName("ARR-9 in the account form a notice of a customer identifier is ignored, and says why")
    void notices() {
        Scene scene = new Scene(
                InMemoryBilling.create(), MarketplaceProfile.aws("prod").byAccount());

        assertThat(scene.billing.receiveNotice().receive(scene.notice("n-1", "cust-1", active(scene))))
                .isInstanceOf(NoticeOutcome.Ignored.class);
    }

    private static NoticeOutcome license(Scene scene, int number, Sign.Kind kind) {
        Licensed license = new Licensed(scene.profile.product(), BUYER, "l-" + number);
        AgreementId agreement = AgreementId.of("aws", "agmt-" + number);
        Fact fact = kind.compareTo(Sign.Kind.STATUS_UNKNOWN) >= 0
                ? new Fact.OfAgreement(agreement, Option.some(new Sign(kind, scene.now())), Option.none())
                : new Fact.OfLicense(agreement, license, scene.account, new Sign(kind, scene.now()));
        return new Licenses(scene).hear(fact);
    }

    private static Sign active(Scene scene) {
        return new Sign(Sign.Kind.ACTIVATED, scene.now());
    }

    private static void claim(Scene scene, CloudBilling billing) {
        var ticket =
                billing.landBuyer().land(scene.landing("token"), scene.now()).get();
        billing.claimCloudAccount()
                .claim(ticket, Scene.HOLDER.id(), scene.by(new Actor.Holder(Scene.HOLDER.id())))
                .get();
    }

    private static void land(Scene scene, CloudBilling billing) {
        assertThat(billing.landBuyer().land(scene.landing("token"), scene.now()).isRight())
                .isTrue();
    }

    /** Usage of this hour, metered when the hour is over. */
    private static void used(Scene scene, CloudBilling billing, String units) {
        Instant end = scene.now().plus(Duration.ofMinutes(1));
        billing.takeCharges().take(List.of(scene.charge("wksp_a", units, end)), end);
        scene.pass(Duration.ofMinutes(75));
        billing.due().run(scene.now());
    }
}
