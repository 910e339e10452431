package com.guance.billing.jdbc;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * @throws Unreadable if its type is not known or its JSON not readable: another version wrote it, or it is damaged
     */
    static DomainEvent read(@Nullable String name, @Nullable String payload) {
        @Nullable Class<? extends DomainEvent> type = name == null ? null : TypeNames.EVENTS.get(name);
        if (name == null || type == null) {
            throw new Unreadable(Reason.UNKNOWN_TYPE);
        }
        return Json.read(payload == null ? null : OlderJson.event(name, payload), type);
    }
}
