package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Transactions at one time. A store may let the second transaction wait for the first to end; so the first goes on after a moment,
 * and every assertion holds in either order.
 */
final class Overlap {

    private static final long MOMENT_MILLIS = 100;
    private static final long FOREVER_SECONDS = 60;

    private Overlap() {}

    /** Starts the other transaction, and returns when it is over, or seems to wait for this one. */
    static <T> CompletableFuture<T> meanwhile(Supplier<T> other) {
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<T> running = start(() -> {
            try {
                return other.get();
            } finally {
                over.countDown();
            }
        });
        await(over);
        return running;
    }

    /** Asserts that of two overlapping transactions one commits, and the other is told that it came too late. */
    static void assertOneOfTwoIsRefused(UnitOfWork store, Consumer<Stores> one, Consumer<Stores> other) {
        List<CompletableFuture<Boolean>> second = new ArrayList<>();
        boolean first = commits(store, stores -> {
            one.accept(stores);
            second.add(meanwhile(() -> commits(store, other)));
        });
        assertThat(List.of(first, result(second.get(0)))).containsExactlyInAnyOrder(true, false);
    }

    /** How many of so many equal transactions commit when all start at once; the others came too late. */
    static long committing(int transactions, UnitOfWork store, Consumer<Stores> work) {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < transactions; i++) {
            running.add(start(() -> {
                await(go);
                return commits(store, work);
            }));
        }
        go.countDown();
        return running.stream().filter(Overlap::result).count();
    }

    static <T> T result(CompletableFuture<T> running) {
        return running.orTimeout(FOREVER_SECONDS, TimeUnit.SECONDS).join();
    }

    private static boolean commits(UnitOfWork store, Consumer<Stores> work) {
        try {
            Work.run(store, work);
            return true;
        } catch (StaleVersion tooLate) {
            return false;
        }
    }

    private static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "the other transaction");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean unused = latch.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
