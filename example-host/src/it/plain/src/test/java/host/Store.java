package host;

import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.driven.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;

/** A store whose tables this host has made by itself: Flyway is not on its class path. */
final class Store {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Store() {}

    static UnitOfWork create() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:plain" + NUMBER.incrementAndGet() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        JdbcBilling billing = JdbcBilling.over(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(billing.schema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return billing.verify().unitOfWork();
    }
}
