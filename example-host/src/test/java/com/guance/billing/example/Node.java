package com.guance.billing.example;

import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a JVM of its own, seen from the one that may kill it. */
final class Node {

    private static final String DEAD = "dead";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Process process;
    private final Writer told;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private String last = "";

    private Node(Process process) {
        this.process = process;
        this.told = process.outputWriter(StandardCharsets.UTF_8);
        Thread listening = new Thread(this::listen, "listening");
        listening.setDaemon(true);
        listening.start();
    }

    static Node start(String database, URI marketplace, Usage usage) {
        try {
            return new Node(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            database,
                            marketplace.toString(),
                            Long.toString(usage.cast().run()),
                            Integer.toString(usage.dimensions()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Waits until it can be told something. */
    Node ready() {
        if (!answer().equals("ready")) {
            throw new AssertionError("a node began with " + last);
        }
        return this;
    }

    /** It is to take the charges of a slot; it answers later. */
    Node take(int slot, Instant now) {
        return tell("take " + now + " " + slot);
    }

    /** It is to do what is due; it answers later. */
    Node run(Instant now) {
        return tell("run " + now);
    }

    /** Its answer to what it was told. */
    String answer() {
        return answer(Life.forever()).get();
    }

    /** Its answer; none if its life is over before. */
    Option<String> answer(Life life) {
        while (true) {
            last = hear();
            if (!last.startsWith(".")) {
                return Option.some(last);
            }
            if (life.isOverAt(last)) {
                kill(life.rest);
                return Option.none();
            }
        }
    }

    /** What it said last. */
    String last() {
        return last;
    }

    /** SIGKILL: it does nothing any more. */
    void kill() {
        kill(Duration.ZERO);
    }

    private void kill(Duration later) {
        boolean unused = hasEnded(later);
        process.destroyForcibly();
        if (!hasEnded(LONGEST)) {
            throw new AssertionError("a node survives SIGKILL");
        }
    }

    /** What a node says it is about to do, or, of an answer, has just had. */
    enum Moment {
        EXECUTE(200),
        COMMIT(40),
        CALL(3),
        ANSWERED(3);

        private final int most;

        /** How many there are in the first rounds of a node. */
        Moment(int most) {
            this.most = most;
        }

        boolean is(String line) {
            return line.startsWith("." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** How many moments of one kind a node has to live, and how long after the last of them. */
    static final class Life {

        private static final List<Moment> MOMENTS = List.of(Moment.values());

        /** Longer than a call on the loopback takes. */
        private static final int MOST_NANOS = 4_000_000;

        private final Moment kind;
        private final Duration rest;
        private int moments;

        private Life(Moment kind, int moments, Duration rest) {
            this.kind = kind;
            this.moments = moments;
            this.rest = rest;
        }

        static Life any(Random random) {
            Moment kind = MOMENTS.get(random.nextInt(MOMENTS.size()));
            return new Life(kind, 1 + random.nextInt(kind.most), Duration.ofNanos(random.nextInt(MOST_NANOS)));
        }

        static Life forever() {
            return new Life(Moment.EXECUTE, Integer.MAX_VALUE, Duration.ZERO);
        }

        private boolean isOverAt(String line) {
            return kind.is(line) && --moments <= 0;
        }
    }

    private Node tell(String command) {
        try {
            told.write(command + "\n");
            told.flush();
        } catch (IOException dead) {
            throw new UncheckedIOException(dead);
        }
        return this;
    }

    private boolean hasEnded(Duration atMost) {
        try {
            return process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private String hear() {
        try {
            String line = said.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("a node is silent after " + last);
            }
            if (line.equals(DEAD)) {
                throw new AssertionError("a node ended by itself after " + last + ": " + process.waitFor());
            }
            return line;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void listen() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            in.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException killed) {
            // whoever is killed says no more
        }
        said.add(DEAD);
    }
}
