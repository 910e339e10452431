package com.guance.billing.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts what is executed: a batch counts as one. */
final class CountingDataSource {

    private final AtomicInteger executions = new AtomicInteger();
    private final DataSource counting;

    CountingDataSource(DataSource database) {
        this.counting = proxy(DataSource.class, database);
    }

    DataSource dataSource() {
        return counting;
    }

    /** How many statements and batches were executed since the last call. */
    int executions() {
        return executions.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        executions.incrementAndGet();
                    }
                    try {
                        return wrapped(method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException cause ? cause : e;
                    }
                }));
    }

    private Object wrapped(Object result) {
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement);
        }
        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
    }
}
