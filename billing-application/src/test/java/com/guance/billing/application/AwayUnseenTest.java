package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An end and a return are heard late, one after the other: what was taken meanwhile belongs to whom it would have belonged to. */
class AwayUnseenTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant ENDED = NINE.plus(Duration.ofMinutes(20));
    private static final Instant RETURNED = NINE.plus(Duration.ofMinutes(40));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void bound() {
        scene.register("wksp_a", "us1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "MET-2 END-3 END-6 what was used between the end and the return is nobody's, run or no run between the notices")
    void gap(boolean run) {
        useUntil(ENDED, "1");
        useUntil(ENDED.plusSeconds(1), "2");
        useUntil(RETURNED, "4");
        useUntil(RETURNED.plusSeconds(1), "8");
        scene.clock.moveTo(RETURNED.plus(Duration.ofMinutes(5)));
        hear("ending", Sign.Kind.ENDING, ENDED);
        if (run) {
            scene.billing.due().run(scene.now());
        }
        hear("again", Sign.Kind.ACTIVATED, RETURNED);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        scene.billing.due().run(scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(130)));
        scene.billing.due().run(scene.now());

        Books books = scene.billing.ask().books(scene.account).get(0);
        assertThat(books.areBalanced()).as("%s", books).isTrue();
        assertThat(books.of(Standing.UNSETTLED)).as("%s", books).isEqualTo(Quantity.whole(6));
        assertThat(books.of(Standing.ACCEPTED)).as("%s", books).isEqualTo(Quantity.whole(9));
    }

    private void useUntil(Instant at, String quantity) {
        scene.clock.moveTo(at);
        assertThat(scene.billing
                        .takeCharges()
                        .take(List.of(scene.charge("wksp_a", quantity, at)), at)
                        .get(0)
                        .get())
                .isEqualTo(Intake.TAKEN);
    }

    private void hear(String id, Sign.Kind kind, Instant ownTime) {
        scene.billing
                .receiveNotice()
                .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, ownTime)));
    }
}
