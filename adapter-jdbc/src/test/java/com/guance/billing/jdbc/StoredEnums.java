package com.guance.billing.jdbc;

import com.guance.billing.subscription.NoticeOutcome;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The constants of every enum that an event or an outcome can hold, however deep inside. */
final class StoredEnums {

    private final Set<Type> seen = new HashSet<>();
    private final Map<String, String> constants = new TreeMap<>();

    private StoredEnums() {}

    /** By the name of their enum, in one line each. */
    static Map<String, String> all() {
        StoredEnums found = new StoredEnums();
        TypeNames.EVENTS.values().forEach(found::visit);
        found.visit(NoticeOutcome.class);
        return found.constants;
    }

    private void visit(Type type) {
        if (!seen.add(type)) {
            return;
        } else if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof Class<?> of) {
            inside(of);
        }
    }

    private void inside(Class<?> type) {
        if (type.isEnum()) {
            constants.put(
                    type.getName().substring(type.getPackageName().length() + 1),
                    Stream.of(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(" ")));
        } else if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(this::visit);
        } else if (type.isRecord()) {
            Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::visit);
        }
    }
}
