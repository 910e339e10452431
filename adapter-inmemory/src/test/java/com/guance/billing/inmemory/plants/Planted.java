package com.guance.billing.inmemory.plants;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.Supplier;

/** A sound store with one fault in it. */
final class Planted implements UnitOfWork {

    private final UnitOfWork sound = InMemoryBilling.create();
    private final Function<Stores, Stores> fault;

    private Planted(Function<Stores, Stores> fault) {
        this.fault = fault;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        return sound.inTransaction(stores -> work.apply(fault.apply(stores)));
    }

    /** Makes stores in which one method of one port does wrong. */
    static <T> Supplier<UnitOfWork> in(Class<T> port, String method, Misdeed<T> misdeed) {
        return () -> new Planted(stores -> proxy(Stores.class, (called, arguments) -> {
            Object result = invoke(stores, called, arguments);
            return port.isInstance(result) ? wrong(port, port.cast(result), method, misdeed) : result;
        }));
    }

    private static <T> T wrong(Class<T> port, T sound, String method, Misdeed<T> misdeed) {
        return proxy(
                port,
                (called, arguments) -> called.getName().equals(method)
                        ? misdeed.instead(sound, arguments)
                        : invoke(sound, called, arguments));
    }

    private static <T> T proxy(Class<T> port, Deed deed) {
        return port.cast(Proxy.newProxyInstance(
                Planted.class.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> deed.does(method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** What is done in place of a method. */
    @FunctionalInterface
    interface Misdeed<T> {
        Object instead(T sound, Object[] arguments);
    }

    @FunctionalInterface
    private interface Deed {
        Object does(Method method, Object[] arguments) throws Throwable;
    }
}
