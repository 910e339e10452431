package com.guance.billing.jdbc;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.faults.StoreUnusable;
import java.util.Map;
import java.util.stream.Collectors;

/** Events as a type's name and JSON. */
final class EventCodec {

    private static final Map<Class<?>, String> NAMES = TypeNames.EVENTS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventCodec() {}

    /** The stable name of an event's type. */
    static String nameOf(DomainEvent event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("an event without a name: " + event.getClass());
        }
        return name;
    }

    /**
     * Reads an event.
     *
     * @throws StoreUnusable if its type is not known or its JSON not readable: another version wrote it
     */
    static DomainEvent read(String name, String payload) {
        Class<? extends DomainEvent> type = TypeNames.EVENTS.get(name);
        if (type == null) {
            throw new StoreUnusable(
                    "the journal holds events of a type that this version does not know: " + name, null);
        }
        return Json.read(OlderJson.event(name, payload), type);
    }
}
