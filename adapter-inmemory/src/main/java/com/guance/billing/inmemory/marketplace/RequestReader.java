package com.guance.billing.inmemory.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests as AWS's JSON 1.1 protocol writes them. A member of the wrong type is a SerializationException, a required
 * one that is absent or null a ValidationException; members that the API does not know are passed over.
 */
final class RequestReader {

    private static final BigDecimal FURTHEST_SECOND = BigDecimal.valueOf(100_000_000_000L);
    private static final int MILLISECONDS = 3;
    private static final int FINEST_SCALE = 100;

    private RequestReader() {}

    static String registrationToken(JsonNode request) {
        String token = text(request, "RegistrationToken");
        return token == null ? "" : token;
    }

    static BatchMeterUsageRequest batchMeterUsage(JsonNode request) {
        String productCode = text(request, "ProductCode");
        List<UsageRecord> records = required(list(request, "UsageRecords", RequestReader::usageRecord), "UsageRecords");
        return new BatchMeterUsageRequest(productCode == null ? "" : productCode, records);
    }

    private static UsageRecord usageRecord(JsonNode json) {
        return new UsageRecord(
                timestamp(json),
                new CustomerReference(
                        text(json, "CustomerIdentifier"), text(json, "CustomerAWSAccountId"), text(json, "LicenseArn")),
                required(text(json, "Dimension"), "Dimension"),
                quantity(json, "Quantity", 0L),
                list(json, "UsageAllocations", RequestReader::allocation));
    }

    private static UsageAllocation allocation(JsonNode json) {
        return new UsageAllocation(
                quantity(json, "AllocatedUsageQuantity", null), list(json, "Tags", RequestReader::tag));
    }

    private static Tag tag(JsonNode json) {
        return new Tag(required(text(json, "Key"), "Key"), required(text(json, "Value"), "Value"));
    }

    /** Seconds since the epoch; what is finer than a millisecond is cut off. */
    private static Instant timestamp(JsonNode json) {
        JsonNode value = required(member(json, "Timestamp", JsonNode::isNumber), "Timestamp");
        BigDecimal seconds = value.decimalValue();
        if (seconds.scale() > FINEST_SCALE || seconds.abs().compareTo(FURTHEST_SECOND) > 0) {
            throw Json.unreadable("Timestamp is out of range");
        }
        return Instant.ofEpochMilli(seconds.setScale(MILLISECONDS, RoundingMode.FLOOR)
                .movePointRight(MILLISECONDS)
                .longValueExact());
    }

    private static long quantity(JsonNode json, String name, @Nullable Long absent) {
        JsonNode value = member(json, name, node -> node.isIntegralNumber() && node.canConvertToLong());
        return value == null ? required(absent, name) : value.longValue();
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = member(json, name, JsonNode::isTextual);
        return value == null ? null : value.asText();
    }

    private static <T> @Nullable List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        JsonNode value = member(json, name, JsonNode::isArray);
        if (value == null) {
            return null;
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(element -> {
                    if (!element.isObject()) {
                        throw Json.unreadable(name + " holds something else than objects");
                    }
                    return read.apply(element);
                })
                .toList();
    }

    private static @Nullable JsonNode member(JsonNode json, String name, Function<JsonNode, Boolean> ofItsType) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!ofItsType.apply(value)) {
            throw Json.unreadable(name + " has the wrong type");
        }
        return value;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw AwsException.invalid(name + " must not be null");
        }
        return value;
    }
}
