package com.guance.billing.aws;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The manners of one call, whatever the host's client was built with: how often it may be attempted, for how long, and whether
 * anything of it has left. It rides on the request as a plugin of the SDK, so the client stays as the host built it.
 *
 * <p>Metering is attempted once. A client retries by default, and then an attempt that was billed and whose connection broke is
 * followed by one that is answered {@code DuplicateRecord}, which would look like somebody else's write (SUB-4). Retrying is
 * for those who keep a journal ("Retry behavior" page of the SDK's developer guide; SUB-1).
 */
final class SdkCall implements SdkPlugin, ExecutionInterceptor {

    /** How long a call may take in all where the host has set nothing; the SDK itself would wait for ever. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final boolean once;
    private final List<ExecutionInterceptor> companions;
    private final SentBody body = new SentBody();
    private volatile boolean watched;
    private volatile boolean attempted;
    private volatile String signedAt = "";
    private volatile Option<Instant> answeredAt = Option.none();

    private SdkCall(boolean once, List<ExecutionInterceptor> companions) {
        this.once = once;
        this.companions = companions;
    }

    /** A call of which at most one attempt may leave, with what else looks after it. */
    static SdkCall once(List<ExecutionInterceptor> companions) {
        return new SdkCall(true, companions);
    }

    /** A call that changes nothing at AWS: the client may retry as the host has set it up. */
    static SdkCall repeatable(ExecutionInterceptor companion) {
        return new SdkCall(false, List.of(companion));
    }

    /** Puts these manners on a request. */
    void ride(AwsRequestOverrideConfiguration.Builder request) {
        request.addPlugin(this);
    }

    /**
     * Whether the call failed before its first attempt: what failed is of the client, or of what gives it its credentials.
     */
    boolean wasNeverAttempted() {
        return watched && !attempted;
    }

    /**
     * Whether AWS has certainly not seen the call although it was attempted (SUB-1): the last attempt failed before there was a
     * connection, and nobody has read what was to be sent since the first attempt began. The cause alone would not do: an HTTP client
     * may repeat a request by itself, and TLS 1.3 refuses a client's certificate after the request was written. A second attempt reads
     * it to sign it, so a call of several counts as sent.
     */
    boolean wasNeverSent(RuntimeException thrown) {
        return watched && attempted && !body.isRead() && Breakdown.isWithoutConnection(thrown);
    }

    /** When the last attempt was signed, as its {@code X-Amz-Date} says. */
    Option<String> signedAt() {
        return Option.when(!signedAt.isEmpty(), signedAt);
    }

    @Override
    public void configureClient(SdkServiceClientConfiguration.Builder client) {
        client.overrideConfiguration(this::configure);
        watched = true;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attempted = true;
        signedAt = context.httpRequest().firstMatchingHeader("X-Amz-Date").orElse("");
        body.watch();
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.requestBody().map(body::of);
    }

    /** The {@code Date} of an answer is AWS's own time, whatever the answer says. */
    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        answeredAt = Option.ofOptional(context.httpResponse().firstMatchingHeader("Date"))
                .flatMap(SdkCall::instant);
    }

    /** When the last answer was given, by AWS's clock; none if there was no answer, or it did not say. */
    Option<Instant> answeredAt() {
        return answeredAt;
    }

    private static Option<Instant> instant(String date) {
        try {
            return Option.some(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException illegible) {
            return Option.none();
        }
    }

    private void configure(ClientOverrideConfiguration.Builder client) {
        companions.forEach(client::addExecutionInterceptor);
        client.addExecutionInterceptor(this);
        if (client.apiCallTimeout() == null) {
            client.apiCallTimeout(LONGEST);
        }
        if (once) {
            client.retryStrategy(AwsRetryStrategy.doNotRetry());
        }
    }
}
