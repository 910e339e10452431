package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.LibraryTooOld;
import com.guance.billing.ports.faults.RequiredLibrary;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.ports.faults.StoreUnusable;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The library's memory in a database: PostgreSQL, or for demonstrations and tests H2 with {@code MODE=PostgreSQL}.
 *
 * <p>Nothing is asked of the database before the first call that needs it. The tables live in the connection's default schema
 * beside those of the host; all their names start with {@code billing_}. Any data source will do, pooled or not; a connection is
 * given back as it was taken, autocommit and isolation included.
 *
 * <p>It remembers what it has read of histories, by their versions. After a database was set back to a backup, make a new one.
 */
public final class JdbcBilling {

    private static final List<RequiredLibrary> REQUIRED = List.of(
            new RequiredLibrary(
                    "com.fasterxml.jackson.core", "jackson-core", "2.16", "com.fasterxml.jackson.core.JsonFactory"),
            new RequiredLibrary(
                    "com.fasterxml.jackson.core",
                    "jackson-databind",
                    "2.16",
                    "com.fasterxml.jackson.databind.ObjectMapper"),
            new RequiredLibrary("org.flywaydb", "flyway-core", "10.10", "org.flywaydb.core.Flyway"));

    private final DataSource dataSource;
    private final Schema schema;
    private final UnitOfWork unitOfWork;

    private JdbcBilling(DataSource dataSource, boolean mayLose) {
        this.dataSource = dataSource;
        this.schema = new Schema(dataSource, mayLose);
        this.unitOfWork = new JdbcUnitOfWork(dataSource);
    }

    /**
     * The store over a database.
     *
     * @param dataSource where connections come from; it stays the host's to close
     * @return the store
     * @throws LibraryTooOld if a library on the class path is older than this adapter needs
     */
    public static JdbcBilling over(DataSource dataSource) {
        LibraryTooOld.check(REQUIRED, JdbcBilling.class.getClassLoader());
        return new JdbcBilling(Objects.requireNonNull(dataSource, "dataSource"), false);
    }

    /**
     * The same store, where the host accepts that it may lose what was answered when the process or the database is killed: charges,
     * records, events. It is for demonstrations and tests. Without it H2 in a file and PostgreSQL with {@code synchronous_commit} off
     * are refused (REL-6).
     *
     * @return a store that may lose
     */
    public JdbcBilling allowingLoss() {
        return new JdbcBilling(dataSource, true);
    }

    /**
     * Brings the schema up to date; does nothing if it is. Several hosts may do so at once; on H2, those of one process. Flyway applies it and remembers so in
     * {@code billing_schema_history}, apart from any history of the host's own. It takes two connections at once. It ends with what
     * {@link #verify()} does.
     *
     * @return this
     * @throws StoreUnavailable if the database cannot be reached
     * @throws StoreUnusable if it is neither H2 nor PostgreSQL, refuses the scripts, or holds scripts that have been changed; if Flyway,
     *     which a host that calls this brings, is not on the class path; or as {@code verify()} says
     */
    public JdbcBilling migrate() {
        if (!isFlywayThere()) {
            throw new StoreUnusable(
                    "migrate() needs Flyway, which is not on the class path: add org.flywaydb:flyway-core, and for PostgreSQL"
                            + " org.flywaydb:flyway-database-postgresql, of one version; or apply the SQL that schema() returns",
                    null);
        }
        schema.migrate();
        return this;
    }

    private static boolean isFlywayThere() {
        return JdbcBilling.class.getClassLoader().getResource("org/flywaydb/core/Flyway.class") != null;
    }

    /**
     * Makes sure that the database can keep books, and says at once everything that is wrong, each with what to do: mode, version,
     * encoding and settings of the database; a schema that is missing, incomplete or a newer version's; missing rights; a database
     * that is read-only, or that may lose what was answered. It changes nothing. Call it at start where the schema is applied by other
     * means than {@link #migrate()}.
     *
     * @return this
     * @throws StoreUnavailable if the database cannot be reached
     * @throws StoreUnusable with all that is wrong
     */
    public JdbcBilling verify() {
        schema.verify();
        return this;
    }

    /**
     * The SQL that {@link #migrate()} applies to a database of this kind that has none of it yet, for someone who applies it by
     * other means, and calls {@link #verify()}. After that, {@code migrate()} is not to be called.
     *
     * @return the scripts in their order, as text
     * @throws StoreUnavailable if the database cannot be reached
     * @throws StoreUnusable if it is neither H2 nor PostgreSQL
     */
    public String schema() {
        return schema.print();
    }

    /**
     * Transactions on this database, at READ COMMITTED: the versions of aggregates, and the row that whoever closes an hour locks,
     * do the rest. Work that throws one of its faults on the way may catch it, but will not be committed any more.
     *
     * @return one for all threads, for as long as the data source is open
     */
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
