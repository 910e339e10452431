package com.guance.billing.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A data source whose newest connection can be cut, as if the process had died or the cable were pulled. */
final class CuttableDataSource {

    private final AtomicReference<Connection> newest = new AtomicReference<>();
    private final DataSource cuttable;

    CuttableDataSource(DataSource database) {
        this.cuttable = (DataSource) Proxy.newProxyInstance(
                CuttableDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(database, arguments);
                        if (result instanceof Connection connection) {
                            newest.set(connection);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException cause ? cause : e;
                    }
                });
    }

    DataSource dataSource() {
        return cuttable;
    }

    void cut() {
        try {
            Connection connection = Objects.requireNonNull(newest.get());
            connection.abort(Runnable::run);
            // H2 does not know how to abort
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
