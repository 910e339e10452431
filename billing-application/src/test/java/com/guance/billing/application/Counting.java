package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that counts how often it is spoken to: each call is a bounded number of statements. */
final class Counting implements UnitOfWork {

    private final UnitOfWork real;
    private final AtomicInteger calls = new AtomicInteger();

    Counting(UnitOfWork real) {
        this.real = real;
    }

    /** How often it was spoken to since this was asked last. */
    int calls() {
        return calls.getAndSet(0);
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        return real.inTransaction(stores -> work.apply(counted(stores)));
    }

    private Stores counted(Stores stores) {
        return (Stores) proxy(Stores.class, (method, arguments) -> {
            Object store = invoke(stores, method, arguments);
            return proxy(method.getReturnType(), (called, with) -> {
                calls.incrementAndGet();
                return invoke(store, called, with);
            });
        });
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments));
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }

    @FunctionalInterface
    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }
}
