package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.delivery.RedeliveryRefusal;
import com.guance.billing.policy.DeliveryPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driving.Delivery;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.driving.SetAsideEvent;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A listener that throws at one event (REL-4). */
class DeliveryTest {

    private static final String BAD = "wksp_13";
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final Scene scene = new Scene();
    private final CloudBilling node = scene.under(
            Policies.defaults().withDelivering(new DeliveryPolicy(3, Duration.ofSeconds(10), Duration.ofSeconds(15))));
    private final List<Delivery> received = new ArrayList<>();
    private Predicate<Delivery> bad = delivery -> delivery.event().subject().equals(BAD);
    private Throwable thrown = new IllegalStateException("not this one");

    /** 26 workspaces, of which one is bad, with two events each. */
    @BeforeEach
    void workspaces() {
        scene.registerAccount();
        scene.events();
        for (int i = 0; i < 26; i++) {
            scene.register("wksp_" + i, "us1");
        }
        CapturedLogs.take();
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("secret"), new NoClassDefFoundError("secret"), new AssertionError("secret"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    @DisplayName(
            "REL-4 what the listener received before it threw stays delivered, what comes after of others is delivered"
                    + " in the same round, each once")
    void costsItselfOnly(Throwable throwing) {
        thrown = throwing;
        int all = untold();

        tellAll();
        tellAll();

        assertThat(received).extracting(Delivery::event).doesNotHaveDuplicates();
        assertThat(received).noneMatch(bad);
        assertThat(untold()).isEqualTo(all - received.size());
        assertThat(health().retried()).isEqualTo(1);
        assertThat(CapturedLogs.take())
                .filteredOn(line -> line.contains("not delivered"))
                .singleElement()
                .asString()
                .startsWith("WARN wksp_13: WorkspaceRegistered not delivered, attempt 1: "
                        + throwing.getClass().getName() + ", again from ")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName(
            "REL-4 a bad event is tried again with growing waits, and set aside, told, after three; only then come the"
                    + " later events of its aggregate")
    void setAside() {
        List<Instant> attempts = new ArrayList<>();
        bad = delivery -> {
            boolean isFirst = delivery.event().subject().equals(BAD) && delivery.version() == 1;
            if (isFirst) {
                attempts.add(scene.now());
                assertThat(delivery.attempt()).isEqualTo(attempts.size());
            }
            return isFirst;
        };
        Instant start = scene.now();
        while (scene.now().isBefore(start.plusSeconds(60))) {
            tellAll();
            if (attempts.size() < 3) {
                assertThat(received).noneMatch(one -> one.event().subject().equals(BAD));
            }
            scene.pass(Duration.ofSeconds(1));
        }
        assertThat(attempts).containsExactly(start, start.plusSeconds(10), start.plusSeconds(25));
        assertThat(received)
                .filteredOn(one -> one.event().subject().equals(BAD))
                .extracting(Delivery::version)
                .startsWith(2L)
                .isSorted();
        assertThat(health()).isEqualTo(new Health.Outbox(0, Option.none(), 0, 1));
        assertThat(CapturedLogs.take())
                .filteredOn(line -> line.startsWith("ERROR"))
                .singleElement()
                .asString()
                .contains("set aside until staff have it delivered again");
    }

    @Test
    @DisplayName("REL-4 staff see what was set aside and have it told again; others may not, and nothing else is")
    void toldAgain() {
        bad = delivery -> delivery.event().subject().equals(BAD) && delivery.version() == 1;
        for (int i = 0; i < 3; i++) {
            tellAll();
            scene.pass(Duration.ofMinutes(1));
        }
        SetAsideEvent aside = aside().get(0);
        assertThat(aside()).hasSize(1);
        assertThat(aside.version()).isEqualTo(1);
        assertThat(aside.attempts()).isEqualTo(3);
        assertThat(aside.cause()).isEqualTo("java.lang.IllegalStateException");
        assertThat(node.redeliverEvents().again(aside.position(), scene.byOwner()))
                .isEqualTo(Either.left(
                        new RedeliveryRefusal.NotForThisActor(scene.byOwner().by())));
        assertThat(node.redeliverEvents().allAgain(scene.byOwner()).isLeft()).isTrue();
        assertThat(node.redeliverEvents().again(aside.position() + 1, scene.by(STAFF)))
                .isEqualTo(Either.left(new RedeliveryRefusal.NotSetAside(aside.position() + 1)));
        tellAll();
        assertThat(received)
                .extracting(Delivery::event)
                .doesNotContain(aside.content().get());

        bad = delivery -> false;
        assertThat(node.redeliverEvents().again(aside.position(), scene.by(STAFF)))
                .isEqualTo(Either.right(aside.position()));
        tellAll();
        assertThat(received.get(received.size() - 1)).isEqualTo(new Delivery(event(aside), 1, 1));
        assertThat(aside()).isEmpty();
        assertThat(node.redeliverEvents().allAgain(scene.by(STAFF))).isEqualTo(Either.right(0));
    }

    @Test
    @DisplayName("REL-4 the audit shows who had which events delivered again, and when; of refused requests nothing")
    void audited() {
        bad = delivery -> delivery.version() == 1;
        for (int i = 0; i < 3; i++) {
            tellAll();
            scene.pass(Duration.ofMinutes(1));
        }
        List<Long> aside = aside().stream().map(SetAsideEvent::position).toList();
        assertThat(aside).hasSizeGreaterThan(1);
        assertThat(node.redeliverEvents().again(aside.get(0), scene.byOwner()).isLeft())
                .isTrue();
        Request one = scene.by(STAFF);
        assertThat(node.redeliverEvents().again(aside.get(0), one).isRight()).isTrue();
        scene.pass(Duration.ofMinutes(1));
        Request all = scene.by(STAFF);
        assertThat(node.redeliverEvents().allAgain(all)).isEqualTo(Either.right(aside.size() - 1));

        Page<Redelivery> first = node.askSetAsideEvents().redeliveries(PageRequest.first(1));
        assertThat(first.items()).extracting(Redelivery::position).containsExactly(aside.get(0));
        assertThat(first.items()).extracting(Redelivery::by).containsExactly(one);
        Page<Redelivery> second =
                node.askSetAsideEvents().redeliveries(first.next().get());
        assertThat(second.items()).extracting(Redelivery::position).containsExactly(aside.get(1));
        assertThat(second.items()).extracting(Redelivery::by).containsExactly(all);
    }

    @Test
    @DisplayName("REL-4 a listener that can reach nothing ends the round at the first event, and sets nothing aside")
    void outOfReach() {
        thrown = new MarketplaceUnavailable("the queue is down", null);
        List<Delivery> offered = new ArrayList<>();
        bad = offered::add;
        for (int i = 0; i < 10; i++) {
            int before = offered.size();
            tellAll();
            assertThat(offered).hasSize(before + 1);
            scene.pass(Duration.ofSeconds(20));
        }
        assertThat(health().setAside()).isZero();
        bad = delivery -> false;
        int all = untold();
        tellAll();
        scene.pass(Duration.ofSeconds(20));
        tellAll();
        assertThat(received).hasSize(all);
    }

    @Test
    @DisplayName("REL-4 a listener that takes nothing is offered no more than ten events a round")
    void takesNothing() {
        List<Delivery> offered = new ArrayList<>();
        bad = offered::add;
        tellAll();
        assertThat(offered).hasSize(10);
        tellAll();
        assertThat(offered).hasSize(20);
    }

    private static DomainEvent event(SetAsideEvent aside) {
        return aside.content().get();
    }

    private List<SetAsideEvent> aside() {
        return node.askSetAsideEvents().setAside(PageRequest.first(10)).items();
    }

    private Health.Outbox health() {
        return node.askHealth().health(scene.now()).outbox();
    }

    private int untold() {
        return health().untold();
    }

    private void tellAll() {
        int more;
        do {
            more = node.tellEvents().tell(this::receive, scene.now(), 100);
        } while (more > 0);
    }

    private void receive(Delivery delivery) {
        if (bad.test(delivery)) {
            throw sneaky(thrown);
        }
        received.add(delivery);
    }

    @SuppressWarnings("unchecked") // which is how an error passes
    private static <T extends Throwable> RuntimeException sneaky(Throwable broken) throws T {
        throw (T) broken;
    }
}
