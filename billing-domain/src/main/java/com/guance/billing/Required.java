package com.guance.billing;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses nulls where values are made (REL-2). Each method throws a {@link NullPointerException} that names the component, also for a
 * null inside of it; collections are copied and cannot be changed.
 */
public final class Required {

    private Required() {}

    /**
     * A value that must be there.
     *
     * @param value the value
     * @param name what it is, for the message
     * @param <T> its type
     * @return the value
     * @throws NullPointerException if it is null
     */
    public static <T> T value(T value, String name) {
        if (value == null) {
            throw isNull(name);
        }
        return value;
    }

    /**
     * An option that must be there, empty or not.
     *
     * @param option the option
     * @param name what it is, for the message
     * @param <T> its type
     * @return the option
     * @throws NullPointerException if it is null, or a null is in it
     */
    public static <T> Option<T> option(Option<T> option, String name) {
        if (value(option, name).isDefined()) {
            T unused = value(option.get(), name);
        }
        return option;
    }

    /**
     * A copy of a list.
     *
     * @param elements the list
     * @param name what it is, for the message
     * @param <T> the type of its elements
     * @return its elements in their order
     * @throws NullPointerException if it is null, or an element is
     */
    public static <T> List<T> list(Collection<? extends T> elements, String name) {
        value(elements, name);
        try {
            return List.copyOf(elements);
        } catch (NullPointerException nullInside) {
            throw isNull(name);
        }
    }

    /**
     * A copy of a set.
     *
     * @param elements the set
     * @param name what it is, for the message
     * @param <T> the type of its elements
     * @return its elements in their order
     * @throws NullPointerException if it is null, or an element is
     */
    public static <T> Set<T> set(Set<? extends T> elements, String name) {
        for (T element : value(elements, name)) {
            value(element, name);
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /**
     * A copy of a map.
     *
     * @param entries the map
     * @param name what it is, for the message
     * @param <K> the type of its keys
     * @param <V> the type of its values
     * @return its entries, in no order
     * @throws NullPointerException if it is null, or a key or a value is
     */
    public static <K, V> Map<K, V> map(Map<? extends K, ? extends V> entries, String name) {
        value(entries, name);
        try {
            return Map.copyOf(entries);
        } catch (NullPointerException nullInside) {
            throw isNull(name);
        }
    }

    private static NullPointerException isNull(String name) {
        return new NullPointerException(name + " is null");
    }
}
