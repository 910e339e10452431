package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store that tells of every call before it is made; whoever is told may remember it, or fail. */
record WatchedStore(UnitOfWork real, Consumer<Call> before) implements UnitOfWork {

    /** One call of a port. */
    record Call(Class<?> port, Method method, List<Object> arguments) {

        /** The port and what is asked of it. */
        String name() {
            return port.getSimpleName() + "." + method.getName();
        }

        /** Makes it once more, of another transaction. */
        void repeat(Stores stores) {
            invoke(storeOf(stores), method, arguments.toArray());
        }

        private Object storeOf(Stores stores) {
            for (Method store : Stores.class.getMethods()) {
                if (store.getReturnType().equals(port)) {
                    return invoke(stores, store);
                }
            }
            throw new AssertionError(port);
        }
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        return real.inTransaction(stores -> work.apply(watched(stores, before)));
    }

    /** The names of the calls that something makes of a store. */
    static List<String> calls(List<Call> told, Runnable something) {
        told.clear();
        something.run();
        return told.stream()
                .map(Call::name)
                .filter(name -> !name.equals("Unreadables.leftOut")) // asks no database
                .toList();
    }

    static Stores watched(Stores stores, Consumer<Call> before) {
        return proxy(Stores.class, (stored, none) -> {
            Object store = invoke(stores, stored);
            return proxy(stored.getReturnType(), (method, arguments) -> {
                before.accept(new Call(stored.getReturnType(), method, arguments));
                return invoke(store, method, arguments.toArray());
            });
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments == null ? List.of() : List.of(arguments))));
    }

    private static Object invoke(Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        } catch (InvocationTargetException failed) {
            throw (RuntimeException) Objects.requireNonNull(failed.getCause());
        }
    }

    @FunctionalInterface
    private interface Answer {
        Object to(Method method, List<Object> arguments);
    }
}
