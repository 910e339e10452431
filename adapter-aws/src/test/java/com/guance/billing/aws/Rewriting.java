package com.guance.billing.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A host's client whose requests have another body than this SDK would write, as another version's might. */
record Rewriting(String body) implements ExecutionInterceptor {

    static MarketplaceMeteringClient client(URI endpoint, String body) {
        return Sdk.client(endpoint, settings -> settings.addExecutionInterceptor(new Rewriting(body)));
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return Optional.of(RequestBody.fromString(body));
    }
}
