package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Text;
import com.guance.billing.arrival.Landing;
import com.guance.billing.aws.LandingForms.Problem;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class LandingFormsProperties {

    private static final String TOKEN = "x-amzn-marketplace-token=";

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @Property
    @Label("ARR-1 any token survives a browser's encoding")
    void roundTrip(@ForAll @StringLength(min = 1, max = 200) String token) {
        Assume.that(!token.isBlank() && Text.isWellFormed(token));
        String body = TOKEN + URLEncoder.encode(token, StandardCharsets.UTF_8);

        assertThat(form(body).get().token().value()).isEqualTo(token);
    }

    @Property
    @Label("ARR-1 any text is read, or told what is wrong with it")
    void total(@ForAll String body) {
        assertThat(form(body).getLeft()).contains(Problem.TOKEN_MISSING);
        assertThat(form(TOKEN + body)).isNotNull();
    }

    @Property
    @Label("ARR-1 any mixture of a form's pieces is read, or told what is wrong with it")
    void pieces(@ForAll("pieces") String body) {
        form(body)
                .peek(landing -> assertThat(landing.token().value()).isNotBlank())
                .peekLeft(problems -> assertThat(problems).isNotEmpty().doesNotHaveDuplicates());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        TOKEN, "x-amzn-marketplace-offer-type=", "free-trial", "&", "=", "+", "%", "2B", "%C3", "t")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private Either<List<Problem>, Landing> form(String body) {
        return LandingForms.read(body, profile);
    }
}
