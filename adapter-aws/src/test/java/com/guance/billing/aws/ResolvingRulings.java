package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.ALICE;
import static com.guance.billing.aws.Wire.BOB;
import static com.guance.billing.aws.Wire.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import java.time.Duration;
import java.util.Map;

/** What ResolveCustomer answers to a token. */
final class ResolvingRulings {

    private ResolvingRulings() {}

    static Checks checks() {
        return new Checks()
                .legacy(
                        "MR-401",
                        wire -> assertThat(
                                        wire.resolve(wire.aws.issueToken(ALICE)).json())
                                .isEqualTo(Wire.parsed(Wire.json(Map.of(
                                        "CustomerIdentifier", wire.alice(),
                                        "CustomerAWSAccountId", ALICE,
                                        "ProductCode", PRODUCT)))))
                .licensed("MR-402", wire -> {
                    Wire.Answer answer = wire.resolve(wire.aws.issueToken(ALICE));
                    assertThat(answer.json().path("LicenseArn").asText())
                            .startsWith("arn:aws:license-manager::294406891311:license:l-");
                    assertThat(answer.json().path("CustomerAWSAccountId").asText())
                            .isEqualTo(ALICE);
                    assertThat(answer.json().has("CustomerIdentifier")).isFalse();
                })
                .licensed("MR-403", wire -> {
                    String token = wire.aws.issueToken(BOB);
                    Wire.Answer early = wire.resolve(token);
                    assertThat(early.json().path("CustomerAWSAccountId").asText())
                            .isEqualTo(BOB);
                    assertThat(early.json().has("LicenseArn")).isFalse();
                    String arn = wire.aws.agree(BOB);
                    assertThat(wire.resolve(token).json().path("LicenseArn").asText())
                            .isEqualTo(arn);
                })
                .legacy("MR-404", wire -> {
                    String token = wire.aws.issueToken(ALICE);
                    Wire.Answer first = wire.resolve(token);
                    wire.clock.advance(Duration.ofHours(1));
                    assertThat(wire.resolve(token).json()).isEqualTo(first.json());
                })
                .legacy("MR-405", wire -> {
                    String token = wire.aws.issueToken(ALICE);
                    wire.clock.advance(Duration.ofHours(4).minusSeconds(1));
                    assertThat(wire.resolve(token).http().statusCode()).isEqualTo(200);
                    wire.clock.advance(Duration.ofSeconds(1));
                    wire.resolve(token).isRefused("ExpiredTokenException");
                    try (Wire strict =
                            Wire.legacy(Wire.product().under(Rulings.standard().withTokenLife(Duration.ofHours(1))))) {
                        String another = strict.aws.issueToken(ALICE);
                        strict.clock.advance(Duration.ofHours(1));
                        strict.resolve(another).isRefused("ExpiredTokenException");
                    }
                })
                .legacy("MR-406", wire -> {
                    String token = wire.aws.issueToken(ALICE);
                    wire.clock.advance(Duration.ofHours(4));
                    assertThat(wire.resolve(token).json().path("message").asText())
                            .contains("registration token");
                })
                .legacy("MR-407", wire -> {
                    Wire.Answer answer = wire.resolve("never given out");
                    answer.isRefused("InvalidTokenException");
                    assertThat(answer.http().body()).doesNotContain("never given out");
                })
                .legacy("MR-408", wire -> {
                    wire.resolve("").isRefused("ValidationException");
                    wire.call("ResolveCustomer", Map.of()).isRefused("ValidationException");
                })
                .legacy("MR-409", wire -> {
                    Wire.Answer answer = wire.resolve(wire.aws.issueTokenOfAnotherProduct(ALICE));
                    assertThat(answer.json().path("ProductCode").asText())
                            .isNotEmpty()
                            .isNotEqualTo(PRODUCT);
                })
                .legacy("MR-410", wire -> {
                    Wire.Answer answer = wire.resolve(wire.aws.issueToken(BOB));
                    assertThat(answer.json().path("CustomerIdentifier").asText())
                            .isNotEmpty();
                    assertThat(wire.aws.state(BOB).name()).isEqualTo("NONE");
                })
                .add("MR-411", () -> {
                    try (Wire wire = Wire.legacy(Wire.product().byAccount())) {
                        assertThat(wire.resolve(wire.aws.issueToken(ALICE)).json())
                                .isEqualTo(Wire.parsed(
                                        Wire.json(Map.of("CustomerAWSAccountId", ALICE, "ProductCode", PRODUCT))));
                    }
                });
    }
}
