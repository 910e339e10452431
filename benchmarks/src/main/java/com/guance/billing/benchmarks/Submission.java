package com.guance.billing.benchmarks;

import com.guance.billing.metering.Charge;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Submitting the records of two hundred meters and twelve hours at the marketplace's whole rate: how many calls, statements and how
 * much of a core they take. The raw limit is the rate itself, ten calls of 25 records a second.
 */
public final class Submission {

    private static final int HOURS = 12;
    private static final int RATE = 250;
    private static final int FULL = 25;
    private static final List<String> DIMENSIONS =
            IntStream.range(0, 200).mapToObj(i -> "d" + i).toList();

    private Submission() {}

    /** Prints a line for each of some turns; the first ones are warm-up. */
    public static void main(String[] arguments) throws IOException {
        for (int turn = 0; turn < 5; turn++) {
            try (Server server = new Server()) {
                measure(server);
            }
        }
    }

    private static void measure(Server server) {
        Statements statements = new Statements();
        Rig rig = new Rig(statements.in(server.pool()), 1, DIMENSIONS);
        for (int hour = 0; hour < HOURS; hour++) {
            int of = hour;
            rig.pass(Duration.ofHours(1));
            List<Charge> charges =
                    DIMENSIONS.stream().map(name -> rig.charge(of, name)).toList();
            rig.billing().takeCharges().take(charges, rig.now());
        }
        rig.pass(Duration.ofMinutes(10));
        rig.billing().due().run(rig.now()); // closes all
        int records = HOURS * DIMENSIONS.size() - rig.billed();
        int calls = rig.calls();
        int before = statements.count();
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        while (rig.billed() < HOURS * DIMENSIONS.size()) {
            rig.pass(Duration.ofSeconds(1));
            rig.billing().due().run(rig.now());
        }
        double millis =
                (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - cpu) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%d records: %d calls (at least %d), %.3f statements a record, %.3f ms of CPU a record: %.3f of a core at %d records a second%n",
                records,
                rig.calls() - calls,
                records / FULL,
                (statements.count() - before) / (double) records,
                millis / records,
                millis / records * RATE / 1e3,
                RATE);
    }
}
