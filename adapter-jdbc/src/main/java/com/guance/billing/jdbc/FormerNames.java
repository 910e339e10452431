package com.guance.billing.jdbc;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.guance.billing.workspace.WaitingEnd;
import java.io.IOException;
import java.util.Map;

/** Names of constants that earlier versions stored and this version no longer writes: what each is read as. */
final class FormerNames extends DeserializationProblemHandler {

    /** An end withdrew what waited; the customer had to ask again, as after a failure to subscribe (SET-13, ARR-8). */
    static final Map<Class<?>, Map<String, Enum<?>>> READ_AS =
            Map.of(WaitingEnd.class, Map.of("SUBSCRIPTION_ENDED", WaitingEnd.SUBSCRIPTION_FAILED));

    @Override
    public Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String name, String failureMessage) throws IOException {
        Enum<?> known = READ_AS.getOrDefault(type, Map.of()).get(name);
        return known == null ? NOT_HANDLED : known;
    }
}
