package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.jdbc.JdbcBilling;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Charges are taken by four threads of a host, which is killed, or whose database is: every charge that was answered is
 * still there. {@code -Dkills=100} for more. {@code -Dkilled.url='jdbc:h2:file:…;MODE=PostgreSQL'} measures another
 * database by the host's death; H2 in a file loses, which is why it is refused where nobody allows it.
 */
class AnsweredIsKeptTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int LONGEST_MILLIS = 400;

    private final Random random = new Random(Long.getLong("seed", System.nanoTime()));
    private final Set<String> answered = new TreeSet<>();
    private int slot;

    @TempDir
    Path folder;

    @Test
    @DisplayName("REL-6 the host's process is killed under intake: nothing that was answered is lost")
    void theHostIsKilled() throws Exception {
        String given = System.getProperty("killed.url", "");
        String url = given.isEmpty() ? RealStore.POSTGRESQL.url() : given;
        Usage usage = prepared(url);
        for (int i = 0; i < KILLS; i++) {
            Process host = host(url, usage);
            List<String> slots = answersUntilKilled(host, () -> host.toHandle().destroyForcibly());
            note(usage, slots);
        }
        assertNothingIsLost(url);
    }

    @Test
    @DisplayName("REL-6 the database's processes are killed under intake: nothing that was answered is lost")
    void theDatabaseIsKilled() throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = started(data, 0);
        int port = server.getPort();
        String url = server.getJdbcUrl("postgres", "postgres");
        Usage usage = prepared(url);
        for (int i = 0; i < KILLS; i++) {
            Process host = host(url, usage);
            List<String> slots = answersUntilKilled(host, () -> kill(data));
            note(usage, slots);
            server.close();
            server = started(data, port);
        }
        assertNothingIsLost(url);
        server.close();
    }

    /** The schema, and a customer with bound workspaces. */
    private static Usage prepared(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        JdbcBilling billing = JdbcBilling.over(pool);
        boolean isH2 = url.startsWith("jdbc:h2:");
        OpenStore store = new OpenStore(
                (isH2 ? billing.allowingLoss() : billing).migrate().unitOfWork(), pool::close);
        World world = World.over(store);
        Stage stage = new Stage(world);
        stage.arrives();
        world.cast().workspaces().forEach(id -> stage.registers(id, Stage.GOOD).get());
        world.close();
        store.close();
        return new Usage(world.cast(), 1);
    }

    private Process host(String url, Usage usage) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        url,
                        Long.toString(usage.cast().run()),
                        Integer.toString(usage.dimensions()),
                        Integer.toString(slot))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A line that was said before the kill was answered before it. */
    private List<String> answersUntilKilled(Process host, Runnable kill) throws IOException, InterruptedException {
        try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
            String first = said.readLine();
            if (first == null) {
                throw new AssertionError("the host took nothing");
            }
            int later = 1 + random.nextInt(LONGEST_MILLIS);
            Thread killing = new Thread(() -> killLater(kill, later), "killing");
            killing.start();
            List<String> slots = new java.util.ArrayList<>(List.of(first));
            slots.addAll(said.lines().toList());
            killing.join();
            assertThat(host.waitFor()).isNotNegative();
            return slots;
        }
    }

    private static void killLater(Runnable kill, int millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000L);
        kill.run();
    }

    private void note(Usage usage, List<String> slots) {
        slots.stream()
                .filter(line -> line.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .forEach(taken -> {
                    usage.charges(taken).forEach(charge -> answered.add(charge.key()));
                    slot = Math.max(slot, taken + Taker.THREADS);
                });
    }

    private void assertNothingIsLost(String url) throws SQLException {
        Set<String> lost = new TreeSet<>(answered);
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet keys = connection.createStatement().executeQuery("SELECT charge_key FROM billing_charge")) {
            while (keys.next()) {
                lost.remove(keys.getString(1));
            }
        }
        assertThat(lost)
                .as("%d of %d answered charges are lost after %d kills", lost.size(), answered.size(), KILLS)
                .isEmpty();
        System.out.printf("%d answered charges, %d kills, none lost%n", answered.size(), KILLS);
    }

    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** SIGKILL to the server and all that it started. */
    private static void kill(Path data) {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> children = server.descendants().toList();
            boolean isKilled = server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            assertThat(isKilled).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
