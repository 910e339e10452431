package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many workspaces are reached, each once; and that nobody is looked for when nothing is new. */
class ReachedTest {

    private static final int MANY = 3;
    private static final int CHUNK = 500;

    private final BreakableStore breakable = new BreakableStore(InMemoryBilling.create());
    private final List<WatchedStore.Call> told = new ArrayList<>();
    private Predicate<WatchedStore.Call> fails = call -> false;
    private final Scene scene = new Scene(new WatchedStore(breakable, this::before));

    @Test
    @DisplayName(
            "LOCK-7 what is due answers for every workspace that unfinished arrears reach, and not for those reached before")
    void arrears() {
        IntStream.range(0, MANY).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        broken(() -> began(HOLDER.id()));
        scene.billing
                .lockWorkspace()
                .lock(new WorkspaceId("wksp_1"), "audit", scene.by(staff()))
                .get();
        assertThat(reached()).isEqualTo(MANY - 1);
        assertThat(reached()).isZero();
    }

    @Test
    @DisplayName("END-6 what is due answers for every workspace that an unfinished return unlocks")
    void activation() {
        scene.registerAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register("wksp_" + i, "us1"));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        broken(scene::deliverNotices);
        assertThat(reached()).isEqualTo(MANY);
        assertThat(reached()).isZero();
    }

    @Test
    @DisplayName("END-3 what is due answers for every workspace of all the ends that it decides")
    void undecided() {
        scene.claimAccount();
        Licenses licenses = new Licenses(scene);
        IntStream.of(1, 2).forEach(license -> {
            licenses.license(license, ACTIVATED);
            IntStream.range(0, MANY).forEach(i -> licenses.bound("wksp_" + license + "_" + i, license));
        });
        scene.pass(Duration.ofMinutes(1));
        IntStream.of(1, 2).forEach(license -> licenses.license(license, DEPROVISIONED));
        scene.pass(Duration.ofMinutes(30));
        assertThat(reached()).isEqualTo(2 * MANY);
    }

    @Test
    @DisplayName("END-4 more cascades than a chunk that fail do not hold up the one behind them")
    void behindManyEnds() {
        scene.claimAccount();
        Licenses licenses = new Licenses(scene);
        int last = 1_000 + CHUNK;
        IntStream.range(1_000, last)
                .mapToObj(license -> ofItsOwn(licenses, license))
                .forEach(licenses::hear);
        licenses.license(last, ACTIVATED);
        licenses.bound("wksp_shop", last);
        fails = call -> call.name().equals("Workspaces.paidBy");
        IntStream.rangeClosed(1_000, last)
                .forEach(license -> assertThatThrownBy(() -> licenses.ended(license, CANCELLED))
                        .isInstanceOf(StoreUnavailable.class));
        fails = call -> call.name().equals("Workspaces.paidBy")
                && !call.arguments().get(0).equals(licenses.subscription(last));
        assertThatThrownBy(this::reached).isInstanceOf(StoreUnavailable.class);
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("LOCK-7 more arrears than a chunk whose telling fails do not hold up those behind them")
    void behindManyArrears() {
        CloudBilling billing = HostsBillingCenter.ofAll(scene);
        BillingCenterAccountId last = holder(1_000 + CHUNK);
        billing.registerWorkspace()
                .paidByBillingCenter(Scene.form("wksp_shop", "us1"), last, scene.byOwner())
                .get();
        fails = call -> call.name().equals("Workspaces.list");
        IntStream.rangeClosed(1_000, 1_000 + CHUNK)
                .forEach(i -> assertThatThrownBy(() -> began(holder(i))).isInstanceOf(StoreUnavailable.class));
        fails = call -> call.name().equals("Workspaces.list")
                && !call.arguments().get(0).toString().contains(last.value());
        assertThatThrownBy(() -> billing.due().run(scene.now())).isInstanceOf(StoreUnavailable.class);
        assertThat(scene.workspace("wksp_shop").isLocked()).isTrue();
    }

    @Test
    @DisplayName("END-4 an end that is only confirmed looks for no workspace")
    void confirmed() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(61));
        List<String> calls = WatchedStore.calls(told, scene::deliverNotices);
        assertThat(calls).contains("Notices.add").noneMatch(call -> call.startsWith("Workspaces."));
    }

    @Test
    @DisplayName("LOCK-7 arrears that stand already, or have been told to the last workspace, look for none")
    void stand() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        began(HOLDER.id());
        assertThat(WatchedStore.calls(told, () -> began(HOLDER.id())))
                .contains("ArrearsStore.find")
                .noneMatch(call -> call.startsWith("Workspaces."));
        int open = scene.store
                .<Void, Integer>inTransaction(stores ->
                        Either.right(stores.arrears().withOpenCascade(1).size()))
                .get();
        assertThat(open).isZero();
    }

    @Test
    @DisplayName("MET-1 charges of those whose payers live are four statements, and read no account")
    void charges() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.pass(Duration.ofHours(1));
        assertThat(WatchedStore.calls(
                        told,
                        () -> scene.billing
                                .takeCharges()
                                .take(List.of(scene.charge("wksp_shop", "1", scene.now())), scene.now())))
                .containsExactly("Workspaces.find", "Subscriptions.find", "ArrearsStore.find", "Charges.add");
    }

    private void before(WatchedStore.Call call) {
        told.add(call);
        if (fails.test(call)) {
            throw new StoreUnavailable("the test lets this fail", null);
        }
    }

    private void broken(Runnable telling) {
        breakable.breakAfter(1);
        assertThatThrownBy(telling::run).isInstanceOf(StoreUnavailable.class);
        breakable.mend();
    }

    private int reached() {
        return scene.billing.due().run(scene.now()).reached();
    }

    private void began(BillingCenterAccountId account) {
        scene.billing.tellArrears().began(account, scene.by(staff()));
    }

    /** A license of an account that has no other. */
    private Fact ofItsOwn(Licenses licenses, int number) {
        return new Fact.OfLicense(
                Licenses.id(number),
                licenses.customer(number),
                CloudAccountId.of("aws", "%012d".formatted(number)),
                new Sign(ACTIVATED, scene.now()));
    }

    private static BillingCenterAccountId holder(int number) {
        return new BillingCenterAccountId("fc-" + number);
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
