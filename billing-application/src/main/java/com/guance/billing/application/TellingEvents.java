package com.guance.billing.application;

import com.guance.billing.policy.DeliveryPolicy;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.Delivery;
import com.guance.billing.ports.driving.TellEvents;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Events leave by the outbox, at least once and in order; one that fails costs itself only (REL-4). */
final class TellingEvents implements TellEvents {

    /** So many failures of a listener end a batch: one that takes nothing holds no transaction for long. */
    private static final int MOST_FAILURES = 10;

    private final Transactions transactions;
    private final DeliveryPolicy policy;

    TellingEvents(Transactions transactions, DeliveryPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    @Override
    public int tell(Consumer<Delivery> listener, Instant at, int limit) {
        Batch told = transactions.run(stores -> tell(stores, new Batch(listener, policy, at), limit));
        if (!told.failed.isEmpty()) {
            transactions.watcher().undelivered(told.failed);
        }
        return told.delivered.size();
    }

    private static Batch tell(Stores stores, Batch batch, int limit) {
        List<Pending> page;
        do {
            page = stores.outbox().pending(batch.at, limit);
            int before = batch.failed.size();
            batch.waiting.clear(); // what waits is not pending by now, and what was set aside holds back nothing
            for (Pending pending : page) {
                batch.tell(stores, pending);
            }
            stores.outbox().failed(batch.failed.subList(before, batch.failed.size()));
        } while (!page.isEmpty() && batch.hasToldNothing());
        stores.outbox().told(batch.delivered);
        return batch;
    }

    /** One batch on its way. */
    private static final class Batch {

        private final Consumer<Delivery> listener;
        private final DeliveryPolicy policy;
        private final Instant at;
        private final List<Pending> delivered = new ArrayList<>();
        private final List<Failed> failed = new ArrayList<>();
        private final Set<String> waiting = new HashSet<>();
        private int thrown;
        private boolean ended;

        Batch(Consumer<Delivery> listener, DeliveryPolicy policy, Instant at) {
            this.listener = listener;
            this.policy = policy;
            this.at = at;
        }

        /** All of a page failed, so that what comes after it can be told. */
        boolean hasToldNothing() {
            return delivered.isEmpty() && !ended;
        }

        void tell(Stores stores, Pending pending) {
            if (ended || waiting.contains(pending.aggregate())) {
                return;
            }
            pending.content()
                    .peek(event -> offer(pending, new Delivery(event, pending.sequence(), pending.failures() + 1)))
                    .peekLeft(unreadable -> {
                        stores.unreadables().leaveOut(List.of(unreadable));
                        failed(pending, "unreadable", true);
                    });
        }

        private void offer(Pending pending, Delivery delivery) {
            try {
                listener.accept(delivery);
                delivered.add(pending);
            } catch (RuntimeException | Error broken) {
                boolean outOfReach = broken instanceof Fault.TryAgain;
                failed(pending, broken.getClass().getName(), !outOfReach);
                thrown++;
                ended = outOfReach || thrown == MOST_FAILURES;
            }
        }

        /** An attempt that does not count makes the event wait all the same, and is never the last. */
        private void failed(Pending pending, String cause, boolean counts) {
            int failures = pending.failures() + 1;
            boolean isLast = counts && failures >= policy.attempts();
            int kept = counts ? failures : Math.max(1, Math.min(failures, policy.attempts() - 1));
            failed.add(
                    new Failed(pending, kept, cause, Option.when(!isLast, () -> at.plus(policy.waitAfter(failures)))));
            waiting.add(pending.aggregate());
        }
    }
}
