package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.statement.Balance;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.Coverage;
import com.guance.billing.statement.Covered;
import com.guance.billing.statement.Outcome;
import com.guance.billing.statement.Statement;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final StatementPeriod DAY =
            StatementPeriod.of(NINE.minus(Duration.ofHours(9)), NINE.plus(Duration.ofHours(15)));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void oneHourOfSevenAndAHalf() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        take("7.5", NINE);
    }

    @Test
    @DisplayName("ASK-1 accepted, carried, late, disputed and unsettled stand in one statement that adds up")
    void everyOutcome() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        run();
        take("0.25", NINE);
        take("3", NINE.plus(Duration.ofMinutes(10)));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        run();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(5));
        take("2", scene.now());
        Statement statement = scene.billing.askStatement().of(ACCOUNT, DAY);
        Balance balance = statement.balances().get(0);

        assertThat(balance.opening()).isZero();
        assertThat(balance.sums().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(10));
        assertThat(balance.sums().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(2));
        assertThat(balance.closing()).isEqualByComparingTo("0.75");
        assertThat(lines())
                .extracting(ChargeLine::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.UNSETTLED);
        assertThat(lines()).extracting(ChargeLine::isLate).containsExactly(false, true, false, false);
    }

    @Test
    @DisplayName("ASK-1 ASK-2 SUB-11 what is disputed is told so")
    void disputed() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        try {
            run();
        } catch (Fault inDoubt) {
            scene.clock.moveTo(NINE.plus(Duration.ofHours(25)));
        }
        run();
        assertThat(lines()).extracting(ChargeLine::outcome).containsExactly(Outcome.DISPUTED);
        assertThat(coverage().at(Scene.UNITS, MeteringHour.of(Scene.START))).contains(Covered.DISPUTED);
    }

    @Test
    @DisplayName("ASK-2 open, closed and waiting, accepted, zero; and until when something has to be sent")
    void coverageAndDeadline() {
        MeteringHour eight = MeteringHour.of(Scene.START);
        assertThat(coverage().at(Scene.UNITS, eight)).contains(Covered.OPEN);
        assertThat(scene.billing.askCoverage().nearestDeadline(scene.now()))
                .contains(eight.start().plus(Duration.ofHours(24)));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(coverage().at(Scene.UNITS, eight)).contains(Covered.CLOSED_WAITING);
        assertThat(scene.billing.askCoverage().nearestDeadline(scene.now()))
                .as("closed, and without a record")
                .contains(eight.start().plus(Duration.ofHours(24)));
        scene.aws.whenMetering(Misbehaviour.throttle());
        run();
        assertThat(scene.billing.askCoverage().nearestDeadline(scene.now()))
                .as("made, and owed: its timestamp is the activation")
                .contains(Scene.START.plus(Duration.ofHours(24)));
        scene.pass(Duration.ofMinutes(5));
        run();
        assertThat(coverage().at(Scene.UNITS, eight)).contains(Covered.ACCEPTED);
        assertThat(scene.billing.askCoverage().nearestDeadline(scene.now())).isEmpty();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        assertThat(coverage().at(Scene.UNITS, eight.next())).contains(Covered.ZERO);
        take("1", NINE);
        assertThat(scene.billing.askCoverage().nearestDeadline(scene.now()))
                .as("late: the next hour's record")
                .contains(NINE.plus(Duration.ofHours(24)));
    }

    private Coverage coverage() {
        SubscriptionId subscription = new SubscriptionId(
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER)).key()
                        + "#1");
        return scene.billing
                .askCoverage()
                .of(subscription, DAY, Set.of(Scene.UNITS), scene.now())
                .get();
    }

    private List<ChargeLine> lines() {
        return scene.billing.askStatement().charges(ACCOUNT, DAY).toList();
    }

    private void take(String quantity, Instant until) {
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", quantity, until)), scene.now());
    }

    private void run() {
        scene.billing.due().run(scene.now());
    }
}
