package com.guance.billing.jdbc;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in which events and other structured values are stored: instants as ISO 8601 text to the nanosecond, ids and decimal
 * numbers as text, sealed types by their {@linkplain TypeNames names} in the property {@code is}, what may be missing as null.
 *
 * <p>The {@linkplain FormerNames former names} of constants are read, and never written. An unknown property is tolerated, for a newer version may have written it. A missing one is not.
 */
final class Json {

    private static final ObjectMapper PLAIN = mapper();
    private static final ObjectMapper ASCII =
            PLAIN.copy().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

    private Json() {}

    /** The value as JSON that every database can store: escaped where the text has half a surrogate pair. */
    static String write(Object value) {
        try {
            String plain = PLAIN.writeValueAsString(value);
            return isStorable(plain) ? plain : ASCII.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not to be stored: " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws Unreadable if it is no such value
     */
    static <T> T read(@Nullable String json, Class<T> type) {
        try {
            T value = json == null ? null : PLAIN.readValue(json, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // it may repeat what is stored, so it is no cause
        }
        throw new Unreadable(Reason.MALFORMED);
    }

    /** Whether a text can be stored plainly on every database: no NUL, no half of a surrogate pair. */
    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new JavaTimeModule(), JsonTexts.module(), JsonOptions.module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .withCoercionConfigDefaults(
                        coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .registerSubtypes(TypeNames.CASES.toArray(NamedType[]::new));
        TypeNames.FAMILIES.forEach(family -> builder.addMixIn(family, Family.class));
        builder.addHandler(new FormerNames());
        JsonMapper mapper = builder.build();
        mapper.getSerializerProvider().setNullValueSerializer(new NoNulls());
        return mapper;
    }

    /** What may be missing is an option; a null anywhere else could never be read again (REL-2). */
    private static final class NoNulls extends StdSerializer<Object> {

        private static final long serialVersionUID = 1L;

        NoNulls() {
            super(Object.class);
        }

        @Override
        public void serialize(@Nullable Object value, JsonGenerator out, SerializerProvider provider)
                throws JsonProcessingException {
            throw JsonMappingException.from(out, "null");
        }
    }

    /** How the case of a sealed type is told. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Family {}
}
