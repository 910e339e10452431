package com.guance.billing.inmemory.marketplace;

import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import java.util.Set;

/** What AWS's errors mean to the library: the caller's, the buyer's, ours, or AWS's own. */
final class AwsErrors {

    /** Errors that a single record can bring upon its batch (SUB-6). */
    private static final Set<String> OF_A_RECORD = Set.of(
            "TimestampOutOfBoundsException",
            "InvalidUsageDimensionException",
            "InvalidUsageAllocationsException",
            "InvalidTagException",
            "InvalidCustomerIdentifierException",
            "InvalidLicenseException",
            "ValidationException");

    /** Documented errors of the seller's account, product, credentials or region. */
    private static final Set<String> OF_THE_CALLER = Set.of(
            "AccessDeniedException",
            "DisabledApiException",
            "ExpiredTokenException",
            "InvalidProductCodeException",
            "UnrecognizedClientException");

    private static final int REQUEST_REFUSED = 400;
    private static final int TOO_LARGE = 413;
    private static final int SERVER_ERRORS = 500;

    private AwsErrors() {}

    static boolean isThrottling(AwsException error) {
        return error.type().equals("ThrottlingException");
    }

    /** Why the batch was rejected; throws what is no rejection. */
    static BatchRejected batch(AwsException error) {
        if (error.httpStatus() == TOO_LARGE
                || (error.httpStatus() == REQUEST_REFUSED && OF_A_RECORD.contains(error.type()))) {
            return new BatchRejected(error.type());
        }
        if (error.httpStatus() == REQUEST_REFUSED && !OF_THE_CALLER.contains(error.type()) && !isThrottling(error)) {
            return BatchRejected.unknown(error.type());
        }
        throw fault(error);
    }

    /** Why the token is no good; throws what says nothing of the token. */
    static LandingRefusal landing(AwsException error) {
        return switch (error.httpStatus() + " " + error.type()) {
            case "400 ExpiredTokenException" -> {
                if (!error.detail().contains("registration token")) {
                    throw fault(error); // whose token it is AWS's words must say (SUB-6)
                }
                yield new LandingRefusal.TokenExpired();
            }
            case "400 InvalidTokenException", "400 ValidationException" -> new LandingRefusal.TokenInvalid();
            default -> throw fault(error);
        };
    }

    private static Fault fault(AwsException error) {
        return isThrottling(error) || error.httpStatus() >= SERVER_ERRORS
                ? new MarketplaceUnavailable("the marketplace answered " + error.type(), null)
                : new MarketplaceMisconfigured("the marketplace answered " + error.type(), null);
    }
}
