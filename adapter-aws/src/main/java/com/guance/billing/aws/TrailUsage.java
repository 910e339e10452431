package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A usage record as CloudTrail shows it: with small initial letters, and with the time as a person writes it.
 *
 * @param record which meter and hour
 * @param quantity units, 0 if it says none
 */
record TrailUsage(RecordId record, long quantity) {

    /** {@code Apr 19, 2018 4:32:50 PM}, in UTC; later versions of Java put a comma after the year. */
    private static final DateTimeFormatter AS_A_PERSON_WRITES = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM d, uuuu[,] h:mm:ss a")
            .toFormatter(Locale.US);

    /** The record; left: what is wrong with it, without repeating it. */
    static Either<String, TrailUsage> of(JsonNode usage, Product product) {
        try {
            JsonNode quantity = usage.path("quantity");
            if (!(quantity.isMissingNode() || (quantity.isIntegralNumber() && quantity.canConvertToInt()))
                    || quantity.asLong() < 0) {
                return Either.left("a quantity that is none");
            }
            return customer(usage, product)
                    .<String>toEither("a record that names no customer")
                    .map(customer -> new TrailUsage(
                            new RecordId(
                                    new Meter(
                                            customer,
                                            new Dimension(
                                                    usage.path("dimension").asText(""))),
                                    MeteringHour.of(instant(usage.path("timestamp")))),
                            quantity.asLong()));
        } catch (DateTimeException notATime) {
            return Either.left("a timestamp that is no time");
        } catch (IllegalArgumentException malformed) {
            return Either.left("a record whose customer or dimension is malformed");
        }
    }

    private static Option<MarketplaceCustomer> customer(JsonNode usage, Product product) {
        return text(usage, "licenseArn")
                .<MarketplaceCustomer>flatMap(arn -> text(usage, "customerAWSAccountID", "customerAWSAccountId")
                        .map(account -> MarketplaceCustomer.Licensed.of(product, account, arn)))
                .orElse(() -> text(usage, "customerIdentifier")
                        .map(identifier -> new MarketplaceCustomer.Legacy(product, identifier)))
                .orElse(() -> text(usage, "customerAWSAccountID", "customerAWSAccountId")
                        .map(account -> new MarketplaceCustomer.Account(product, account)));
    }

    private static Option<String> text(JsonNode usage, String... names) {
        return Option.ofOptional(Stream.of(names)
                .map(usage::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank())
                .findFirst());
    }

    private static Instant instant(JsonNode timestamp) {
        if (timestamp.isIntegralNumber() && timestamp.canConvertToLong()) {
            return Instant.ofEpochSecond(timestamp.asLong());
        }
        String text = timestamp.asText("").replaceAll("[\\u00a0\\u202f]", " ").strip();
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text, AS_A_PERSON_WRITES).toInstant(ZoneOffset.UTC);
    }
}
