package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.faults.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** The marketplace cannot be reached for longer than its window, through the real SDK, and then it can. */
class OutageTest {

    private static final Instant FIRST_HOUR = Instant.parse("2026-03-10T09:00:00Z");
    private static final int HOURS = 40;
    private static final int UNITS_AN_HOUR = 45;
    private static final Duration ROUND = Duration.ofMinutes(10);

    /** Why it cannot be reached. */
    enum Outage {
        UNKNOWN_HOST,
        REFUSED_CONNECTION,
        NO_TLS;

        URI endpoint(ServerSocket ofAnother) {
            return switch (this) {
                case UNKNOWN_HOST -> URI.create("https://metering.invalid");
                case REFUSED_CONNECTION -> URI.create("https://127.0.0.1:" + closedPort());
                case NO_TLS -> URI.create("https://127.0.0.1:" + ofAnother.getLocalPort());
            };
        }

        private static int closedPort() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException noPort) {
                throw new AssertionError(noPort);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("SUB-1 SUB-8 40 hours without a connection: nothing is in doubt, and all closed hours are billed")
    void outage(Outage outage) throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                OpenStore store = StoreChoice.of("--store", "inmemory").get().open();
                World world = World.over(store);
                MarketplaceMeteringClient nowhere = World.sdk(outage.endpoint(plain))) {
            Thread answering = new Thread(() -> answerWithoutTls(plain));
            answering.setDaemon(true);
            answering.start();
            Stage stage = new Stage(world);
            stage.arrives();
            stage.registers(world.cast().shop(), Stage.GOOD).get();
            CloudBilling cutOff = World.billing(store.unitOfWork(), nowhere, world.cast());

            for (int hour = 0; hour < HOURS; hour++) {
                Instant end = FIRST_HOUR.plus(Duration.ofHours(hour + 1L));
                runUntil(cutOff, world, end);
                world.billing().takeCharges().take(List.of(charge(world, end)), world.now());
            }
            runUntil(cutOff, world, world.now().plus(ROUND));
            assertThat(world.aws().billed()).isEmpty();
            runUntil(world.billing(), world, world.now().plus(Duration.ofHours(2)));

            Books books =
                    world.billing().ask().books(world.cast().cloudAccount()).get(0);
            Quantity all = Quantity.whole((long) HOURS * UNITS_AN_HOUR);
            assertThat(books.of(Standing.DISPUTED)).isEqualTo(Quantity.ZERO);
            assertThat(books.of(Standing.ACCEPTED)).isEqualTo(all);
            assertThat(world.aws().billed().stream()
                            .mapToLong(BilledUsage::quantity)
                            .sum())
                    .isEqualTo(HOURS * UNITS_AN_HOUR);
        }
    }

    private static void runUntil(CloudBilling node, World world, Instant end) {
        while (world.now().isBefore(end)) {
            world.clock().advance(ROUND);
            try {
                var unused = node.due().run(world.now());
            } catch (Fault.TryAgain expected) {
                // what is owed is sent again by a later round
            }
        }
    }

    private static Charge charge(World world, Instant end) {
        return new Charge(
                "hour that ended at " + end,
                world.cast().shop(),
                new Charge.Usage(World.UNITS, Quantity.whole(UNITS_AN_HOUR)),
                new UsagePeriod(end.minus(Duration.ofHours(1)), end));
    }

    private static void answerWithoutTls(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (var connection = plain.accept()) {
                connection.getOutputStream().write(new byte[] {'n', 'o', ' ', 'T', 'L', 'S', '\r', '\n'});
            } catch (IOException closed) {
                // the next connection, or the end of the test
            }
        }
    }
}
