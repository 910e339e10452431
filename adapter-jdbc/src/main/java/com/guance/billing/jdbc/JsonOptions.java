package com.guance.billing.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.vavr.control.Option;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What may be missing: the value itself, or JSON's null. A property that is not there is an error all the same. */
final class JsonOptions {

    private JsonOptions() {}

    static SimpleModule module() {
        return new SimpleModule("options").addSerializer(new Writer()).addDeserializer(Option.class, new Reader(null));
    }

    private static final class Writer extends StdSerializer<Option<?>> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Option.class, false);
        }

        @Override
        public void serialize(Option<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isEmpty()) {
                out.writeNull();
            } else {
                provider.defaultSerializeValue(value.get(), out);
            }
        }
    }

    private static final class Reader extends StdDeserializer<Option<?>> implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;
        private final transient @Nullable JsonDeserializer<Object> content;

        Reader(@Nullable JsonDeserializer<Object> content) {
            super(Option.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            return new Reader(context.findRootValueDeserializer(
                    context.getContextualType().containedTypeOrUnknown(0)));
        }

        @Override
        public Option<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return content == null
                    ? (Option<?>) context.handleUnexpectedToken(handledType(), in)
                    : Option.some(content.deserialize(in, context));
        }

        @Override
        public Option<?> getNullValue(DeserializationContext context) {
            return Option.none();
        }
    }
}
