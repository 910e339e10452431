package com.guance.billing.example;

import com.guance.billing.ports.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several threads at once. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<Callable<T>> times(int count, Callable<T> one) {
        return IntStream.range(0, count).mapToObj(i -> one).toList();
    }

    /** What each came to; a fault that says "try again" is an answer, too. */
    static List<Object> all(List<? extends Callable<?>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            calls.forEach(call -> futures.add(threads.submit(() -> tried(call))));
            List<Object> answers = new ArrayList<>();
            for (Future<Object> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object tried(Callable<?> call) throws Exception {
        try {
            return call.call();
        } catch (Fault.TryAgain again) {
            return again;
        }
    }
}
