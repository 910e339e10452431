package com.guance.billing.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections cannot be rolled back for a while; what is done to them is noted. */
final class FailingRollbacks {

    private final DataSource database;
    private final List<Connection> opened = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();
    private boolean fails;
    private boolean hasFailed;

    FailingRollbacks(DataSource database) {
        this.database = database;
    }

    void fail() {
        fails = true;
    }

    void mend() {
        fails = false;
    }

    boolean isFirstClosed() {
        try {
            return opened.get(0).isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether autocommit was turned on after a rollback had failed, which commits. */
    boolean turnedOnAutoCommit() {
        return afterwards.contains("setAutoCommit true");
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoked(database, method, arguments);
            if (result instanceof Connection connection) {
                opened.add(connection);
                return proxy(Connection.class, (it, of, with) -> onConnection(connection, of, with));
            }
            return result;
        });
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("rollback") && fails) {
            hasFailed = true;
            throw new SQLException("on purpose", "XX000");
        }
        if (hasFailed && arguments != null) {
            afterwards.add(method.getName() + " " + arguments[0]);
        }
        return invoked(connection, method, arguments);
    }

    private static @Nullable Object invoked(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FailingRollbacks.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
