package com.guance.billing.aws;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An error that AWS answered, without AWS's own message: that may repeat a token, or the signed headers ("Common errors" page of
 * the Marketplace Metering API reference).
 *
 * @param status the HTTP status
 * @param code AWS's error code, or nothing legible
 * @param throttled whether the SDK counts it as throttling
 * @param requestId AWS's id of the request, or nothing legible
 */
record AwsError(int status, String code, boolean throttled, String requestId) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** Errors that a single record can bring upon its batch ("BatchMeterUsage" page). */
    private static final Set<String> OF_A_RECORD = Set.of(
            "InvalidCustomerIdentifierException",
            "InvalidLicenseException",
            "InvalidTagException",
            "InvalidUsageAllocationsException",
            "InvalidUsageDimensionException",
            "TimestampOutOfBoundsException",
            "ValidationException");

    /** Documented errors of the caller: account, product code, credentials, signature, permissions, region ("Common errors" page). */
    private static final Set<String> OF_THE_CALLER = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthFailure",
            "DisabledApiException",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidAction",
            "InvalidClientTokenId",
            "InvalidEndpointRegionException",
            "InvalidProductCodeException",
            "InvalidSignatureException",
            "MalformedHttpRequestException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "NotAuthorized",
            "OptInRequired",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SerializationException",
            "SignatureDoesNotMatch",
            "UnknownOperationException",
            "UnrecognizedClientException");

    static AwsError of(AwsServiceException thrown) {
        AwsErrorDetails details = thrown.awsErrorDetails();
        return new AwsError(
                thrown.statusCode(),
                wordOrNothing(details == null ? null : details.errorCode()),
                thrown.isThrottlingException(),
                wordOrNothing(thrown.requestId()));
    }

    /** AWS will not take this call from us, or not now; nothing was done. */
    boolean isThrottling() {
        return isLegible() && throttled;
    }

    /**
     * A refusal of what was asked, so that asking less may help. Any other is of the caller, or
     * {@linkplain #isOfUnknownCause unknown}.
     */
    boolean isOfRecords() {
        return isRefusal() && (status == 413 || (status == 400 && OF_A_RECORD.contains(code)));
    }

    /**
     * A refusal of the request by a code that nobody knows: of a record or of the caller, halves of the batch will tell (SUB-6).
     */
    boolean isOfUnknownCause() {
        return isRefusal() && status == 400 && !isOfRecords() && !OF_THE_CALLER.contains(code);
    }

    /**
     * A refusal for which AWS gives a code; nothing was done. An error without a code is not AWS's, but of something in between,
     * such as a proxy, and says nothing of what AWS did.
     */
    boolean isRefusal() {
        return isLegible() && status >= 400 && status < 500 && status != 408;
    }

    private boolean isLegible() {
        return !code.isEmpty();
    }

    @Override
    public String toString() {
        return (isLegible() ? code : "an error without a code") + ", HTTP " + status
                + (requestId.isEmpty() ? "" : ", request " + requestId);
    }

    private static String wordOrNothing(@Nullable String text) {
        return text != null && WORD.matcher(text).matches() ? text : "";
    }
}
