package com.guance.billing.example;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Counts what is executed on a database: a batch counts as one. */
final class Executions {

    private static final List<String> MOMENTS = List.of("execute", "commit");

    private final AtomicInteger count = new AtomicInteger();
    private final Consumer<String> before;

    Executions() {
        this(method -> {});
    }

    /** With something that is done before each execution, and before each commit. */
    Executions(Consumer<String> before) {
        this.before = before;
    }

    DataSource in(DataSource database) {
        return proxy(DataSource.class, database);
    }

    /** How many statements and batches something executes. */
    int during(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Executions.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (MOMENTS.stream().anyMatch(method.getName()::startsWith)) {
                        before.accept(method.getName());
                    }
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
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
