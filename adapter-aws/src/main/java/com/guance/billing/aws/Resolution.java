package com.guance.billing.aws;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Text;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.arrival.LandingRefusal.ProductUnknown;
import com.guance.billing.arrival.LandingRefusal.TokenExpired;
import com.guance.billing.arrival.LandingRefusal.TokenForAnotherProduct;
import com.guance.billing.arrival.LandingRefusal.TokenInvalid;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;
import software.amazon.awssdk.services.marketplacemetering.model.ResolveCustomerResponse;

/** Turns a registration token into an arrival ("ResolveCustomer" page of the API reference; ARR-1). */
final class Resolution {

    private static final int LONGEST = 255;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,255}");

    private final MarketplaceMeteringClient client;
    private final MarketplaceProfile profile;
    private final Product product;
    private final Breakdown breakdown = new Breakdown("ResolveCustomer");

    Resolution(MarketplaceMeteringClient client, MarketplaceProfile profile) {
        this.client = client;
        this.profile = profile;
        this.product = profile.product();
    }

    Either<LandingRefusal, Arrival> of(Landing landing, Instant at) {
        if (!landing.product().equals(product)) {
            return Either.left(new ProductUnknown(landing.product()));
        }
        RawAnswer raw = new RawAnswer();
        SdkCall call = SdkCall.repeatable(raw);
        ResolveCustomerResponse answer;
        try {
            answer = client.resolveCustomer(request ->
                    request.registrationToken(landing.token().value()).overrideConfiguration(call::ride));
        } catch (RuntimeException thrown) {
            return Either.left(refusal(call, thrown));
        }
        return arrival(answer, raw, landing.freeTrial(), at);
    }

    private LandingRefusal refusal(SdkCall call, RuntimeException thrown) {
        if (call.wasNeverAttempted()) {
            throw breakdown.neverAttempted(thrown);
        }
        if (call.wasNeverSent(thrown)) {
            throw breakdown.neverSent(thrown);
        }
        if (!(thrown instanceof AwsServiceException service)) {
            throw breakdown.noAnswer(thrown);
        }
        AwsError error = AwsError.of(service, call.signedAt());
        if (error.isOfExpiredRegistration()) {
            return new TokenExpired();
        }
        if (error.isOfInvalidRegistration()) {
            return new TokenInvalid();
        }
        throw breakdown.answered(error);
    }

    private Either<LandingRefusal, Arrival> arrival(
            ResolveCustomerResponse answer, RawAnswer raw, boolean freeTrial, Instant at) {
        String code = legible(answer.productCode(), "product code");
        if (!code.equals(product.code())) {
            return Either.left(new TokenForAnotherProduct(product, code));
        }
        String account = legible(answer.customerAWSAccountId(), "account id");
        if (!ACCOUNT.matcher(account).matches()) {
            throw breakdown.illegible("its account id is not a number");
        }
        AnsweredNames names = names(answer, raw);
        return Either.right(new Arrival(
                customer(names, account, at), CloudAccountId.of(product.marketplace(), account), freeTrial, names));
    }

    private AnsweredNames names(ResolveCustomerResponse answer, RawAnswer raw) {
        try {
            return new AnsweredNames(
                    Option.of(answer.customerIdentifier()).filter(name -> !name.isEmpty()),
                    raw.json().flatMap(LicenseFields::arnOf).filter(arn -> !arn.isEmpty()));
        } catch (IllegalArgumentException illegible) {
            throw breakdown.illegible(
                    "it has a customer identifier or license that is blank, too long or not well-formed");
        }
    }

    private MarketplaceCustomer customer(AnsweredNames names, String account, Instant at) {
        try {
            return profile.customer(names, account, at).getOrElseThrow(breakdown::identityPending);
        } catch (IllegalArgumentException illegible) {
            throw breakdown.illegible("its license or account id is too long, or has other characters");
        }
    }

    private String legible(@Nullable String text, String what) {
        if (text == null || text.isBlank() || text.length() > LONGEST || !Text.isWellFormed(text)) {
            throw breakdown.illegible("it has no " + what);
        }
        return text;
    }
}
