package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.Health.OfProduct;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators read and ask of a node. */
class LoggingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant STAMP = Instant.parse("2026-03-10T08:20:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(CapturedLogs.take()).isNotEmpty();
    }

    @Test
    @DisplayName("a run that did something is one line at INFO; one that did nothing shows at DEBUG only")
    void runs() {
        run();
        assertThat(CapturedLogs.take())
                .filteredOn(line -> !line.startsWith("DEBUG"))
                .containsExactly("INFO run: 0 workspaces reached, 0 advanced, 1 hours closed, 1 records answered");
        run();
        assertThat(CapturedLogs.take())
                .containsExactly("DEBUG run: 0 workspaces reached, 0 advanced, 0 hours closed, 0 records answered");
    }

    @Test
    @DisplayName("SUB-6 a record that is held is warned of, with its id and why, and counted")
    void held() {
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidTagException"));
        run();
        assertThat(CapturedLogs.take())
                .anyMatch(line -> line.startsWith("WARN aws/prod/")
                        && line.endsWith("/units@2026-03-10T08:00:00Z: record not billed, held: InvalidTagException"));
        assertThat(ofProduct().records()).isEqualTo(Map.of(RecordStatus.HELD, seven()));
        assertThat(ofProduct().nearestDeadline()).isEmpty();
    }

    @Test
    @DisplayName("SUB-8 what is owed shows its age and deadline, and is warned of before it expires")
    void runningOut() {
        assertThat(health().unfinished().oldestHour().map(hour -> hour.start()))
                .contains(Instant.parse("2026-03-10T08:00:00Z"));
        scene.aws.whenMetering(Misbehaviour.dropBeforeAccepting(), Misbehaviour.dropBeforeAccepting());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(CapturedLogs.take())
                .anyMatch(line -> line.startsWith(
                        "ERROR failed, the rest went on: " + MarketplaceUnavailable.class.getName() + ": "));
        assertThat(ofProduct())
                .isEqualTo(new OfProduct(
                        scene.profile.product(),
                        Map.of(RecordStatus.SENT, seven()),
                        Option.some(STAMP),
                        Option.some(STAMP.plus(Duration.ofHours(24)))));
        assertThat(health().unfinished().oldestHour()).isEmpty();
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(23)));
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(CapturedLogs.take())
                .anyMatch(line -> line.startsWith("WARN")
                        && line.endsWith("record not billed yet, must be before 2026-03-11T08:20:00Z, PT1H left"));
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(25)));
        run();
        assertThat(CapturedLogs.take()).anyMatch(line -> line.endsWith("record expired, disputed"));
        assertThat(ofProduct().records()).isEqualTo(Map.of(RecordStatus.DISPUTED, seven()));
    }

    @Test
    @DisplayName("SUB-5 an end that only the metering shows is warned of")
    void suspected() {
        scene.aws.suspend(BUYER);
        run();
        assertThat(CapturedLogs.take())
                .anyMatch(
                        line -> line.startsWith("WARN") && line.contains("end suspected, decided at 2026-03-10T15:10"));
    }

    @Test
    @DisplayName("events that the host was not told are counted, with the age of the next")
    void untold() {
        Health before = health();
        assertThat(before.outbox().untold()).isPositive();
        assertThat(before.outbox().oldest()).contains(Scene.START);
        assertThat(scene.events()).hasSize(before.outbox().untold());
        assertThat(health().outbox()).isEqualTo(new Health.Outbox(0, Option.none(), 0, 0));
        assertThat(scene.billing.askHealth().products()).containsExactly(scene.profile.product());
    }

    @Test
    @DisplayName("ARR-1 whatever lands, nobody's token shows in a log; nor what an unknown fault says")
    void noTokens() {
        String token = scene.aws.issueToken(BUYER);
        for (String hostile : List.of(token, "forged WARN line", "${jndi:ldap://x}", "{} {}")) {
            boolean unused = scene.billing
                    .landBuyer()
                    .land(scene.landing(hostile), scene.now())
                    .isRight();
        }
        scene.aws.whenResolving(Misbehaviour.dropBeforeAccepting());
        assertThatThrownBy(() -> scene.billing.landBuyer().land(scene.landing("secret-4711"), scene.now()))
                .isInstanceOf(MarketplaceUnavailable.class);
        new Logging().faulted(new IllegalStateException("secret-4711"));
        String all = String.join("\n", CapturedLogs.take());
        assertThat(all)
                .doesNotContain(token)
                .doesNotContain("forged")
                .doesNotContain("jndi")
                .doesNotContain("secret-4711")
                .contains("ERROR failed, the rest went on: java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("a line is one line and not endless, whatever it is about")
    void oneLine() {
        assertThat(LogLine.legible("a\r\nb\u2028c\u202Ed\u0000 \uD83D\uDE80 观")).isEqualTo("a??b?c?d? \uD83D\uDE80 观");
        assertThat(LogLine.legible("x".repeat(5_000))).hasSize(2_000);
    }

    private void run() {
        scene.billing.due().run(scene.now());
    }

    private Health health() {
        return scene.billing.askHealth().health(scene.now());
    }

    private OfProduct ofProduct() {
        return health().products().get(0);
    }

    private static Tally seven() {
        return new Tally(1, Quantity.whole(7));
    }
}
