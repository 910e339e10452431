package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.TimeRefusal;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.TimePolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.RunTimes.Confirmation;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.TimeUnconfirmed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.workspace.LockEvent.LockReminded;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A host that was down for long, and clocks that are wrong. */
class UnconfirmedTimeTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Duration TEN_YEARS = Duration.ofDays(3_652);
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));
    private static final WorkspaceId SHOP = new WorkspaceId("wksp_a");

    private final Scene scene = new Scene(InMemoryBilling.create());

    /** A node whose marketplace does not say what time it is. */
    private final CloudBilling billing = node(new Timeless(scene.aws.asPort(scene.profile)));

    @BeforeEach
    void bound() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        assertThat(run().unconfirmed())
                .as("the first run needs no confirmation")
                .isFalse();
    }

    @Test
    @DisplayName(
            "LOCK-8 down for 30 h, then the host confirms the time: all usage is billed that the window still allows, 0 units lost")
    void downForAWeekend() {
        take("1", NINE.minusSeconds(1));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.throttle());
        assertThat(run()).as("made, and not billed").isEqualTo(new Done(0, 0, 1, 0, false, false));
        for (int hour = 1; hour <= 30; hour++) {
            scene.clock.moveTo(NINE.plus(Duration.ofHours(hour)));
            scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "10", scene.now())), scene.now());
        }
        scene.clock.moveTo(NINE.plus(Duration.ofHours(31)));

        Done unconfirmed = run();
        assertThat(unconfirmed.unconfirmed()).isTrue();
        assertThat(unconfirmed.closed()).isZero();
        assertThat(books().of(Standing.HELD)).isEqualTo(Quantity.ZERO);
        assertThat(events(RecordExpired.class)).isEmpty();

        assertThat(billing.confirmTime().confirm(scene.by(STAFF)).get()).isEqualTo(scene.now());
        for (int rounds = 0; rounds < 3; rounds++) {
            assertThat(run().unconfirmed()).isFalse();
            scene.pass(Duration.ofHours(1));
        }
        assertThat(scene.aws.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(301);
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(301));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName(
            "LOCK-8 run(now + 10 years): nothing cleared, reminded, made, expired or warned of, however often; the next right one goes on")
    void absurdClock() {
        billing.lockWorkspace().lock(SHOP, "why", scene.by(STAFF)).get();
        take("3", NINE.minusSeconds(1));
        scene.events();

        for (int rounds = 0; rounds < 3; rounds++) {
            assertThat(billing.due().run(NINE.plus(TEN_YEARS).plusSeconds(rounds)))
                    .isEqualTo(new Done(0, 0, 0, 0, false, true));
        }

        assertThat(scene.events()).isEmpty();
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.LOCKED);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1, false, false));
    }

    @Test
    @DisplayName(
            "LOCK-8 a wrong clock sends what is made, and what it sent in vain waits for no later time than is certain")
    void sendsWhatIsMade() {
        make("3", NINE.minusSeconds(1), NINE.plus(Duration.ofMinutes(10)));
        Instant absurd = NINE.plus(TEN_YEARS);
        scene.aws.whenMetering(Misbehaviour.dropBeforeAccepting());

        assertThatThrownBy(() -> billing.due().run(absurd)).isInstanceOf(MarketplaceUnavailable.class);
        scene.clock.advance(Duration.ofMinutes(20));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 1, false, false));

        make("4", NINE.plusSeconds(1), NINE.plus(Duration.ofMinutes(70)));
        assertThat(billing.due().run(absurd)).isEqualTo(new Done(0, 0, 0, 1, false, true));
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(3L, 4L);
        assertThat(scene.events()).noneMatch(event -> event.at().isAfter(scene.now()));
    }

    @Test
    @DisplayName("LOCK-8 SUB-5 SUB-6 in an unconfirmed run nothing is held and nobody suspected")
    void judgesNobody() {
        make("3", NINE.minusSeconds(1), NINE.plus(Duration.ofMinutes(10)));
        scene.aws.suspend(BUYER);
        scene.events();

        billing.due().run(scene.now().plus(TEN_YEARS));
        assertThat(events(EndSuspected.class)).isEmpty();
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(3));

        make("4", NINE.plusSeconds(1), NINE.plus(Duration.ofMinutes(70)));
        scene.aws.whenMetering(Misbehaviour.error(400, "TimestampOutOfBoundsException"));
        assertThat(billing.due().run(scene.now().plus(TEN_YEARS)).submitted()).isZero();
        assertThat(books().of(Standing.HELD)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName(
            "LOCK-8 an answer of the marketplace within 5 minutes of the instant confirms it, one of another time does not")
    void marketplaceConfirms() {
        CloudBilling dated = node(scene.aws.asPort(scene.profile));
        make("3", NINE.minusSeconds(1), NINE.plus(Duration.ofMinutes(10)));
        assertThat(dated.due().run(NINE.plus(TEN_YEARS))).isEqualTo(new Done(0, 0, 0, 1, false, true));
        assertThat(dated.due().run(NINE.plus(TEN_YEARS)).unconfirmed()).isTrue();
        assertThat(confirmations()).isEmpty();

        make("4", NINE.plusSeconds(1), NINE.plus(Duration.ofMinutes(70)));
        scene.clock.advance(Duration.ofHours(30));
        scene.aws.whenMetering(Misbehaviour.error(400, "TimestampOutOfBoundsException"));
        Instant aheadByFour = scene.now().plus(Duration.ofMinutes(4));

        assertThat(dated.due().run(aheadByFour).unconfirmed()).isTrue();
        assertThat(dated.due().run(aheadByFour).unconfirmed()).isFalse();
        assertThat(confirmations())
                .containsExactly(new Confirmation(
                        new Request(new Actor.Marketplace("aws"), aheadByFour),
                        Option.some(NINE.plus(Duration.ofMinutes(70)))));
        assertThat(books().of(Standing.HELD)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("LOCK-8 after a confirmation time passes: reminders and the full lock come with their own instants")
    void deadlines() {
        billing.lockWorkspace().lock(SHOP, "why", scene.by(STAFF)).get();
        scene.events();
        scene.clock.moveTo(NINE.plus(Duration.ofDays(20)));
        assertThat(run().advanced()).isZero();

        billing.confirmTime().confirm(scene.by(new Actor.Clock())).get();
        assertThat(run().advanced()).isEqualTo(1);

        assertThat(events(LockReminded.class)).hasSize(3);
    }

    @Test
    @DisplayName(
            "LOCK-8 staff and the operator's clock confirm, nobody else; who did is kept, with the last run before")
    void whoConfirms() {
        scene.clock.moveTo(NINE.plus(Duration.ofDays(3)));
        for (Actor actor : List.of(
                new Actor.Owner(Scene.OWNER),
                new Actor.Administrator(Scene.OWNER),
                new Actor.Holder(Scene.HOLDER.id()),
                new Actor.Marketplace("aws"))) {
            assertThat(billing.confirmTime().confirm(scene.by(actor)).getLeft())
                    .isEqualTo(new TimeRefusal.NotForThisActor(actor));
        }
        assertThat(run().unconfirmed()).isTrue();

        billing.confirmTime().confirm(scene.by(STAFF)).get();

        assertThat(confirmations()).containsExactly(new Confirmation(scene.by(STAFF), Option.some(NINE)));
    }

    @Test
    @DisplayName("LOCK-8 ARR-1 a landing far ahead is a fault before its token is resolved")
    void landings() {
        CalledMarketplace called = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling landing = node(called);
        scene.clock.moveTo(NINE.plus(Duration.ofDays(2)));
        Landing buyer = scene.landing(scene.aws.issueToken(BUYER));

        assertThatThrownBy(() -> landing.landBuyer().land(buyer, scene.now())).isInstanceOf(TimeUnconfirmed.class);

        assertThat(called.resolved()).isZero();
        landing.confirmTime().confirm(scene.by(STAFF)).get();
        assertThat(landing.landBuyer().land(buyer, scene.now()).isRight()).isTrue();
        assertThat(called.resolved()).isEqualTo(1);
    }

    @Test
    @DisplayName("LOCK-8 a node that was down while others ran needs no confirmation")
    void otherNodes() {
        CloudBilling other = node(new Timeless(scene.aws.asPort(scene.profile)));
        for (int hours = 0; hours < 72; hours += 12) {
            scene.clock.advance(Duration.ofHours(12));
            assertThat(run().unconfirmed()).isFalse();
        }
        scene.clock.advance(Duration.ofSeconds(5));
        assertThat(other.due().run(scene.now()).unconfirmed()).isFalse();
    }

    @Test
    @DisplayName("LOCK-8 a first run by a clock far ahead is taken back by a confirmation")
    void takenBack() {
        scene.clock.moveTo(NINE.plus(TEN_YEARS));
        billing.confirmTime().confirm(scene.by(STAFF)).get();
        scene.clock.moveTo(NINE.plus(Duration.ofHours(1)));

        billing.confirmTime().confirm(scene.by(STAFF)).get();

        assertThat(billing.due().run(NINE.plus(TEN_YEARS)).unconfirmed()).isTrue();
    }

    @Test
    @DisplayName("LOCK-8 what a node was asked far ahead before the first run is not believed after it")
    void askedBeforeTheFirstRun() {
        Scene fresh = new Scene(InMemoryBilling.create());
        CloudBilling node =
                fresh.certain(fresh.store, new Timeless(fresh.aws.asPort(fresh.profile)), Policies.defaults());
        assertThat(lockAt(node, NINE.plus(TEN_YEARS)).isLeft()).isTrue();

        node.due().run(NINE);

        assertBelieves(node, NINE);
    }

    @Test
    @DisplayName("LOCK-8 nor is an instant that was confirmed, and then taken back")
    void correctedConfirmation() {
        Instant absurd = NINE.plus(TEN_YEARS);
        billing.confirmTime().confirm(new Request(STAFF, absurd)).get();
        assertThat(lockAt(billing, absurd).isLeft()).isTrue();

        billing.confirmTime().confirm(new Request(STAFF, NINE)).get();

        assertBelieves(billing, NINE);
    }

    @Test
    @DisplayName("LOCK-8 nor is it on a node that did not take it back, from that node's next run on")
    void correctedElsewhere() {
        Instant absurd = NINE.plus(TEN_YEARS);
        CloudBilling other = node(new Timeless(scene.aws.asPort(scene.profile)));
        other.confirmTime().confirm(new Request(STAFF, absurd)).get();
        assertThat(lockAt(other, absurd).isLeft()).isTrue();

        billing.confirmTime().confirm(new Request(STAFF, NINE)).get();
        assertThatThrownBy(() -> lockAt(other, NINE.plus(Duration.ofDays(700))))
                .as("far from both")
                .isInstanceOf(TimeUnconfirmed.class);
        billing.due().run(NINE);
        assertThat(lockAt(other, absurd).isLeft()).as("still remembered").isTrue();
        assertThat(other.due().run(absurd).unconfirmed()).isTrue();

        assertBelieves(other, NINE);
    }

    /** Whether a node acts upon instants near the last run, and upon no other. */
    private static void assertBelieves(CloudBilling node, Instant last) {
        for (Duration ahead : List.of(TEN_YEARS, Duration.ofDays(700), Duration.ofDays(2))) {
            assertThatThrownBy(() -> lockAt(node, last.plus(ahead))).isInstanceOf(TimeUnconfirmed.class);
        }
        assertThat(lockAt(node, last.plusSeconds(1)).isLeft()).isTrue();
    }

    /** A command that changes nothing. */
    private static Either<?, ?> lockAt(CloudBilling node, Instant at) {
        return node.lockWorkspace().lock(new WorkspaceId("nobodys"), "why", new Request(STAFF, at));
    }

    @Test
    @DisplayName("LOCK-8 a notice whose receipt lies that far ahead is a fault, and applied when the time is confirmed")
    void notices() {
        scene.clock.moveTo(NINE.plus(Duration.ofDays(2)));
        Sign sign = new Sign(Sign.Kind.ENDING, scene.now());
        String customer = scene.aws.customerIdentifier(BUYER);

        assertThatThrownBy(() -> billing.receiveNotice().receive(scene.notice("n9", customer, sign)))
                .isInstanceOf(TimeUnconfirmed.class);
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.ACTIVE);

        billing.confirmTime().confirm(scene.by(STAFF)).get();
        assertThat(billing.receiveNotice().receive(scene.notice("n9", customer, sign)))
                .isInstanceOf(NoticeOutcome.Applied.class);
    }

    @Test
    @DisplayName(
            "LOCK-8 LOCK-6 a command far ahead is a fault: it neither locks a workspace fully for ever nor sets a charge aside as late")
    void commands() {
        billing.lockWorkspace().lock(SHOP, "why", scene.by(STAFF)).get();
        take("1", NINE.minusSeconds(1));
        scene.events();
        Instant absurd = NINE.plus(TEN_YEARS);
        Request byOwner = new Request(new Actor.Owner(Scene.OWNER), absurd);

        assertThatThrownBy(() -> billing.dissolveWorkspace().dissolve(SHOP, byOwner))
                .isInstanceOf(TimeUnconfirmed.class);
        assertThatThrownBy(() -> billing.lockWorkspace().lock(SHOP, "again", new Request(STAFF, absurd)))
                .isInstanceOf(TimeUnconfirmed.class);
        assertThatThrownBy(() ->
                        billing.takeCharges().take(List.of(scene.charge("wksp_a", "1", NINE.minusSeconds(1))), absurd))
                .isInstanceOf(TimeUnconfirmed.class);
        assertThatThrownBy(() -> billing.tellArrears().began(Scene.HOLDER.id(), new Request(STAFF, absurd)))
                .isInstanceOf(TimeUnconfirmed.class);

        assertThat(scene.events()).isEmpty();
        assertThat(billing.dissolveWorkspace().dissolve(SHOP, scene.byOwner()).isRight())
                .isTrue();
    }

    @Test
    @DisplayName("LOCK-8 ASK-4 a rehearsal of an unconfirmed run says so, and confirms nothing")
    void rehearsed() {
        scene.clock.moveTo(NINE.plus(Duration.ofDays(2)));

        assertThat(billing.rehearseDue().rehearse(scene.now()).done().unconfirmed())
                .isTrue();
        assertThat(billing.rehearseDue().rehearse(NINE.plusSeconds(5)).done().unconfirmed())
                .isFalse();
        assertThat(run().unconfirmed()).isTrue();
    }

    private CloudBilling node(Marketplace marketplace) {
        return scene.certain(scene.store, marketplace, Policies.defaults().withTiming(TimePolicy.defaults()));
    }

    private Done run() {
        return billing.due().run(scene.now());
    }

    /** An hour's record is made, but no call is permitted. */
    private void make(String quantity, Instant used, Instant at) {
        take(quantity, used);
        scene.clock.moveTo(at);
        for (int permits = 0; permits < 10; permits++) {
            boolean taken = scene.store
                    .<Void, Boolean>inTransaction(
                            stores -> Either.right(stores.callPermits().take(scene.profile.callsCountedBy(), 10, at)))
                    .get();
            assertThat(taken).isTrue();
        }
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 0, true, false));
    }

    private void take(String quantity, Instant at) {
        assertThat(billing.takeCharges().take(List.of(scene.charge("wksp_a", quantity, at)), scene.now()))
                .allMatch(Either::isRight);
    }

    private List<DomainEvent> events(Class<? extends DomainEvent> type) {
        return scene.events().stream().filter(type::isInstance).toList();
    }

    private List<Confirmation> confirmations() {
        return scene.store
                .<Void, List<Confirmation>>inTransaction(
                        stores -> Either.right(stores.runTimes().confirmations(10)))
                .get();
    }

    private Books books() {
        return billing.ask().books(ACCOUNT).get(0);
    }

    /** A marketplace whose answers bear no time. */
    private record Timeless(Marketplace marketplace) implements Marketplace {

        @Override
        public MarketplaceProfile profile() {
            return marketplace.profile();
        }

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            return marketplace.resolve(landing, at);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            return marketplace.meter(records);
        }
    }
}
