package com.guance.billing.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Each charge is a durable transaction of its own: by the library, and raw; from one thread, and from eight. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class SingleIntakeBenchmark {

    private Intake intake;

    /** Starts the server. */
    @Setup(Level.Trial)
    public void start() throws IOException, SQLException {
        intake = new Intake();
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        intake.close();
    }

    /** The library. */
    @Benchmark
    @Threads(1)
    public Object take() {
        return intake.take(intake.charges(1));
    }

    /** The limit. */
    @Benchmark
    @Threads(1)
    public int raw() throws SQLException {
        return intake.raw(intake.charges(1));
    }

    /** The library. */
    @Benchmark
    @Threads(8)
    public Object takeFromEight() {
        return intake.take(intake.charges(1));
    }

    /** The limit. */
    @Benchmark
    @Threads(8)
    public int rawFromEight() throws SQLException {
        return intake.raw(intake.charges(1));
    }
}
