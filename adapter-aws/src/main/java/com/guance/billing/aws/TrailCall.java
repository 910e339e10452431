package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of {@code BatchMeterUsage}, and what came of each of its records. What it does not say for certain is a gap (ASK-3).
 *
 * @param profile how the vendor sells the product
 * @param reading takes lines, problems and gaps
 * @param number of the event
 * @param at when the call was
 * @param event its fields
 */
record TrailCall(MarketplaceProfile profile, Reading<BilledLine> reading, long number, Instant at, TrailFields event) {

    /** Errors with which AWS took none of a call's records ("BatchMeterUsage" and "Common errors" pages of its API reference). */
    private static final Set<String> REFUSED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "DisabledApiException",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidClientTokenId",
            "InvalidCustomerIdentifierException",
            "InvalidLicenseException",
            "InvalidProductCodeException",
            "InvalidSignatureException",
            "InvalidTagException",
            "InvalidUsageAllocationsException",
            "InvalidUsageDimensionException",
            "MissingAuthenticationToken",
            "NotAuthorized",
            "OptInRequired",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "ThrottlingException",
            "TimestampOutOfBoundsException",
            "UnrecognizedClientException",
            "ValidationException");

    /** Hands over what the call says. */
    void read() {
        JsonNode request = event.tree("requestParameters");
        String code = request.path("productCode").asText("");
        if (!code.isEmpty() && !code.equals(profile.product().code())) {
            reading.otherProduct();
        } else if (!event.has("errorCode")) {
            readResults(request, !code.isEmpty());
        } else if (!REFUSED.contains(event.text("errorCode"))) {
            problem("a call that failed, and may have been billed", request);
        }
    }

    private void readResults(JsonNode request, boolean namesProduct) {
        JsonNode response = event.tree("responseElements");
        JsonNode results = TrailFields.tree(response.path("results"));
        if (isOmitted(response) || (isOmitted(request) && !results.isArray())) {
            problem("a call of which CloudTrail omitted the parameters", request);
        } else if (!results.isArray()) {
            problem("a call without results", request);
        } else {
            Set<String> answered = new HashSet<>();
            results.forEach(result -> readResult(result, namesProduct).forEach(answered::add));
            TrailFields.tree(response.path("unprocessedRecords"))
                    .forEach(usage -> TrailUsage.of(usage, profile.product())
                            .forEach(unprocessed ->
                                    answered.add(unprocessed.record().key())));
            readUnanswered(request, answered);
        }
    }

    /** What a result says; the record's key, if it could be read. */
    private Option<String> readResult(JsonNode result, boolean namesProduct) {
        JsonNode usage = TrailFields.tree(result.path("usageRecord"));
        Owner owner = owner(usage, namesProduct);
        if (owner == Owner.ANOTHER) {
            reading.otherProduct();
            return Option.none();
        }
        Either<String, TrailUsage> read = TrailUsage.of(usage, profile.product())
                .filterOrElse(
                        known ->
                                owner == Owner.OURS || TrailUsage.license(usage).isDefined(),
                        known -> "a record without a license, of a call that names no product");
        String status = result.path("status").asText("");
        if (read.isLeft()) {
            reading.problem(number, read.getLeft(), window());
        } else if (status.equals("Success")) {
            reading.line(new BilledLine(read.get().record(), read.get().quantity(), at, region(), owner == Owner.OURS));
        } else if (status.equals("DuplicateRecord")) {
            reading.mayBeBilled(read.get().record());
        } else if (!status.equals("CustomerNotSubscribed")) {
            reading.problemOf(
                    number, "a result of unknown status", List.of(read.get().record()));
        }
        return read.toOption().map(known -> known.record().key());
    }

    /** Of the records that were asked for, those without a result. */
    private void readUnanswered(JsonNode request, Set<String> answered) {
        Option<List<RecordId>> asked = asked(request);
        List<RecordId> unanswered = asked.toJavaStream()
                .flatMap(List::stream)
                .filter(record -> !answered.contains(record.key()))
                .toList();
        if (!unanswered.isEmpty()) {
            reading.problemOf(number, "records without a result", unanswered);
        }
    }

    private void problem(String why, JsonNode request) {
        asked(request)
                .peek(records -> reading.problemOf(number, why, records))
                .onEmpty(() -> reading.problem(number, why, window()));
    }

    /** The records that the call asked for, but another product's; none if they are not all legible. */
    private Option<List<RecordId>> asked(JsonNode request) {
        JsonNode records = TrailFields.tree(request.path("usageRecords"));
        if (!records.isArray()) {
            return Option.none();
        }
        List<RecordId> asked = new ArrayList<>();
        for (JsonNode usage : records) {
            Either<String, TrailUsage> read = TrailUsage.of(usage, profile.product());
            if (read.isLeft()) {
                return Option.none();
            } else if (owner(usage, false) != Owner.ANOTHER) {
                asked.add(read.get().record());
            }
        }
        return Option.some(asked);
    }

    private enum Owner {
        OURS,
        ANOTHER,
        UNKNOWN
    }

    /** Of a call in the license form only CloudTrail's additional data names the product, if anything does. */
    private Owner owner(JsonNode usage, boolean namesProduct) {
        if (namesProduct) {
            return Owner.OURS;
        }
        JsonNode products = TrailFields.tree(event.tree("additionalEventData").path("licenseArnToProductCode"));
        return TrailUsage.license(usage)
                .flatMap(arn -> Option.of(products.get(arn)))
                .map(code -> code.asText("").equals(profile.product().code()) ? Owner.OURS : Owner.ANOTHER)
                .getOrElse(Owner.UNKNOWN);
    }

    private String region() {
        String region = event.text("awsRegion");
        return region.isEmpty() ? profile.meteringRegion() : region;
    }

    /** The hours whose records a call at its time may bill. */
    private Set<MeteringHour> window() {
        MeteringHour last = MeteringHour.of(at);
        return Stream.iterate(
                        MeteringHour.of(profile.oldestTimestamp(at)),
                        hour -> hour.compareTo(last) <= 0,
                        MeteringHour::next)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOmitted(JsonNode parameters) {
        return parameters.path("omitted").asText("").equals("true");
    }
}
