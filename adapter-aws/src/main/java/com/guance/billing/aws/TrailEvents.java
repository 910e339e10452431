package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** Gathers what events of CloudTrail say was billed, and what is wrong with them. */
final class TrailEvents {

    /** Under which names files keep their events: those of a trail, and answers to {@code lookup-events}. */
    static final Set<String> LISTS = Set.of("Records", "Events");

    private static final String OF_THE_CLI = "CloudTrailEvent";

    private final MarketplaceProfile profile;
    private final Product product;
    private final Reading<BilledLine> reading = new Reading<>();

    TrailEvents(MarketplaceProfile profile) {
        this.profile = profile;
        this.product = profile.product();
    }

    /** Takes an event, or all of a list of them. */
    void takeAll(long number, JsonNode json) {
        if (json.isArray()) {
            json.forEach(event -> takeAll(number, event));
        } else if (LISTS.stream().anyMatch(name -> json.path(name).isArray())) {
            LISTS.forEach(name -> json.path(name).forEach(event -> takeAll(number, event)));
        } else if (json.path(OF_THE_CLI).isTextual()) {
            TrailJson.tree(json.path(OF_THE_CLI).textValue())
                    .peek(event -> take(number, event))
                    .peekLeft(problem -> problem(number, problem));
        } else {
            take(number, json);
        }
    }

    void problem(long number, String why) {
        reading.problem(number, why);
    }

    Legible<BilledLine> legible() {
        return reading.legible();
    }

    private void take(long number, JsonNode event) {
        if (!event.isObject()) {
            problem(number, "no JSON object");
        } else if (isOfProduct(event) && !event.hasNonNull("errorCode")) {
            at(event).peek(taken -> takeResults(number, taken, event)).peekLeft(problem -> problem(number, problem));
        }
    }

    /** Requests in the license scheme name no product, and their customers' licenses are of one only. */
    private boolean isOfProduct(JsonNode event) {
        String code = event.path("requestParameters").path("productCode").asText("");
        return event.path("eventName").asText("").equals("BatchMeterUsage")
                && event.path("eventSource").asText("").startsWith("metering-marketplace.")
                && (code.isEmpty() || code.equals(product.code()));
    }

    private void takeResults(long number, Instant taken, JsonNode event) {
        JsonNode results = event.path("responseElements").path("results");
        if (!results.isArray()) {
            problem(number, "an answer without results");
        }
        for (JsonNode result : results) {
            if (result.path("status").asText("").equals("Success")) {
                TrailUsage.of(result.path("usageRecord"), product)
                        .peek(usage -> reading.line(new BilledLine(
                                usage.record(), usage.quantity(), taken, profile.meteringRegion(), true)))
                        .peekLeft(problem -> problem(number, problem));
            }
        }
    }

    private static Either<String, Instant> at(JsonNode event) {
        try {
            return Either.right(Instant.parse(event.path("eventTime").asText("")));
        } catch (DateTimeParseException notAnInstant) {
            return Either.left("eventTime is no instant");
        }
    }
}
