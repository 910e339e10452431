package com.guance.billing.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that asks its database how each query will be done, with the values bound to it, before it is done. */
final class ExplainingDataSource {

    private final StringBuilder plans = new StringBuilder();
    private final DataSource explaining;

    ExplainingDataSource(DataSource database) {
        this.explaining = proxy(
                DataSource.class, (method, arguments) -> wrapped(call(database, method, arguments), new Object[0]));
    }

    DataSource dataSource() {
        return explaining;
    }

    /** How the queries since the last call were done. */
    String plans() {
        String all = plans.toString();
        plans.setLength(0);
        return all;
    }

    private Object connection(Connection open) {
        return proxy(
                Connection.class,
                (method, arguments) -> wrapped(call(open, method, arguments), new Object[] {open, arguments}));
    }

    private @Nullable Object wrapped(@Nullable Object result, Object[] origin) {
        if (result instanceof PreparedStatement statement) {
            return statement(statement, (Connection) origin[0], (String) ((Object[]) origin[1])[0]);
        }
        return result instanceof Connection open ? connection(open) : result;
    }

    private PreparedStatement statement(PreparedStatement statement, Connection open, String sql) {
        List<Setting> settings = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
                settings.add(explain -> call(explain, method, arguments));
            } else if (method.getName().startsWith("execute") && sql.startsWith("SELECT")) {
                explain(open, sql, settings);
            }
            return call(statement, method, arguments);
        });
    }

    private void explain(Connection open, String sql, List<Setting> settings) throws Throwable {
        try (PreparedStatement explain = open.prepareStatement("EXPLAIN " + sql)) {
            for (Setting setting : settings) {
                setting.of(explain);
            }
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plans.append(lines.getString(1)).append('\n');
                }
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    private static <T> T proxy(Class<T> type, Deed deed) {
        return type.cast(Proxy.newProxyInstance(
                ExplainingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> deed.does(method, arguments)));
    }

    private interface Setting {
        @Nullable
        Object of(PreparedStatement explain) throws Throwable;
    }

    private interface Deed {
        @Nullable
        Object does(Method method, Object[] arguments) throws Throwable;
    }
}
