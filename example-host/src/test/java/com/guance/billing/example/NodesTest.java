package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.Hold;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several JVMs of the host at once, on one PostgreSQL and over AWS's wire. */
class NodesTest {

    private static final int NODES = 3;
    private static final int DIMENSIONS = 12;
    private static final int CALLS_A_SECOND = 10;
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Test
    @DisplayName("SUB-7 SUB-9 three nodes send each record once, and all together as often as one may")
    void eachRecordIsSentByOne() {
        int slots = 46;
        try (Ground ground = Ground.of(DIMENSIONS)) {
            Calls calls = logged(ground);
            List<Node> nodes = nodes(ground);
            ground.world().clock().moveTo(Usage.endOf(slots - 1).plus(Duration.ofMinutes(11)));
            IntStream.range(0, slots).forEach(slot -> nodes.get(slot % NODES).take(slot, ground.now()));
            IntStream.range(0, slots)
                    .forEach(
                            slot -> assertThat(nodes.get(slot % NODES).answer()).isEqualTo("took"));

            Audit audit = new Audit(ground, slots);
            Set<String> answers = new HashSet<>();
            for (int i = 0; i < 20 && !audit.isDone(); i++) {
                answers.addAll(runAtOnce(ground, nodes));
                ground.later(Duration.ofMillis(300));
            }

            audit.isExact();
            assertThat(answers).containsExactlyInAnyOrder("ran", "rate");
            assertThat(calls.records()).doesNotHaveDuplicates().hasSize(DIMENSIONS * slots / 2);
            assertThat(calls.size()).isGreaterThan(CALLS_A_SECOND);
            assertThat(calls.mostInASecond()).isLessThanOrEqualTo(CALLS_A_SECOND);
        }
    }

    @Test
    @DisplayName(
            "SUB-9 SUB-1 what a killed node had on its way is sent by the others when its lease is over, not before")
    void aDeadNodeIsTakenOver() {
        int slots = 8;
        int records = DIMENSIONS * slots / 2;
        try (Ground ground = Ground.of(DIMENSIONS)) {
            Hold hold = Hold.untilReleased();
            ground.world().aws().whenMetering(Misbehaviour.holdCall(hold));
            Calls calls = logged(ground);
            List<Node> nodes = nodes(ground);
            ground.world().clock().moveTo(Usage.endOf(slots - 1).plus(Duration.ofMinutes(11)));
            Node killed = nodes.get(0);
            List<Node> others = nodes.subList(1, NODES);
            IntStream.range(0, slots)
                    .forEach(slot ->
                            assertThat(killed.take(slot, ground.now()).answer()).isEqualTo("took"));
            killed.run(ground.now());
            hold.awaitCall();
            runAtOnce(ground, others);
            killed.kill();
            int sent = calls.records().size();

            ground.later(LEASE.minusSeconds(1));
            runAtOnce(ground, others);
            assertThat(calls.records()).hasSize(sent).hasSizeLessThan(records);

            ground.later(Duration.ofSeconds(1));
            runAtOnce(ground, others);
            assertThat(calls.records()).hasSize(records).doesNotHaveDuplicates();

            hold.release();
            new Audit(ground, slots).isExact();
        }
    }

    private static Calls logged(Ground ground) {
        Calls calls = new Calls(ground.world().clock());
        ground.world().aws().whenMetering(calls.logged(200));
        return calls;
    }

    private static List<Node> nodes(Ground ground) {
        List<Node> nodes = Stream.generate(ground::node).limit(NODES).toList();
        nodes.forEach(Node::ready);
        return nodes;
    }

    private static List<String> runAtOnce(Ground ground, List<Node> nodes) {
        nodes.forEach(node -> node.run(ground.now()));
        return nodes.stream().map(Node::answer).toList();
    }
}
