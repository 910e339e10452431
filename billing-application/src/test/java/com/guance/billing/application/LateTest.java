package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccountEvent.ChargesUnsettled;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes late, or never gets through. */
class LateTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());

    @BeforeEach
    void oneWorkspace() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName(
            "MET-7 SUB-8 a charge too old for the marketplace's window goes into the oldest hour that it still takes")
    void olderThanTheWindow() {
        scene.clock.moveTo(NINE.plus(Duration.ofHours(30)));
        take(scene.charge("wksp_a", "7", NINE));
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(scene.aws.billed())
                .singleElement()
                .satisfies(usage -> assertThat(usage.hour().start()).isEqualTo(NINE.plus(Duration.ofHours(7))));
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName("SUB-8 last month's hour is not used after 06:00 UTC on the 1st")
    void afterTheMonthHasClosed() {
        Instant lastOfMonth = Instant.parse("2026-03-31T23:00:00Z");
        scene.clock.moveTo(Instant.parse("2026-04-01T06:00:00Z"));
        take(scene.charge("wksp_a", "7", lastOfMonth));
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(scene.aws.billed())
                .singleElement()
                .satisfies(usage -> assertThat(usage.hour().start()).isEqualTo(Instant.parse("2026-04-01T01:00:00Z")));
    }

    @Test
    @DisplayName(
            "END-3 END-8 MET-2 usage after the freeze, taken before we heard of it, is unsettled and told: no order bills it")
    void usageAfterTheFreeze() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(40)));
        scene.aws.cancel(BUYER);
        MarketplaceNotice end = scene.aws.takeNotices().get(0);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(50)));
        take(scene.charge("wksp_a", "3", NINE.plus(Duration.ofMinutes(40))), scene.charge("wksp_a", "5", scene.now()));
        scene.billing.receiveNotice().receive(scene.understood(end));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        run();
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(3L);
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(5));
        assertThat(books().areBalanced()).isTrue();
        assertThat(mails())
                .containsExactly(new ChargesUnsettled(ACCOUNT, 1, new Request(new Actor.Clock(), scene.now())));
    }

    @Test
    @DisplayName("END-8 LOCK-5 usage under a lock that an end has placed is taken as unsettled, and told, once a batch")
    void usageWithoutAPayer() {
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(5));
        Charge first = scene.charge("wksp_a", "3", scene.now());
        take(first, scene.charge("wksp_a", "0.5", scene.now()));
        take(first);
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.of("3.5"));
        assertThat(mails())
                .containsExactly(new ChargesUnsettled(ACCOUNT, 2, new Request(new Actor.Clock(), scene.now())));
    }

    @Test
    @DisplayName("END-8 what a subscription leaves behind is not billed to the customer's next one")
    void theNextLifePaysNothingOfTheLast() {
        take(scene.charge("wksp_a", "7", NINE));
        scene.aws.cancel(BUYER);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(61)));
        scene.deliverNotices();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(90)));
        run();
        assertThat(scene.aws.billed()).isEmpty();
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("SUB-3 SUB-7 a record whose call is never answered holds up no other: it backs off, and goes alone")
    void poisonHoldsUpNobody() {
        List<String> dimensions = List.of("d0", "d1", "d2", "d3", "d4", "d5", "d6");
        take(dimensions.stream()
                .map(name -> scene.charge("wksp_a", new Dimension(name), "1", NINE))
                .toArray(Charge[]::new));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        RunDue due = scene.selling(new PoisonedMarketplace(scene.aws.asPort(scene.profile), new Dimension("d3")))
                .due();
        for (int run = 0; run < 4; run++) {
            assertThatThrownBy(() -> due.run(scene.now())).isInstanceOf(MarketplaceUnavailable.class);
            scene.pass(Duration.ofMinutes(15));
        }
        assertThat(scene.aws.billed()).hasSize(6);
        assertThat(scene.billing.ask().books(ACCOUNT))
                .filteredOn(books -> books.of(Standing.WAITING).equals(Quantity.whole(1)))
                .extracting(Books::dimension)
                .containsExactly(new Dimension("d3"));
    }

    private void take(Charge... charges) {
        scene.billing.takeCharges().take(List.of(charges), scene.now());
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    private List<DomainEvent> mails() {
        return scene.events().stream()
                .filter(ChargesUnsettled.class::isInstance)
                .toList();
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }
}
