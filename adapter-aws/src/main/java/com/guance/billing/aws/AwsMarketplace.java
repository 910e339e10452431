package com.guance.billing.aws;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.LibraryTooOld;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.ports.faults.RequiredLibrary;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/**
 * AWS Marketplace through the host's own SDK client: {@code ResolveCustomer} and {@code BatchMeterUsage} ("AWS Marketplace Metering
 * Service" API reference), in each identity form, whether or not the host's SDK knows licenses.
 *
 * <p><b>The client</b> is the host's: its credentials (of the account that published the product; allowed
 * {@code aws-marketplace:ResolveCustomer} and {@code aws-marketplace:BatchMeterUsage}), region (one for ever per product,
 * SUB-10), endpoint and HTTP client. It is used as it is, never closed, and may serve other products and threads, but for two
 * things that every request brings along:
 *
 * <ul>
 *   <li>metering is <b>attempted once</b>, whatever retries the client was built with; resolving keeps the client's retries;
 *   <li>a call takes at most 30 seconds in all, unless the client sets an {@code apiCallTimeout} of its own.
 * </ul>
 *
 * <p>Both reach as far as the SDK does. An HTTP client that repeats a POST by itself would escape them; the SDK's
 * {@code UrlConnectionHttpClient} does not, the tests show.
 *
 * <p>A metering call that failed without a connection (unknown host, refused connection, TLS handshake) was never sent, which is
 * {@link MarketplaceUnreachable}, if the HTTP client has read nothing of its body; every other failure is in doubt (SUB-1).
 *
 * <p><b>Faults</b> carry error codes, request ids and names of exceptions. They never carry AWS's messages or the SDK's exceptions,
 * which may repeat tokens or signed headers (ARR-1).
 */
public final class AwsMarketplace implements Marketplace {

    private static final List<RequiredLibrary> REQUIRED = List.of(
            new RequiredLibrary(
                    "com.fasterxml.jackson.core", "jackson-core", "2.16", "com.fasterxml.jackson.core.JsonFactory"),
            new RequiredLibrary(
                    "com.fasterxml.jackson.core",
                    "jackson-databind",
                    "2.16",
                    "com.fasterxml.jackson.databind.ObjectMapper"),
            new RequiredLibrary("software.amazon.awssdk", "sdk-core", "2.41", "software.amazon.awssdk.core.SdkClient"));

    private final MarketplaceProfile profile;
    private final Resolution resolution;
    private final Metering metering;

    private AwsMarketplace(MarketplaceMeteringClient client, MarketplaceProfile profile) {
        this.profile = profile;
        this.resolution = new Resolution(client, profile);
        this.metering = new Metering(client, profile);
    }

    /**
     * The marketplace on which a product is sold.
     *
     * @param client the host's client, of the product's region
     * @param profile how the vendor sells there
     * @return the marketplace; nothing is called yet
     * @throws LibraryTooOld if a library on the class path is older than this adapter needs
     */
    public static AwsMarketplace of(MarketplaceMeteringClient client, MarketplaceProfile profile) {
        LibraryTooOld.check(REQUIRED, AwsMarketplace.class.getClassLoader());
        return new AwsMarketplace(client, profile);
    }

    @Override
    public MarketplaceProfile profile() {
        return profile;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A landing of another product than the profile's is {@link LandingRefusal.ProductUnknown}, and its token goes nowhere. A
     * token that AWS's validation does not take is {@link LandingRefusal.TokenInvalid}.
     *
     * <p>A customer whom AWS names by a {@code CustomerIdentifier} is of the legacy scheme, also where it names a license as well; one
     * without is known by the license.
     */
    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
        return resolution.of(landing, at);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Answers are matched to records by customer, license, dimension and hour, never by position. Records of both identity schemes
     * are {@link BatchRejected} as {@code MixedIdentitySchemes} before anything is sent.
     *
     * @throws IllegalArgumentException if there are no records, more than 25, one of another product, or two of one meter and hour
     */
    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        return meter(records, time -> {});
    }

    /**
     * {@inheritDoc}
     *
     * <p>The time is that of the answer's {@code Date} header.
     */
    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock) {
        return metering.of(records, clock);
    }
}
