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
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A usage record as CloudTrail shows it: with small initial letters, and with the time as a person writes it.
 *
 * @param record which meter and hour
 * @param quantity units, 0 if it says none
 */
record TrailUsage(RecordId record, long quantity) {

    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,10}");

    /** The record; left: what is wrong with it, without repeating it. */
    static Either<String, TrailUsage> of(JsonNode usage, Product product) {
        Option<Long> quantity = quantity(usage.path("quantity"));
        Option<Instant> at = TrailTimes.instant(usage.path("timestamp"));
        if (quantity.isEmpty()) {
            return Either.left("a quantity that is none");
        } else if (at.isEmpty()) {
            return Either.left("a timestamp that is no time");
        }
        try {
            return customer(usage, product)
                    .map(customer -> new TrailUsage(
                            new RecordId(
                                    new Meter(
                                            customer,
                                            new Dimension(
                                                    usage.path("dimension").asText(""))),
                                    MeteringHour.of(at.get())),
                            quantity.get()));
        } catch (IllegalArgumentException malformed) {
            return Either.left("a record whose customer or dimension is malformed");
        }
    }

    /** The ARN of the license that a record names, if it names one. */
    static Option<String> license(JsonNode usage) {
        return text(usage, "licenseArn");
    }

    private static Either<String, MarketplaceCustomer> customer(JsonNode usage, Product product) {
        Option<String> account = text(usage, "customerAWSAccountID", "customerAWSAccountId");
        Option<String> license = license(usage);
        Option<String> identifier = text(usage, "customerIdentifier");
        if (license.isDefined()) {
            return account.<String>toEither("a record with a license and no account")
                    .map(number -> MarketplaceCustomer.Licensed.of(product, number, license.get()));
        } else if (identifier.isDefined()) {
            return Either.right(new MarketplaceCustomer.Legacy(product, identifier.get()));
        }
        return account.<MarketplaceCustomer>map(number -> new MarketplaceCustomer.Account(product, number))
                .toEither("a record that names no customer");
    }

    private static Option<Long> quantity(JsonNode quantity) {
        if (quantity.isMissingNode() || quantity.isNull()) {
            return Option.some(0L);
        }
        return Option.some(quantity)
                .filter(value -> value.isIntegralNumber() || value.isTextual())
                .map(JsonNode::asText)
                .filter(text -> QUANTITY.matcher(text).matches())
                .map(Long::valueOf)
                .filter(units -> units <= Integer.MAX_VALUE);
    }

    private static Option<String> text(JsonNode usage, String... names) {
        return Option.ofOptional(Stream.of(names)
                .map(usage::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank())
                .findFirst());
    }
}
