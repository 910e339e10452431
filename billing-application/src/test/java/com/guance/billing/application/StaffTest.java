package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent.DecisionExplained;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What staff say of records that the marketplace did not settle. */
class StaffTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final Scene scene = new Scene(InMemoryBilling.create());

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        take(scene.charge("wksp_a", "7.5", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName(
            "SUB-6 MET-7 INV-8 a held record that is released goes out in a later hour; its own is never made again")
    void released() {
        hold();

        assertThat(release().get().status()).isEqualTo(RecordStatus.RETURNED);
        assertBooks(Map.of(Standing.WAITING, "7", Standing.CARRIED, "0.5"));

        oneMoreHour();
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(8L);
        assertThat(scene.aws.billed()).extracting(usage -> usage.hour().start()).containsExactly(NINE);
        assertThat(release().getLeft()).isEqualTo(new RecordRefusal.NotHeld(RecordStatus.RETURNED));
        assertBooks(Map.of(Standing.ACCEPTED, "8"));
    }

    @Test
    @DisplayName("SUB-6 all that is held for one cause is released together, once; staff only")
    void releasedTogether() {
        hold();
        HeldRecords which = HeldRecords.of(scene.profile.product()).heldFor("InvalidUsageDimensionException");

        assertThat(scene.billing.releaseRecords().releaseAll(which, scene.byOwner()))
                .isEqualTo(Either.left(
                        new RecordRefusal.NotForThisActor(scene.byOwner().by())));
        assertThat(scene.billing.releaseRecords().releaseAll(which.heldFor("another"), staff()))
                .isEqualTo(Either.right(0));
        assertThat(scene.billing.releaseRecords().releaseAll(which, staff())).isEqualTo(Either.right(1));
        assertThat(scene.billing.releaseRecords().releaseAll(which, staff())).isEqualTo(Either.right(0));
        assertBooks(Map.of(Standing.WAITING, "7", Standing.CARRIED, "0.5"));
    }

    @Test
    @DisplayName(
            "SUB-6 REL-1 of 102 held records those of 100 payers cannot be read: the two others are released, they when they can be")
    void releasedBesideUnreadablePayers() {
        DamagedStore damaged = new DamagedStore(InMemoryBilling.create());
        Scene many = new Scene(damaged);
        Tenants tenants = Tenants.subscribed(many, 102);
        many.aws.refuse(usage -> true, 400, "InvalidTagException");
        many.clock.moveTo(NINE);
        tenants.useOne(UNITS);
        many.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        Tenants.runAll(many, many.billing.due(), 60);
        IntStream.range(0, 100)
                .mapToObj(number -> new MarketplaceCustomer.Legacy(many.profile.product(), tenants.customer(number)))
                .forEach(customer -> damaged.damage(new SubscriptionId(customer.key() + "#1")));
        HeldRecords all = HeldRecords.of(many.profile.product());

        assertThat(many.billing.releaseRecords().releaseAll(all, many.by(STAFF)))
                .isEqualTo(Either.right(2));
        assertThat(many.billing.askHealth().health(many.now()).unreadable().entries())
                .isEqualTo(100);
        damaged.mend();
        assertThat(many.billing.releaseRecords().releaseAll(all, many.by(STAFF)))
                .isEqualTo(Either.right(100));
    }

    @Test
    @DisplayName("SUB-6 MET-7 FIN-1 released while the final hour is open: its units go into that hour's record")
    void releasedBeforeTheLastRecord() {
        hold();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();

        assertThat(release().get().status()).isEqualTo(RecordStatus.RETURNED);
        theFinalHourIsClosed();
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
        assertThat(scene.aws.billed()).extracting(usage -> usage.hour().start()).containsExactly(NINE);
        assertBooks(Map.of(Standing.ACCEPTED, "7", Standing.FORFEITED, "0.5"));
    }

    @Test
    @DisplayName("SUB-6 END-8 released after the final hour was closed: its units are unsettled")
    void releasedAfterTheEnd() {
        hold();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        theFinalHourIsClosed();

        assertThat(release().get().status()).isEqualTo(RecordStatus.UNSETTLED);
        assertBooks(Map.of(Standing.UNSETTLED, "7", Standing.FORFEITED, "0.5"));
    }

    @Test
    @DisplayName(
            "SUB-11 a dispute is decided once, by staff: what was billed is accepted, the rest goes into a later hour")
    void decidedInPart() {
        dispute();
        scene.events();

        assertThat(scene.billing.decideRecord().accepted(record(), 3, Scene.LOOKED_UP, scene.byOwner()))
                .isEqualTo(Either.left(
                        new RecordRefusal.NotForThisActor(scene.byOwner().by())));
        assertThat(scene.billing
                        .decideRecord()
                        .accepted(record(), 3, Scene.LOOKED_UP, staff())
                        .get()
                        .status())
                .isEqualTo(RecordStatus.ACCEPTED);
        assertThat(scene.events())
                .containsExactly(
                        new DecisionExplained(record(), Scene.LOOKED_UP, staff()),
                        new RecordDecided(record(), 3, RecordStatus.RETURNED, staff()));
        assertBooks(Map.of(Standing.ACCEPTED, "3", Standing.WAITING, "4", Standing.CARRIED, "0.5"));
        assertThat(scene.billing.decideRecord().notBilled(record(), Scene.LOOKED_UP, staff()))
                .isEqualTo(Either.left(new RecordRefusal.NotDisputed(RecordStatus.ACCEPTED)));
        assertThat(scene.billing
                        .decideRecord()
                        .notBilled(
                                new RecordId(record().meter(), record().hour().next()), Scene.LOOKED_UP, staff())
                        .getLeft())
                .isInstanceOf(RecordRefusal.RecordUnknown.class);

        scene.aws.reinstate(BUYER);
        scene.billing.due().run(scene.now());
        oneMoreHour();
        scene.pass(Duration.ofMinutes(10)); // the subscription is suspected, and probed an hour after
        scene.billing.due().run(scene.now());
        assertBooks(Map.of(Standing.ACCEPTED, "8"));
    }

    @Test
    @DisplayName("SUB-11 END-8 not billed, and the final hour was closed: unsettled")
    void decidedAfterTheEnd() {
        dispute();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        theFinalHourIsClosed();

        assertThat(scene.billing
                        .decideRecord()
                        .notBilled(record(), Scene.LOOKED_UP, staff())
                        .get()
                        .status())
                .isEqualTo(RecordStatus.UNSETTLED);
        assertBooks(Map.of(Standing.UNSETTLED, "7", Standing.FORFEITED, "0.5"));
    }

    @Test
    @DisplayName("SUB-11 overbilled: the books count only what was charged")
    void overbilled() {
        dispute();

        scene.billing
                .decideRecord()
                .accepted(record(), 70, Scene.LOOKED_UP, staff())
                .get();
        assertBooks(Map.of(Standing.ACCEPTED, "7", Standing.CARRIED, "0.5"));
    }

    private void hold() {
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        scene.billing.due().run(scene.now());
        assertBooks(Map.of(Standing.HELD, "7", Standing.CARRIED, "0.5"));
    }

    private void theFinalHourIsClosed() {
        scene.pass(Duration.ofMinutes(30));
        scene.billing.due().run(scene.now());
    }

    private void dispute() {
        scene.aws.whenMetering(Misbehaviour.dropBeforeAccepting());
        try {
            scene.billing.due().run(scene.now());
        } catch (MarketplaceUnavailable inDoubt) {
            assertThat(inDoubt).isNotNull();
        }
        scene.aws.suspend(BUYER);
        scene.pass(Duration.ofMinutes(2));
        scene.billing.due().run(scene.now());
        assertBooks(Map.of(Standing.DISPUTED, "7", Standing.CARRIED, "0.5"));
    }

    private void oneMoreHour() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(20)));
        take(scene.charge("wksp_a", "0.5", scene.now()));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        scene.billing.due().run(scene.now());
    }

    private Either<RecordRefusal, MeteringRecord> release() {
        return scene.billing.releaseRecords().release(record(), staff());
    }

    private RecordId record() {
        MarketplaceCustomer customer =
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
        return new RecordId(new Meter(customer, UNITS), MeteringHour.of(NINE.minusSeconds(1)));
    }

    private Request staff() {
        return scene.by(STAFF);
    }

    private void take(Charge charge) {
        scene.billing.takeCharges().take(List.of(charge), scene.now());
    }

    private void assertBooks(Map<Standing, String> standing) {
        Books books = scene.billing.ask().books(ACCOUNT).get(0);
        assertThat(books.areBalanced()).isTrue();
        for (Standing where : Standing.values()) {
            assertThat(books.of(where)).as(where.name()).isEqualTo(Quantity.of(standing.getOrDefault(where, "0")));
        }
    }
}
