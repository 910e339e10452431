package com.guance.billing.example;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.jdbc.JdbcBilling;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which adapter keeps the journal: the one line in which a host's choice of store shows. */
record StoreChoice(String name, Supplier<OpenStore> opening) {

    private static final String POSTGRES = "postgres=";

    static Either<String, StoreChoice> of(String... arguments) {
        if (arguments.length == 0) {
            return Either.right(h2());
        }
        if (arguments.length != 2 || !arguments[0].equals("--store")) {
            return Either.left("these arguments are not understood");
        }
        return named(arguments[1]);
    }

    OpenStore open() {
        return opening.get();
    }

    private static Either<String, StoreChoice> named(String store) {
        if (store.equals("inmemory")) {
            return Either.right(new StoreChoice(store, StoreChoice::inMemory));
        } else if (store.equals("h2")) {
            return Either.right(h2());
        } else if (store.startsWith(POSTGRES + "jdbc:postgresql:")) {
            String url = store.substring(POSTGRES.length());
            return Either.right(new StoreChoice("postgres", () -> jdbc(url, UnaryOperator.identity(), () -> {})));
        }
        return Either.left("there is no such store");
    }

    private static StoreChoice h2() {
        return new StoreChoice("h2", () -> {
            Path folder = temporaryFolder();
            String url = "jdbc:h2:file:" + folder.resolve("billing") + ";MODE=PostgreSQL";
            // a demonstration may lose what it was told; books may not
            return jdbc(url, JdbcBilling::allowingLoss, () -> delete(folder));
        });
    }

    private static OpenStore inMemory() {
        return new OpenStore(InMemoryBilling.create(), () -> {});
    }

    private static OpenStore jdbc(String url, UnaryOperator<JdbcBilling> allowing, Runnable afterwards) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        HikariDataSource source = new HikariDataSource(config);
        try {
            return new OpenStore(
                    allowing.apply(JdbcBilling.over(source)).migrate().unitOfWork(), () -> {
                        source.close();
                        afterwards.run();
                    });
        } catch (RuntimeException unusable) {
            source.close();
            throw unusable;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("cloud-billing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
