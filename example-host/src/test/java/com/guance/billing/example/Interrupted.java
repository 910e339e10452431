package com.guance.billing.example;

import com.guance.billing.ports.driven.Agreements;
import com.guance.billing.ports.driven.ArrearsStore;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.ports.driven.CallPermits;
import com.guance.billing.ports.driven.Charges;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.EventOutbox;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.driven.RunTimes;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.SubmissionHolds;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.driven.Workspaces;
import io.vavr.control.Either;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Transactions of which one can be interrupted: something else happens meanwhile, on another thread, to its end. */
final class Interrupted implements UnitOfWork {

    /** Which store's use is counted. */
    enum At {
        SUBSCRIPTIONS,
        WORKSPACES,
        ARREARS,
        CHARGES
    }

    private final UnitOfWork unit;
    private final AtomicInteger left = new AtomicInteger();
    private volatile At at = At.SUBSCRIPTIONS;
    private volatile Runnable meanwhile = () -> {};

    Interrupted(UnitOfWork unit) {
        this.unit = unit;
    }

    /** A play on a new database, in which transactions can be interrupted. */
    static void on(RealStore store, BiConsumer<Interrupted, Stage> play) {
        try (OpenStore open = store.open()) {
            Interrupted interrupted = new Interrupted(open.unitOfWork());
            try (World world = World.over(new OpenStore(interrupted, () -> {}))) {
                play.accept(interrupted, new Stage(world));
            }
        }
    }

    /** Once, just before a store is used for the nth time from now, this happens. */
    void interrupt(At store, int nth, Runnable happening) {
        at = store;
        meanwhile = happening;
        left.set(nth);
    }

    /** Whether it has happened. */
    boolean happened() {
        return left.get() <= 0;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        return unit.inTransaction(stores -> work.apply(new Watched(stores)));
    }

    private void using(At store) {
        if (store == at && left.decrementAndGet() == 0) {
            happen();
        }
    }

    private void happen() {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.submit(meanwhile).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException broken) {
            throw new AssertionError(broken);
        } finally {
            other.shutdownNow();
        }
    }

    private final class Watched implements Stores {

        private final Stores stores;

        Watched(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Workspaces workspaces() {
            using(At.WORKSPACES);
            return stores.workspaces();
        }

        @Override
        public SubmissionHolds submissionHolds() {
            return stores.submissionHolds();
        }

        @Override
        public CloudAccounts cloudAccounts() {
            return stores.cloudAccounts();
        }

        @Override
        public Subscriptions subscriptions() {
            using(At.SUBSCRIPTIONS);
            return stores.subscriptions();
        }

        @Override
        public Agreements agreements() {
            return stores.agreements();
        }

        @Override
        public ArrearsStore arrears() {
            using(At.ARREARS);
            return stores.arrears();
        }

        @Override
        public Claims claims() {
            return stores.claims();
        }

        @Override
        public Notices notices() {
            return stores.notices();
        }

        @Override
        public Charges charges() {
            using(At.CHARGES);
            return stores.charges();
        }

        @Override
        public MeteringRecords meteringRecords() {
            return stores.meteringRecords();
        }

        @Override
        public Statements statements() {
            return stores.statements();
        }

        @Override
        public CallPermits callPermits() {
            return stores.callPermits();
        }

        @Override
        public RunTimes runTimes() {
            return stores.runTimes();
        }

        @Override
        public EventOutbox outbox() {
            return stores.outbox();
        }

        @Override
        public Backlog backlog() {
            return stores.backlog();
        }

        @Override
        public Unreadables unreadables() {
            return stores.unreadables();
        }
    }
}
