package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent.RecordAllowed;
import com.guance.billing.metering.MeteringRecordEvent.RecordTooLarge;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.SubmissionHoldEvent.HoldEnded;
import com.guance.billing.metering.SubmissionHoldEvent.HoldPlaced;
import com.guance.billing.policy.MeteringPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Guards against charges and records that are larger than the host believes. */
class TooLargeTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final Scene scene = new Scene(
            InMemoryBilling.create(), MarketplaceProfile.aws("prod").withDimensions(Set.of(UNITS.name(), "d0")));
    private final CloudBilling billing = scene.under(Policies.defaults()
            .withMetering(Policies.defaults().metering().withMost(new MeteringPolicy.Most(1_000_000_000_000L, 100))));

    @BeforeEach
    void bound() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName("MET-10 a charge of 999,999,999,999,999 units is refused, with the most and its quantity as data")
    void charge() {
        assertThat(take(scene.charge("wksp_a", "999999999999999", NINE), scene.charge("wksp_a", "1000000000000", NINE)))
                .containsExactly(
                        Either.left(new ChargeRefusal.ChargeTooLarge(
                                Quantity.of("1000000000000"), Quantity.of("999999999999999"))),
                        Either.right(Intake.TAKEN));
        assertThat(take(scene.charge("wksp_a", "1000000000000.000000000001", NINE)))
                .allMatch(Either::isLeft);
    }

    @Test
    @DisplayName("MET-10 a dimension that the profile's list lacks is refused at intake")
    void dimension() {
        assertThat(take(
                        scene.charge("wksp_a", new Dimension("d0"), "1", NINE),
                        scene.charge("wksp_a", new Dimension("d1"), "1", NINE),
                        scene.charge("wksp_a", new Dimension("Units"), "1", NINE)))
                .containsExactly(
                        Either.right(Intake.TAKEN),
                        Either.left(new ChargeRefusal.DimensionNotListed(new Dimension("d1"))),
                        Either.left(new ChargeRefusal.DimensionNotListed(new Dimension("Units"))));
    }

    @Test
    @DisplayName("MET-10 a record above the most is made and not sent; of other meters all is, and at the most too")
    void notSent() {
        take(scene.charge("wksp_a", "101.5", NINE), scene.charge("wksp_a", new Dimension("d0"), "100", NINE));
        runAfter(Duration.ofMinutes(10));
        runAfter(Duration.ofHours(1));

        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(100L);
        assertThat(scene.events())
                .contains(new RecordTooLarge(record(NINE.minusSeconds(1)), 100, Scene.byClock(NINE.plusSeconds(600))));
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(101));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("MET-10 staff release it, and it is sent as it is; nobody else may, and not twice")
    void released() {
        take(scene.charge("wksp_a", "101.5", NINE));
        runAfter(Duration.ofMinutes(10));
        RecordId record = record(NINE.minusSeconds(1));

        assertThat(billing.releaseRecords().release(record, scene.byOwner()).getLeft())
                .isInstanceOf(RecordRefusal.NotForThisActor.class);
        assertThat(billing.releaseRecords()
                        .release(record, scene.by(STAFF))
                        .get()
                        .status())
                .isEqualTo(RecordStatus.MADE);
        assertThat(billing.releaseRecords().release(record, scene.by(STAFF)).getLeft())
                .isEqualTo(new RecordRefusal.NotHeld(RecordStatus.MADE));
        runAfter(Duration.ofMinutes(1));

        assertThat(scene.aws.billed())
                .singleElement()
                .satisfies(usage -> assertThat(usage.quantity()).isEqualTo(101))
                .satisfies(usage -> assertThat(usage.hour().start()).isEqualTo(NINE.minus(Duration.ofHours(1))));
        assertThat(scene.events()).hasAtLeastOneElementOfType(RecordAllowed.class);
    }

    @Test
    @DisplayName("MET-10 SUB-6 releasing it corrects no cause of a hold: later records of its meter stay unsent")
    void releasedBesideAHold() {
        take(scene.charge("wksp_a", "101.5", NINE));
        runAfter(Duration.ofMinutes(10));
        take(scene.charge("wksp_a", "5", scene.now()));
        scene.aws.refuse(usage -> true, 400, "InvalidUsageDimensionException");
        runAfter(Duration.ofHours(1));
        assertThat(scene.events()).hasAtLeastOneElementOfType(HoldPlaced.class);

        billing.releaseRecords()
                .release(record(NINE.minusSeconds(1)), scene.by(STAFF))
                .get();

        assertThat(scene.events())
                .hasAtLeastOneElementOfType(RecordAllowed.class)
                .noneMatch(HoldEnded.class::isInstance);
    }

    @Test
    @DisplayName("MET-10 SUB-8 it is warned of; expired it is late, and its next record asks again")
    void expired() {
        take(scene.charge("wksp_a", "101.5", NINE));
        runAfter(Duration.ofMinutes(10));
        for (int hours = 0; hours < 23; hours++) {
            runAfter(Duration.ofHours(1));
        }
        assertThat(scene.events()).filteredOn(RecordWarned.class::isInstance).hasSize(2);

        runAfter(Duration.ofHours(1));
        runAfter(Duration.ofHours(1));

        assertThat(scene.aws.billed()).isEmpty();
        assertThat(scene.events())
                .filteredOn(RecordTooLarge.class::isInstance)
                .singleElement()
                .satisfies(asked -> assertThat(((RecordTooLarge) asked).record().hour())
                        .isGreaterThan(record(NINE).hour()));
        assertThat(books().areBalanced()).isTrue();
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("MET-10 by default no record is too large")
    void off() {
        take(scene.charge("wksp_a", "3000000000", NINE));
        scene.clock.advance(Duration.ofMinutes(10));
        scene.billing.due().run(scene.now());

        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(2_147_483_647L);
    }

    private List<Either<ChargeRefusal, Intake>> take(Charge... charges) {
        return billing.takeCharges().take(List.of(charges), scene.now());
    }

    private void runAfter(Duration time) {
        scene.clock.advance(time);
        billing.due().run(scene.now());
    }

    private RecordId record(Instant at) {
        MarketplaceCustomer customer =
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
        return new RecordId(new Meter(customer, UNITS), MeteringHour.of(at));
    }

    private Books books() {
        return billing.ask().books(ACCOUNT).stream()
                .filter(books -> books.dimension().equals(UNITS))
                .findFirst()
                .orElseThrow();
    }
}
