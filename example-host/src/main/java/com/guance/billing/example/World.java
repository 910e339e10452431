package com.guance.billing.example;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.aws.AwsMarketplace;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Dimension;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** The library, a marketplace that behaves like AWS's, and the real SDK between them; under a clock that the story moves. */
record World(
        CloudBilling billing,
        InMemoryMarketplace aws,
        MarketplaceProfile profile,
        MovableClock clock,
        Cast cast,
        Runnable end)
        implements AutoCloseable {

    static final Dimension UNITS = new Dimension("observability_units");

    static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-observability");

    static final Instant START = Instant.parse("2026-03-10T08:20:00Z");

    /** A marketplace that sells {@link #UNITS} alone, as often as one calls. */
    static World over(OpenStore store) {
        MovableClock clock = MovableClock.at(START);
        ListedProduct product = ListedProduct.global(PROFILE.product().code(), UNITS.name());
        return over(store, InMemoryMarketplace.selling(product, clock), clock);
    }

    /** A marketplace that lives by this clock. */
    static World over(OpenStore store, InMemoryMarketplace aws, MovableClock clock) {
        Cast cast = new Cast(System.nanoTime());
        AwsOnLoopback wire = AwsOnLoopback.start(aws);
        MarketplaceMeteringClient sdk = sdk(wire.endpoint());
        CloudBilling billing = billing(store.unitOfWork(), sdk, cast);
        return new World(billing, aws, PROFILE, clock, cast, () -> {
            sdk.close();
            wire.close();
        });
    }

    /** The library as this host puts it together. */
    static CloudBilling billing(UnitOfWork unit, MarketplaceMeteringClient sdk, Cast cast) {
        return CloudBilling.over(unit)
                .selling(AwsMarketplace.of(sdk, PROFILE))
                .sites(Cast.SITES)
                .billingCenter(new Directory(cast))
                .build(new SecureRandom());
    }

    /** The SDK's client, and who is told of its calls. */
    static MarketplaceMeteringClient sdk(URI endpoint, ExecutionInterceptor... told) {
        return MarketplaceMeteringClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.executionInterceptors(List.of(told)))
                .build();
    }

    /** Time passes without a round; the host confirms that its clock is right (LOCK-8). */
    void sleepUntil(Instant at) {
        clock.moveTo(at);
        billing.confirmTime().confirm(by(new Actor.Clock())).get();
    }

    Instant now() {
        return clock.instant();
    }

    /** The cloud accounts on file under the holder. */
    List<CloudAccount> onFile() {
        return billing.ask()
                .registeredCloudAccounts(cast.holder().id(), PageRequest.first(10))
                .items();
    }

    Option<Workspace> workspace(WorkspaceId id) {
        return billing.ask().workspace(id);
    }

    Request by(Actor actor) {
        return new Request(actor, now());
    }

    @Override
    public void close() {
        end.run();
    }
}
