package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StatementsTest {

    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final Counting store = new Counting(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @TestFactory
    @DisplayName("END-4 SET-11 MET-1 ASK-3 the store is asked as often for sixty as for two")
    List<DynamicTest> bounded() {
        return List.of(
                same("an end", StatementsTest::end),
                same("an activation", StatementsTest::activation),
                same("arrears", StatementsTest::arrears),
                same("what time brings", StatementsTest::time),
                same("candidates", StatementsTest::candidates),
                same("choices", StatementsTest::choices),
                same("charges", StatementsTest::charges),
                same("charges of the locked", StatementsTest::chargesAfterAnEnd),
                same("a reconciliation of unknown licenses", StatementsTest::reconciliation));
    }

    private static DynamicTest same(String what, Task task) {
        return DynamicTest.dynamicTest(what, () -> {
            int few = task.calls(new StatementsTest(), 2);
            assertThat(few).isPositive();
            assertThat(task.calls(new StatementsTest(), 60)).isEqualTo(few);
        });
    }

    private int reconciliation(int many) {
        Product product = scene.profile.product();
        MeteringHour hour = MeteringHour.of(scene.now());
        List<BilledLine> foreign = IntStream.range(0, many)
                .mapToObj(i -> new MarketplaceCustomer.Licensed(product, "222233334444", "l-" + i))
                .map(customer -> new RecordId(new Meter(customer, new Dimension("units")), hour))
                .map(record -> new BilledLine(record, 1, scene.now(), "us-east-1", false))
                .toList();
        RecordedHours hours =
                new RecordedHours(product, hour, MeteringHour.of(scene.now().plus(Duration.ofHours(1))));
        return counted(() -> assertThat(scene.billing
                        .reconcile()
                        .byHour(hours, Legible.of(foreign), List.of())
                        .notOurs())
                .hasSize(many));
    }

    private int end(int many) {
        registered(many);
        scene.aws.cancel(BUYER);
        return counted(scene::deliverNotices);
    }

    private int activation(int many) {
        end(many);
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        return counted(scene::deliverNotices);
    }

    private int arrears(int many) {
        IntStream.range(0, many).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        return counted(() -> scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF)));
    }

    private int time(int many) {
        end(many);
        scene.pass(Duration.ofDays(8));
        return counted(() -> scene.billing.due().run(scene.now()));
    }

    private int candidates(int many) {
        registered(many);
        return counted(() -> scene.billing
                .askChoices()
                .candidates(scene.account, scene.byOwner(), PageRequest.first(100))
                .get());
    }

    private int choices(int many) {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        IntStream.range(0, many)
                .mapToObj("%012d"::formatted)
                .forEach(buyer -> scene.billing
                        .claimCloudAccount()
                        .claim(scene.land(buyer), HOLDER.id(), scene.byHolder())
                        .get());
        return counted(() -> scene.billing
                .askChoices()
                .of(new WorkspaceId("wksp_shop"), scene.byOwner(), PageRequest.first(100))
                .get());
    }

    private int charges(int many) {
        registered(many);
        scene.pass(Duration.ofHours(1));
        return counted(() -> scene.billing
                .takeCharges()
                .take(
                        IntStream.range(0, many)
                                .mapToObj(i -> scene.charge("wksp_" + i, "1", scene.now()))
                                .toList(),
                        scene.now()));
    }

    private int chargesAfterAnEnd(int many) {
        end(many);
        scene.pass(Duration.ofDays(8));
        return counted(() -> scene.billing
                .takeCharges()
                .take(
                        IntStream.range(0, many)
                                .mapToObj(i -> scene.charge("wksp_" + i, "1", scene.now()))
                                .toList(),
                        scene.now()));
    }

    private void registered(int many) {
        scene.registerAccount();
        IntStream.range(0, many).forEach(i -> scene.register("wksp_" + i, "us1"));
    }

    private int counted(Runnable task) {
        store.calls();
        task.run();
        return store.calls();
    }

    @FunctionalInterface
    private interface Task {
        int calls(StatementsTest scene, int many);
    }
}
