package com.guance.billing.benchmarks;

import com.guance.billing.metering.Charge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The library's share of the raw limit where other work shares the machine: both by turns on one server, so that both suffer alike,
 * and the medians of many turns.
 */
public final class SideBySide {

    private static final Duration WARMUP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int PER_THREAD = 25;

    private SideBySide() {}

    /** Prints a line for each size of batch, and number of threads. */
    public static void main(String[] arguments) throws Exception {
        try (Intake intake = new Intake()) {
            for (int batch : new int[] {1, 100, 1000, 10000}) {
                compare(intake, batch + " in a batch", batch, 1);
            }
            compare(intake, "8 threads, " + PER_THREAD + " single ones each", 1, 8);
        }
    }

    private static void compare(Intake intake, String what, int batch, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        turns(intake, batch, threads, pool, WARMUP);
        List<Turn> turns = turns(intake, batch, threads, pool, MEASURED);
        List<Double> raw = turns.stream().map(Turn::raw).toList();
        List<Double> take = turns.stream().map(Turn::take).toList();
        pool.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%s: raw %.2f ms, take %.2f ms, share %.2f%n",
                what,
                median(raw),
                median(take),
                median(raw) / median(take));
    }

    private static List<Turn> turns(Intake intake, int batch, int threads, ExecutorService pool, Duration time)
            throws Exception {
        List<Turn> turns = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            turns.add(new Turn(
                    millis(pool, threads, lots(intake, batch, threads), intake::raw),
                    millis(pool, threads, lots(intake, batch, threads), intake::take)));
        }
        return turns;
    }

    private static List<List<Charge>> lots(Intake intake, int batch, int threads) {
        int lots = threads == 1 ? 1 : threads * PER_THREAD;
        List<List<Charge>> all = new ArrayList<>();
        for (int i = 0; i < lots; i++) {
            all.add(intake.charges(batch));
        }
        return all;
    }

    private static double millis(ExecutorService pool, int threads, List<List<Charge>> lots, Work work)
            throws Exception {
        long start = System.nanoTime();
        if (threads == 1) {
            for (List<Charge> lot : lots) {
                work.of(lot);
            }
        } else {
            List<Future<Object>> running = new ArrayList<>();
            for (List<Charge> lot : lots) {
                running.add(pool.submit(() -> work.of(lot)));
            }
            for (Future<Object> each : running) {
                each.get();
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @FunctionalInterface
    private interface Work {
        Object of(List<Charge> charges) throws Exception;
    }

    /** Milliseconds. */
    private record Turn(double raw, double take) {}
}
