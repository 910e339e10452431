package com.guance.billing.aws;

import io.vavr.control.Option;
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
 * @param subject what AWS's message speaks of
 * @param clock what is to be told of this host's clock, where that is the reason
 */
record AwsError(int status, String code, boolean throttled, String requestId, Subject subject, Option<String> clock) {

    /** Of what an error with two meanings speaks, by the words of its message. */
    enum Subject {
        /** The buyer's registration token. */
        REGISTRATION,
        /** The caller's own credentials. */
        CREDENTIALS,
        /** The words do not say. */
        UNSAID;

        private static final Pattern OF_REGISTRATION =
                Pattern.compile("registration[ _-]?token", Pattern.CASE_INSENSITIVE);
        private static final Pattern OF_CREDENTIALS =
                Pattern.compile("(?:security|session|client) ?token|credential|access ?key", Pattern.CASE_INSENSITIVE);

        static Subject of(String message) {
            boolean credentials = OF_CREDENTIALS.matcher(message).find();
            boolean registration = OF_REGISTRATION.matcher(message).find();
            return credentials ? CREDENTIALS : registration ? REGISTRATION : UNSAID;
        }
    }

    private static final Set<String> INVALID_TOKEN = Set.of("InvalidTokenException", "ValidationException");
    private static final Set<String> EXPIRED_TOKEN = Set.of("ExpiredTokenException", "ExpiredToken");

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

    /**
     * The error of a call.
     *
     * @param signedAt the {@code X-Amz-Date} of its last attempt, if it is known
     */
    static AwsError of(AwsServiceException thrown, Option<String> signedAt) {
        Option<AwsErrorDetails> details = Option.of(thrown.awsErrorDetails());
        String code = details.flatMap(known -> Option.of(known.errorCode()))
                .map(AwsError::wordOrNothing)
                .getOrElse("");
        return new AwsError(
                thrown.statusCode(),
                code,
                thrown.isThrottlingException(),
                wordOrNothing(thrown.requestId()),
                Subject.of(details.flatMap(known -> Option.of(known.errorMessage()))
                        .getOrElse("")),
                details.flatMap(known -> ClockSkew.told(code, known, signedAt)));
    }

    /** A token has expired, and AWS's words say that it is the buyer's: without such words it is the operator's matter (SUB-6). */
    boolean isOfExpiredRegistration() {
        return EXPIRED_TOKEN.contains(code) && subject == Subject.REGISTRATION;
    }

    /** The buyer's token is none: the codes are the API's own for it, but at 403, or with words of credentials, they speak of ours. */
    boolean isOfInvalidRegistration() {
        return status == 400 && INVALID_TOKEN.contains(code) && subject != Subject.CREDENTIALS;
    }

    private boolean isOfExpiredCredentials() {
        return EXPIRED_TOKEN.contains(code) && subject != Subject.REGISTRATION;
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
        return isLegible() && (isOfExpiredCredentials() || (status >= 400 && status < 500 && status != 408));
    }

    private boolean isLegible() {
        return !code.isEmpty();
    }

    @Override
    public String toString() {
        return (isLegible() ? code : "an error without a code") + ", HTTP " + status
                + (requestId.isEmpty() ? "" : ", request " + requestId)
                + clock.map(told -> ": " + told).getOrElse("");
    }

    private static String wordOrNothing(@Nullable String text) {
        return text != null && WORD.matcher(text).matches() ? text : "";
    }
}
