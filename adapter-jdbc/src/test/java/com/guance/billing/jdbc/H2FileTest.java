package com.guance.billing.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On a file for each test, a copy of one that was migrated and closed before. */
class H2FileTest extends StoreContracts {

    private static final String SUFFIX = ".mv.db";

    @TempDir
    static Path template;

    H2FileTest(@TempDir Path directory) throws IOException {
        super(copy(directory));
    }

    @BeforeAll
    static void migrate() {
        JdbcBilling.over(Databases.file(template.resolve("billing"), ""))
                .allowingLoss()
                .migrate();
    }

    @AfterEach
    void shutDown() {
        Databases.run(database, "SHUTDOWN");
    }

    private static DataSource copy(Path directory) throws IOException {
        Files.copy(template.resolve("billing" + SUFFIX), directory.resolve("copy" + SUFFIX));
        return Databases.file(directory.resolve("copy"), ";DB_CLOSE_DELAY=-1");
    }
}
