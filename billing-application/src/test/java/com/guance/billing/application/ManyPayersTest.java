package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.faults.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every workspace has a payer of its own, and they are read together all the same. */
class ManyPayersTest {

    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final BreakableStore breakable = new BreakableStore(InMemoryBilling.create());
    private final List<WatchedStore.Call> told = new ArrayList<>();
    private final Scene scene = new Scene(new WatchedStore(breakable, told::add));
    private final CloudBilling billing = HostsBillingCenter.ofAll(scene);

    @TestFactory
    @DisplayName("END-4 SET-11 MET-1 as many calls of each port for twenty payers as for two")
    List<DynamicTest> bounded() {
        return List.of(
                same("candidates that others pay for", ManyPayersTest::candidates),
                same("candidates that wait for others", ManyPayersTest::waiting),
                same("candidates of ended accounts", ManyPayersTest::lockedCandidates),
                same("charges", ManyPayersTest::charges),
                same("charges of the locked", ManyPayersTest::chargesOfTheLocked),
                same("what time brings to the locked", ManyPayersTest::timeOfTheLocked),
                same("what time brings to those in arrears", ManyPayersTest::timeOfThoseInArrears));
    }

    private static DynamicTest same(String what, Task task) {
        return DynamicTest.dynamicTest(what, () -> {
            List<String> few = task.calls(new ManyPayersTest(), 2);
            assertThat(few).isNotEmpty();
            assertThat(task.calls(new ManyPayersTest(), 20)).isEqualTo(few);
        });
    }

    private List<String> candidates(int many) {
        bound(many);
        return asked();
    }

    private List<String> waiting(int many) {
        IntStream.range(0, many).forEach(i -> {
            claimed(i);
            paidThrough(i);
        });
        IntStream.range(0, many).forEach(i -> scene.aws.subscribe(buyer(i)));
        scene.aws.takeNotices().forEach(notice -> {
            breakable.breakAfter(1);
            assertThatThrownBy(() -> billing.receiveNotice().receive(scene.understood(notice)))
                    .isInstanceOf(StoreUnavailable.class);
            breakable.mend();
        });
        return asked();
    }

    private List<String> lockedCandidates(int many) {
        ended(many);
        return asked();
    }

    private List<String> charges(int many) {
        bound(many);
        scene.pass(Duration.ofHours(1));
        return taken(many, scene.now());
    }

    private List<String> chargesOfTheLocked(int many) {
        Instant before = ended(many);
        scene.pass(Duration.ofMinutes(1));
        return taken(many, before);
    }

    private List<String> timeOfTheLocked(int many) {
        ended(many);
        scene.pass(Duration.ofHours(1));
        billing.due().run(scene.now()); // a final hour is closed by itself, subscription by subscription
        scene.pass(Duration.ofDays(8));
        return calls(() -> billing.due().run(scene.now()));
    }

    private List<String> timeOfThoseInArrears(int many) {
        IntStream.range(0, many).forEach(i -> {
            BillingCenterAccountId holder = new BillingCenterAccountId("fc-own-" + i);
            billing.registerWorkspace()
                    .paidByBillingCenter(Scene.form("wksp_" + i, "us1"), holder, scene.byOwner())
                    .get();
            billing.tellArrears().began(holder, scene.by(STAFF));
        });
        scene.pass(Duration.ofDays(8));
        return calls(() -> billing.due().run(scene.now()));
    }

    private void bound(int many) {
        IntStream.range(0, many).forEach(i -> {
            scene.aws.subscribe(buyer(i));
            scene.deliverNotices();
            claimed(i);
            paidThrough(i);
        });
    }

    /** When they paid still. */
    private Instant ended(int many) {
        bound(many);
        scene.pass(Duration.ofMinutes(10));
        Instant paid = scene.now();
        scene.pass(Duration.ofMinutes(1));
        IntStream.range(0, many).forEach(i -> scene.aws.cancel(buyer(i)));
        scene.deliverNotices();
        return paid;
    }

    private void claimed(int i) {
        billing.claimCloudAccount()
                .claim(scene.land(buyer(i)), HOLDER.id(), scene.by(new Actor.Holder(HOLDER.id())))
                .get();
    }

    private void paidThrough(int i) {
        billing.registerWorkspace()
                .paidThrough(Scene.form("wksp_" + i, "us1"), HOLDER.id(), account(i), scene.by(new Actor.Owner(OWNER)))
                .get();
    }

    private List<String> asked() {
        return calls(() -> billing.askChoices()
                .candidates(account(0), scene.byOwner(), PageRequest.first(100))
                .get());
    }

    private List<String> taken(int many, Instant until) {
        return calls(() -> assertThat(billing.takeCharges()
                        .take(
                                IntStream.range(0, many)
                                        .mapToObj(i -> scene.charge("wksp_" + i, "1", until))
                                        .toList(),
                                scene.now()))
                .allMatch(answer -> answer.isRight()));
    }

    private List<String> calls(Runnable task) {
        return WatchedStore.calls(told, task);
    }

    private static String buyer(int i) {
        return "%012d".formatted(i);
    }

    private static CloudAccountId account(int i) {
        return CloudAccountId.of("aws", buyer(i));
    }

    @FunctionalInterface
    private interface Task {
        List<String> calls(ManyPayersTest scene, int many);
    }
}
