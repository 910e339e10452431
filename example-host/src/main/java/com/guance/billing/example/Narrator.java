package com.guance.billing.example;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells each step: who, what, before, after; and keeps count of what held. */
final class Narrator {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final Clock clock;
    private int step;
    private int held;
    private int failed;

    Narrator(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void opening(String store) {
        out.println("Settling workspaces through a cloud account. Store: " + store
                + ". Marketplace: AWS's wire protocol on loopback.");
    }

    void step(String title, String who) {
        step++;
        out.printf(Locale.ROOT, "%n%2d. %s%n", step, title);
        line("when", TIME.format(clock.instant()));
        line("who", who);
    }

    void what(String what) {
        line("what", what);
    }

    void before(String state) {
        line("before", state);
    }

    void after(String state) {
        line("after", state);
    }

    void billed(String bill) {
        line("billed", bill);
    }

    void told(String event) {
        line("told", event);
    }

    /** A fact that must hold for the story to be true. */
    void holds(boolean fact, String sentence) {
        if (fact) {
            held++;
        } else {
            failed++;
        }
        line(fact ? "holds" : "FAILS", sentence);
    }

    /** Whether every fact held. */
    boolean closing() {
        out.printf(Locale.ROOT, "%n%d steps, %d facts held, %d failed.%n", step, held, failed);
        return failed == 0 && held > 0;
    }

    private void line(String label, String text) {
        out.printf(Locale.ROOT, "    %-7s %s%n", label, text);
    }
}
