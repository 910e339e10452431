package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.UnitOfWorkContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On a file that is closed after each transaction and opened again for the next: what is read was on the disk. */
class H2ReopenedTest implements UnitOfWorkContract {

    private final JdbcBilling billing;

    H2ReopenedTest(@TempDir Path directory) {
        this.billing = JdbcBilling.over(Databases.file(directory.resolve("billing"), ""))
                .allowingLoss();
    }

    @BeforeEach
    void migrate() {
        billing.migrate();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return billing.unitOfWork();
    }
}
