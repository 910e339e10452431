package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A watcher or a logger that throws changes no outcome. */
class WatchersTest {

    private static final Done NOTHING = new Done(0, 0, 0, 0);

    private final List<Done> seen = new ArrayList<>();

    @Test
    @DisplayName("REL-1 a watcher that throws an error is logged by its type, and the next one is called all the same")
    void anError() {
        CapturedLogs.take();
        new Watchers(List.of(new Broken(), new Broken())).ran(NOTHING);
        assertThat(seen).containsExactly(NOTHING, NOTHING);
        assertThat(CapturedLogs.take())
                .containsExactly(
                        "ERROR a watcher failed: java.lang.NoClassDefFoundError",
                        "ERROR a watcher failed: java.lang.NoClassDefFoundError");
    }

    @Test
    @DisplayName("REL-1 a logger that throws stops no watcher")
    void aBrokenLogger() {
        CapturedLogs.whileBroken(() -> new Watchers(List.of(new Logging(), new Broken(), new Broken())).ran(NOTHING));
        assertThat(seen).containsExactly(NOTHING, NOTHING);
    }

    @Test
    @DisplayName(
            "REL-1 an end that a broken logger does not write down locks all the same, at once and in the next run")
    void anEndWithABrokenLogger() {
        Scene scene = new Scene(InMemoryBilling.create());
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        CapturedLogs.whileBroken(() -> {
            scene.aws.cancel(BUYER);
            scene.aws
                    .takeNotices()
                    .forEach(notice -> scene.billing.receiveNotice().receive(scene.understood(notice)));
            scene.billing.due().run(scene.now());
        });
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.LOCKED);
    }

    /** Counts what it is told, and then throws an error. */
    private final class Broken implements Watcher {

        @Override
        public void committed(List<DomainEvent> events) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void noticed(Notice notice, NoticeOutcome outcome) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void landingRefused(LandingRefusal refusal) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void ran(Done done) {
            seen.add(done);
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void timeConfirmed(Request by) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void faulted(RuntimeException fault) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void unreadable(List<UnreadableEntry> entries) {
            throw new IllegalStateException("all can be read");
        }

        @Override
        public void readableAgain(List<UnreadableEntry> entries) {
            throw new IllegalStateException("all could be read");
        }

        @Override
        public void undelivered(List<Failed> failed) {
            throw new IllegalStateException("all are delivered");
        }
    }
}
