package com.guance.billing.aws;

import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.IdentityPending;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Puts what went wrong into this library's faults. They carry neither AWS's messages nor the SDK's exceptions, for both may repeat
 * what was sent: tokens, or signed headers. What happened is told by codes, request ids and the names of exceptions.
 */
final class Breakdown {

    private final String call;

    /** Of one call, by its name in AWS's API. */
    Breakdown(String call) {
        this.call = call;
    }

    /** The fault of an error that AWS answered and that is no business <em>no</em>. */
    Fault answered(AwsError error) {
        return error.isRefusal() && !error.isThrottling()
                ? new MarketplaceMisconfigured(call + " was refused: " + error, null)
                : unavailable(error.toString());
    }

    /** Whether there was no connection to send anything over: the host is unknown, the connection refused, or TLS not agreed upon. */
    static boolean isWithoutConnection(Throwable thrown) {
        return causes(thrown)
                .anyMatch(each -> each instanceof UnknownHostException
                        || each instanceof ConnectException
                        || each instanceof SSLException);
    }

    /** The fault of a call that was attempted, and never sent. */
    MarketplaceUnreachable neverSent(RuntimeException thrown) {
        return unreachable(thrown);
    }

    /**
     * The fault of a call that failed before its first attempt. Such a failure is of the client, or of what gives it its credentials, and
     * where that is a service of AWS its error says nothing of the marketplace.
     */
    Fault neverAttempted(RuntimeException thrown) {
        boolean passes = thrown instanceof AbortedException
                || thrown instanceof ApiCallTimeoutException
                || causes(thrown).anyMatch(IOException.class::isInstance)
                || (thrown instanceof AwsServiceException of && (of.isThrottlingException() || of.statusCode() >= 500));
        return passes ? unreachable(thrown) : new MarketplaceMisconfigured(neverSent(kinds(thrown)), null);
    }

    /** The fault of a buyer who is not known yet by the name that the product's form needs (ARR-9). */
    IdentityPending identityPending() {
        return new IdentityPending(call + " does not name the buyer yet as the product's form needs it", null);
    }

    /** The fault of a call that left, and nobody knows how far it came. */
    MarketplaceUnavailable noAnswer(RuntimeException thrown) {
        return unavailable(kinds(thrown));
    }

    /** The fault of an answer that does not say what it must. */
    MarketplaceUnavailable illegible(String what) {
        return unavailable(what);
    }

    private MarketplaceUnavailable unavailable(String what) {
        return new MarketplaceUnavailable(call + " has no legible answer: " + what, null);
    }

    private MarketplaceUnreachable unreachable(RuntimeException thrown) {
        return new MarketplaceUnreachable(neverSent(kinds(thrown)), null);
    }

    private String neverSent(String why) {
        return call + " was never sent: " + why;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause).limit(8);
    }

    private static String kinds(Throwable thrown) {
        return causes(thrown).map(each -> each.getClass().getSimpleName()).collect(Collectors.joining(" < "));
    }
}
