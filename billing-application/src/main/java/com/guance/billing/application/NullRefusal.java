package com.guance.billing.application;

import com.guance.billing.Required;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What stands before every driving port: it refuses null arguments by name, before anything is asked of a store (REL-2). Values cannot
 * hold nulls themselves.
 */
final class NullRefusal implements InvocationHandler {

    private final Object port;

    private NullRefusal(Object port) {
        this.port = port;
    }

    /** The port behind this check. */
    static <P> P before(Class<P> type, P port) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new NullRefusal(port)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null) {
            refuseNulls(method.getParameters(), arguments);
        }
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static void refuseNulls(Parameter[] parameters, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String name = parameters[i].getName();
            Required.value(arguments[i], name);
            if (arguments[i] instanceof Collection<?> elements) {
                elements.forEach(element -> Required.value(element, name));
            }
        }
    }
}
