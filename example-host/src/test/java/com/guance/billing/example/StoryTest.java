package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"inmemory", "h2"})
    @DisplayName("the story holds on the embedded stores")
    void embedded(String store) {
        assertThat(tell("--store", store)).as(said()).isZero();
        assertThat(said())
                .contains("charged = 21 accepted + 0 carried + 0.25 forfeited + 0.75 unsettled + 0 waiting")
                .contains("0 failed")
                .doesNotContain("FAILS");
    }

    @Test
    @DisplayName("the story holds on PostgreSQL, twice on one database")
    void postgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = "postgres=" + server.getJdbcUrl("postgres", "postgres");
            assertThat(tell("--store", url)).as(said()).isZero();
            assertThat(tell("--store", url)).as(said()).isZero();
        }
    }

    @Test
    @DisplayName("a step that does not hold is told, and is exit code 1")
    void aStepThatDoesNotHold() {
        int code = Main.tell(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                StoreChoice.of("--store", "inmemory").get(),
                (world, narrator) -> {
                    new Story(world, narrator).tell();
                    narrator.holds(false, "pigs fly");
                });
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("FAILS   pigs fly").contains("1 failed");
    }

    @Test
    @DisplayName("a story in which nothing had to hold is exit code 1")
    void nothingHeld() {
        int code = Main.tell(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                StoreChoice.of("--store", "inmemory").get(),
                (world, narrator) -> {});
        assertThat(code).isEqualTo(1);
    }

    @Test
    @DisplayName("without arguments it is told on H2")
    void noArguments() {
        assertThat(tell()).isZero();
        assertThat(said()).contains("Store: h2");
    }

    @Test
    @DisplayName("arguments that mean nothing are answered with the usage")
    void badArguments() {
        assertThat(tell("--store", "oracle")).isEqualTo(2);
        assertThat(tell("h2")).isEqualTo(2);
        assertThat(said()).contains("usage: --store inmemory | --store h2 | --store postgres=<jdbc url>");
    }

    @Test
    @DisplayName("a database that is down at the start is a fault in one sentence")
    void databaseDown() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "postgres=jdbc:postgresql://127.0.0.1:" + port + "/none?user=me&password=hidden-word";
        assertThat(tell("--store", url)).isEqualTo(3);
        assertThat(said()).startsWith("A fault, nothing half-written: ").doesNotContain("hidden-word");
        assertThat(said().lines()).hasSize(1);
    }

    private int tell(String... arguments) {
        return Main.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
