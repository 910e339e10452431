package com.guance.billing.benchmarks;

import com.guance.billing.metering.Charge;
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

    private static final int WARMUP = 50;
    private static final int TURNS = 100;
    private static final int PER_THREAD = 25;

    private SideBySide() {}

    /** Prints a line for each size of batch, and number of threads. */
    public static void main(String[] arguments) throws Exception {
        try (Intake intake = new Intake()) {
            for (int batch : new int[] {1000, 100, 1}) {
                compare(intake, batch + " in a batch", batch, 1);
            }
            compare(intake, "8 threads, " + PER_THREAD + " single ones each", 1, 8);
        }
    }

    private static void compare(Intake intake, String what, int batch, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Double> raw = new ArrayList<>();
        List<Double> take = new ArrayList<>();
        int fewer = threads == 1 ? 1 : PER_THREAD;
        for (int i = 0; i < (WARMUP + TURNS) / fewer; i++) {
            double limit = millis(pool, threads, lots(intake, batch, threads), intake::raw);
            double library = millis(pool, threads, lots(intake, batch, threads), intake::take);
            if (i >= WARMUP / fewer) {
                raw.add(limit);
                take.add(library);
            }
        }
        pool.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%s: raw %.2f ms, take %.2f ms, share %.2f%n",
                what,
                median(raw),
                median(take),
                median(raw) / median(take));
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
}
