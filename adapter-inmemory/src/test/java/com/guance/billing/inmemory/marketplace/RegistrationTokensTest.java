package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistrationTokensTest {

    private final Market market = Market.global();

    @Test
    @DisplayName("a token resolves to customer, account and product, the same each time within its life")
    void resolves() {
        String token = market.aws.issueToken(ALICE);
        ResolveCustomerAnswer expected = new ResolveCustomerAnswer(market.alice, ALICE, PRODUCT, null);
        assertThat(market.aws.resolveCustomer(token)).isEqualTo(expected);

        market.passes(Duration.ofHours(4).minusMillis(1));
        assertThat(market.aws.resolveCustomer(token)).isEqualTo(expected);
    }

    @Test
    @DisplayName("after its life it is expired, even if it was resolved before")
    void expires() {
        String token = market.aws.issueToken(ALICE);
        market.aws.resolveCustomer(token);
        market.passes(Duration.ofHours(4));
        assertThat(refusal(token)).isEqualTo("ExpiredTokenException");
    }

    @Test
    @DisplayName("the life of a token is a ruling")
    void lifeIsARuling() {
        Market strict = Market.under(Rulings.standard().withTokenLife(Duration.ofHours(1)));
        String token = strict.aws.issueToken(ALICE);
        strict.passes(Duration.ofHours(1));
        assertThat(catchThrowableOfType(AwsException.class, () -> strict.aws.resolveCustomer(token))
                        .type())
                .isEqualTo("ExpiredTokenException");
    }

    @Test
    @DisplayName("what was never issued is invalid, what is empty is no request, and no answer repeats it")
    void invalid() {
        assertThat(refusal("forged")).isEqualTo("InvalidTokenException");
        assertThat(refusal(" ")).isEqualTo("InvalidTokenException");
        assertThat(refusal("")).isEqualTo("ValidationException");
        assertThat(catchThrowableOfType(AwsException.class, () -> market.aws.resolveCustomer("forged")))
                .hasMessageNotContaining("forged");
    }

    @Test
    @DisplayName("a token of the seller's other product resolves, to that product and another customer")
    void otherProduct() {
        ResolveCustomerAnswer answer = market.aws.resolveCustomer(market.aws.issueTokenOfAnotherProduct(ALICE));
        assertThat(answer.productCode()).isNotEqualTo(PRODUCT);
        assertThat(answer.customerIdentifier()).isNotEqualTo(market.alice);
        assertThat(answer.customerAwsAccountId()).isEqualTo(ALICE);
    }

    @Test
    @DisplayName("a token may be had without a subscription; two tokens of one account are different and both good")
    void withoutSubscription() {
        String first = market.aws.issueToken(BOB);
        String second = market.aws.issueToken(BOB);
        assertThat(first).isNotEqualTo(second);
        assertThat(market.aws.resolveCustomer(first)).isEqualTo(market.aws.resolveCustomer(second));
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.NONE);
    }

    @Test
    @DisplayName("the landing form carries the token escaped, and says when the offer has a free trial")
    void landingForm() {
        assertThat(market.aws.landingForm(ALICE)).doesNotContain("&").doesNotContain("+");
        assertThat(market.aws.subscribeWithFreeTrial(BOB)).isEqualTo(market.aws.customerIdentifier(BOB));

        String[] fields = market.aws.landingForm(BOB).split("&", -1);

        assertThat(fields).hasSize(2);
        assertThat(fields[1]).isEqualTo("x-amzn-marketplace-offer-type=free-trial");
        String token =
                URLDecoder.decode(fields[0].substring("x-amzn-marketplace-token=".length()), StandardCharsets.UTF_8);
        assertThat(market.aws.resolveCustomer(token).customerAwsAccountId()).isEqualTo(BOB);
    }

    private String refusal(String token) {
        return catchThrowableOfType(AwsException.class, () -> market.aws.resolveCustomer(token))
                .type();
    }
}
