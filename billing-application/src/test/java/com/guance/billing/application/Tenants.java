package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.ports.driving.RunDue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many customers of one product, each with one workspace, numbered from 0. */
record Tenants(Scene scene, int count) {

    /** All subscribed and registered. */
    static Tenants subscribed(Scene scene, int count) {
        Tenants tenants = new Tenants(scene, count);
        IntStream.range(0, count).forEach(tenants::subscribe);
        return tenants;
    }

    private void subscribe(int number) {
        scene.aws.subscribe(buyer(number));
        scene.deliverNotices();
        scene.billing
                .claimCloudAccount()
                .claim(scene.land(buyer(number)), Scene.HOLDER.id(), scene.by(new Actor.Holder(Scene.HOLDER.id())))
                .get();
        scene.billing
                .registerWorkspace()
                .paidThrough(Scene.form(workspace(number), "us1"), Scene.HOLDER.id(), account(number), scene.byOwner())
                .get();
    }

    static String buyer(int number) {
        return String.valueOf(100_000_000_000L + number);
    }

    static String workspace(int number) {
        return "wksp_" + number;
    }

    CloudAccountId account(int number) {
        return CloudAccountId.of(scene.profile.marketplace(), buyer(number));
    }

    String customer(int number) {
        return scene.aws.customerIdentifier(buyer(number));
    }

    /** A unit of each, used just now. */
    void useOne(Dimension dimension) {
        List<Charge> charges = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            charges.add(scene.charge(workspace(number), dimension, "1", scene.now()));
        }
        scene.billing.takeCharges().take(charges, scene.now()).forEach(answer -> answer.get());
    }

    /** A unit of one, used just now. */
    void useOne(int number, Dimension dimension) {
        scene.billing
                .takeCharges()
                .take(List.of(scene.charge(workspace(number), dimension, "1", scene.now())), scene.now())
                .forEach(answer -> answer.get());
    }

    long billed(int number, Dimension dimension) {
        return scene.aws.billedTotal(customer(number), dimension.name());
    }

    /** Runs as a host does: again a second later as long as the rate left records; at most so often. */
    static void runAll(Scene scene, RunDue due, int atMost) {
        for (int run = 0; run < atMost; run++) {
            try {
                if (!due.run(scene.now()).rateReached()) {
                    return;
                }
            } catch (RuntimeException told) {
                return;
            }
            scene.pass(Duration.ofSeconds(1));
        }
    }

    static Instant hour(int number) {
        return Instant.parse("2026-03-10T09:00:00Z").plus(Duration.ofHours(number));
    }
}
