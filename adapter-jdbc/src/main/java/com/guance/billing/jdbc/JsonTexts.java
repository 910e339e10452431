package com.guance.billing.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/** The small values that are one text in JSON. */
final class JsonTexts {

    private JsonTexts() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("cloud-billing");
        text(module, WorkspaceId.class, WorkspaceId::value, WorkspaceId::new);
        text(module, BillingCenterAccountId.class, BillingCenterAccountId::value, BillingCenterAccountId::new);
        text(module, CloudAccountId.class, CloudAccountId::value, CloudAccountId::new);
        text(module, SubscriptionId.class, SubscriptionId::value, SubscriptionId::new);
        text(module, AgreementId.class, AgreementId::value, AgreementId::new);
        text(module, UserId.class, UserId::value, UserId::new);
        text(module, SiteId.class, SiteId::value, SiteId::new);
        text(module, Cloud.class, Cloud::name, Cloud::new);
        text(module, Dimension.class, Dimension::name, Dimension::new);
        text(module, Quantity.class, Quantity::toString, Quantity::of);
        text(
                module,
                MeteringHour.class,
                hour -> hour.start().toString(),
                text -> new MeteringHour(Instant.parse(text)));
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> toText, Function<String, T> fromText) {
        module.addSerializer(type, new Writer<>(type, toText));
        module.addDeserializer(type, new Reader<>(type, fromText));
    }

    private static final class Writer<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> toText;

        Writer(Class<T> type, Function<T, String> toText) {
            super(type);
            this.toText = toText;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(toText.apply(value));
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> fromText;

        Reader(Class<T> type, Function<String, T> fromText) {
            super(type);
            this.fromText = fromText;
        }

        @Override
        @SuppressWarnings("unchecked") // null stands for "not a text": it has been reported then, and never comes back
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), in);
            }
            return fromText.apply(in.getText());
        }
    }
}
