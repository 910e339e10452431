package com.guance.billing.aws;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

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
    private volatile boolean watched;
    private volatile boolean left;

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

    /** Whether it is certain that AWS has not seen the call: it failed before its first attempt was sent. */
    boolean neverLeft() {
        return watched && !left;
    }

    @Override
    public void configureClient(SdkServiceClientConfiguration.Builder client) {
        client.overrideConfiguration(this::configure);
        watched = true;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        left = true;
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
