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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A batch of charges is one durable transaction: by the library, and raw. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class IntakeBenchmark {

    /** Charges in a batch. */
    @Param({"100", "1000"})
    public int batch;

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
    public Object take() {
        return intake.take(intake.charges(batch));
    }

    /** The limit. */
    @Benchmark
    public int raw() throws SQLException {
        return intake.raw(intake.charges(batch));
    }
}
