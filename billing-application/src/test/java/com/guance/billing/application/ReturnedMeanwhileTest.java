package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A subscription returns while another node, which still takes it to be ending, gives up what it leaves. */
class ReturnedMeanwhileTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FREEZE = NINE.plus(Duration.ofMinutes(20));

    private final UnitOfWork shared = InMemoryBilling.create();
    private final Overtaken slow = new Overtaken(shared);
    private final Scene scene = new Scene(shared);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @BeforeEach
    void ending() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(FREEZE);
    }

    @Test
    @DisplayName(
            "END-6 INV-7 MET-2 usage after the return is metered, though a run that had read the end gives up what is after it")
    void afterTheFreeze() {
        hear("ending", Sign.Kind.ENDING, FREEZE);
        scene.pass(Duration.ofMinutes(5));
        slow.whenItWrites(call -> call.name().equals("Charges.unsettle"), this::returnsAndIsUsed);
        slowNode.due().run(scene.now());

        assertMetered("3");
    }

    private void returnsAndIsUsed() {
        scene.pass(Duration.ofSeconds(1));
        hear("again", Sign.Kind.ACTIVATED, scene.now());
        scene.pass(Duration.ofSeconds(2));
        assertThat(scene.billing
                        .takeCharges()
                        .take(List.of(scene.charge("wksp_a", "3", scene.now())), scene.now())
                        .get(0)
                        .get())
                .isEqualTo(Intake.TAKEN);
    }

    private void assertMetered(String units) {
        for (int hour = 2; hour < 5; hour++) {
            scene.clock.moveTo(NINE.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(10)));
            scene.billing.due().run(scene.now());
        }
        Books books = scene.billing.ask().books(scene.account).get(0);
        assertThat(books.areBalanced()).as("%s", books).isTrue();
        assertThat(books.of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
        assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.of(units));
    }

    private void hear(String id, Sign.Kind kind, Instant ownTime) {
        scene.billing
                .receiveNotice()
                .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, ownTime)));
    }
}
