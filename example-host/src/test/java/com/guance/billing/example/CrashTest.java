package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.guance.billing.example.Node.Life;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A host is killed, not stopped, again and again, at any moment: while it takes charges, closes hours and submits, on PostgreSQL and
 * over AWS's wire, with a marketplace that now and then drops the connection after it has billed. {@code -Dcrashes=100} for more,
 * {@code -Dseed=…} for the same moments again, as far as two processes can.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("crashes", 6);
    private static final int DIMENSIONS = 3;

    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(16);

    private static final String MISBEHAVED = "fault " + MarketplaceUnavailable.class.getSimpleName();

    private static final int LAST_ROUNDS = 20;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> deaths = new TreeMap<>();
    private int taken;

    @Test
    @DisplayName("INV-7 INV-8 SUB-1 SUB-9 MET-1 killed at any moment, nothing is lost and nothing billed twice")
    void nothingIsLost() {
        try (Ground ground =
                Ground.of(DIMENSIONS, random.nextBoolean() ? IdenticalResend.SUCCEEDS : IdenticalResend.IS_DUPLICATE)) {
            ground.world().clock().moveTo(Usage.endOf(0));
            Node next = ground.node();
            for (int i = 0; i < CRASHES; i++) {
                Node node = next.ready();
                next = ground.node(); // starts meanwhile
                misbehave(ground);
                crash(ground, node);
            }
            Audit audit = finish(ground, next.ready());
            assertThatCode(audit::isExact)
                    .as("seed %d, %d slots, killed after %s", seed, taken, deaths)
                    .doesNotThrowAnyException();
        }
    }

    /** One life: as many rounds as it has moments for. What it took without saying so, its successor is told to take again. */
    private void crash(Ground ground, Node node) {
        Life life = Life.any(random);
        boolean lives = true;
        while (lives) {
            ground.later(Duration.ofSeconds(10 + random.nextInt(1500)));
            lives = round(ground, node, life);
        }
        deaths.merge(node.last(), 1, Integer::sum);
    }

    private boolean round(Ground ground, Node node, Life life) {
        return takes(ground, node, life) && runs(ground, node, life);
    }

    private boolean takes(Ground ground, Node node, Life life) {
        while (!Usage.endOf(taken).isAfter(ground.now())) {
            if (node.take(taken, ground.now()).answer(life).isEmpty()) {
                return false;
            }
            assertThat(node.last()).isEqualTo("took");
            taken++;
        }
        return true;
    }

    private static boolean runs(Ground ground, Node node, Life life) {
        Option<String> answer = node.run(ground.now()).answer(life);
        assertThat(List.of("ran", MISBEHAVED)).containsAll(answer);
        return answer.isDefined();
    }

    /** When no lease and no wait lasts any more, whoever lives finishes what the dead have left. */
    private Audit finish(Ground ground, Node node) {
        Life life = Life.forever();
        assertThat(takes(ground, node, life)).isTrue();
        Audit audit = new Audit(ground, taken);
        for (int i = 0; i < LAST_ROUNDS && !audit.isDone(); i++) {
            ground.later(LONGER_THAN_ANY_WAIT);
            assertThat(runs(ground, node, life)).isTrue();
        }
        return audit;
    }

    private void misbehave(Ground ground) {
        switch (random.nextInt(5)) {
            case 0 -> ground.world().aws().whenMetering(Misbehaviour.acceptThenDrop());
            case 1 -> ground.world().aws().whenMetering(Misbehaviour.throttle(), Misbehaviour.dropBeforeAccepting());
            case 2 -> ground.world().aws().whenMetering(Misbehaviour.leaveUnprocessed(0));
            case 3 -> ground.world().aws().whenMetering(Misbehaviour.dropThenAcceptIn(Duration.ofMinutes(5)));
            default -> {}
        }
    }
}
