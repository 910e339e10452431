package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.ALICE;
import static com.guance.billing.aws.Wire.BOB;
import static com.guance.billing.aws.Wire.GB;
import static com.guance.billing.aws.Wire.NOON;
import static com.guance.billing.aws.Wire.PRODUCT;
import static com.guance.billing.aws.Wire.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.billing.inmemory.marketplace.CallRate;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the marketplace publishes by SNS, as the text that a subscriber receives. */
final class NoticeRulings {

    private static final String TOPIC = ":123456789012:aws-mp-subscription-notification-prod-obs";

    private NoticeRulings() {}

    static Checks checks() {
        return topics(lives(new Checks()));
    }

    private static Checks lives(Checks checks) {
        return checks.legacy("MR-701", wire -> {
                    wire.aws.takeNotices();
                    wire.aws.cancel(ALICE);
                    wire.clock.advance(Duration.ofHours(1));
                    assertThat(actions(wire)).containsExactly("unsubscribe-pending", "unsubscribe-success");
                    wire.aws.subscribe(ALICE);
                    assertThat(actions(wire)).containsExactly("subscribe-success");
                    wire.aws.failToSubscribe(BOB);
                    assertThat(actions(wire)).containsExactly("subscribe-fail");
                })
                .legacy("MR-702", wire -> {
                    wire.aws.cancel(ALICE);
                    wire.clock.advance(Duration.ofMinutes(59));
                    wire.aws.subscribe(ALICE);
                    wire.clock.advance(Duration.ofHours(2));
                    assertThat(actions(wire))
                            .containsExactly("subscribe-success", "unsubscribe-pending", "subscribe-success");
                })
                .legacy("MR-703", wire -> {
                    wire.aws.takeNotices();
                    wire.aws.acceptOffer(BOB, "offer-first0000000");
                    wire.aws.acceptOffer(BOB, "offer-second000000");
                    assertThat(wire.aws.takeNotices())
                            .extracting(notice -> body(notice).path("action").asText() + " "
                                    + body(notice).path("offer-identifier").asText())
                            .containsExactly(
                                    "subscribe-success offer-first0000000", "subscribe-success offer-second000000");
                })
                .legacy("MR-704", wire -> {
                    wire.aws.acceptOffer(BOB, "offer-first0000000");
                    wire.aws.cancel(BOB);
                    wire.clock.advance(Duration.ofHours(1));
                    assertThat(wire.aws.takeNotices().stream().skip(2).toList())
                            .hasSize(2)
                            .allMatch(notice -> !body(notice).has("offer-identifier"));
                })
                .legacy("MR-705", wire -> {
                    wire.aws.subscribeWithFreeTrial(BOB);
                    JsonNode trial = body(last(wire)).path("isFreeTrialTermPresent");
                    assertThat(trial.isTextual()).isTrue();
                    assertThat(trial.textValue()).isEqualTo("true");
                })
                .legacy("MR-706", wire -> {
                    wire.aws.takeNotices();
                    wire.aws.suspend(ALICE);
                    wire.aws.reinstate(ALICE);
                    assertThat(wire.aws.takeNotices()).isEmpty();
                })
                .add("MR-707", () -> {
                    try (Wire wire = new Wire(Wire.product().movingToLicenses(NOON), CallRate.unlimited())) {
                        wire.aws.subscribe(ALICE);
                        wire.clock.moveTo(NOON);
                        wire.aws.endAgreement(wire.arn());
                        wire.clock.advance(Duration.ofHours(1));
                        assertThat(actions(wire))
                                .containsExactly("subscribe-success", "unsubscribe-pending", "unsubscribe-success");
                    }
                })
                .licensed("MR-708", wire -> {
                    wire.aws.failToSubscribe(BOB);
                    wire.aws.endAgreement(wire.arn());
                    wire.clock.advance(Duration.ofHours(1));
                    assertThat(wire.aws.takeNotices()).isEmpty();
                });
    }

    private static Checks topics(Checks checks) {
        return checks.legacy("MR-711", wire -> {
                    wire.aws.takeNotices();
                    wire.aws.cancel(ALICE);
                    MarketplaceNotice notice = last(wire);
                    JsonNode text = parsed(notice.snsText());
                    assertThat(text.path("Type").asText()).isEqualTo("Notification");
                    assertThat(text.path("MessageId").asText())
                            .isEqualTo(notice.messageId())
                            .isNotEmpty();
                    assertThat(text.path("Timestamp").asText()).isEqualTo("2026-03-18T12:00:00.000Z");
                    assertThat(List.of("Signature", "SigningCertURL", "UnsubscribeURL"))
                            .allMatch(name -> text.path(name).isTextual());
                    List<String> members = new ArrayList<>();
                    body(notice).fieldNames().forEachRemaining(members::add);
                    assertThat(members).containsExactly("action", "customer-identifier", "product-code");
                    assertThat(body(notice).path("customer-identifier").asText())
                            .isEqualTo(wire.alice());
                    assertThat(body(notice).path("product-code").asText()).isEqualTo(PRODUCT);
                })
                .legacy("MR-712", wire -> {
                    JsonNode text = parsed(last(wire).snsText());
                    assertThat(text.path("SignatureVersion").asText()).isEqualTo("1");
                    assertThat(text.path("Signature").asText()).isEqualTo("bm90IGEgc2lnbmF0dXJl");
                })
                .legacy("MR-713", wire -> {
                    assertThat(wire.aws.takeNotices()).hasSize(1);
                    assertThat(wire.aws.takeNotices()).isEmpty();
                })
                .legacy("MR-714", wire -> {
                    wire.aws.cancel(ALICE);
                    wire.clock.advance(Duration.ofHours(1));
                    List<MarketplaceNotice> notices = wire.aws.takeNotices();
                    assertThat(notices)
                            .extracting(notice ->
                                    parsed(notice.snsText()).path("Type").asText())
                            .containsOnly("Notification");
                    assertThat(notices)
                            .extracting(MarketplaceNotice::messageId)
                            .doesNotHaveDuplicates()
                            .hasSize(3);
                })
                .add("MR-721", () -> {
                    ListedProduct inEurope = new ListedProduct(
                            "eu-west-1", PRODUCT, Set.of(GB), Duration.ofHours(24), Rulings.standard());
                    assertThat(topic(inEurope)).isEqualTo("arn:aws:sns:us-east-1" + TOPIC);
                    assertThat(topic(Wire.product())).isEqualTo("arn:aws:sns:us-east-1" + TOPIC);
                })
                .add(
                        "MR-722",
                        () -> assertThat(topic(ListedProduct.china(PRODUCT, GB)))
                                .isEqualTo("arn:aws-cn:sns:cn-northwest-1" + TOPIC))
                .add("MR-723", () -> {
                    ListedProduct sovereign = new ListedProduct(
                            "eusc-de-east-1", PRODUCT, Set.of(GB), Duration.ofHours(24), Rulings.standard());
                    try (Wire wire = new Wire(sovereign, CallRate.unlimited())) {
                        wire.aws.subscribe(ALICE);
                        assertThat(wire.aws.takeNotices()).isEmpty();
                    }
                })
                .add("MR-724", () -> {
                    try (Wire wire = Wire.legacy(Wire.product().byAccount())) {
                        wire.aws.cancel(ALICE);
                        assertThat(wire.aws.takeNotices()).isEmpty();
                    }
                });
    }

    private static String topic(ListedProduct product) {
        try (Wire wire = new Wire(product, CallRate.unlimited())) {
            wire.aws.subscribe(ALICE);
            return parsed(last(wire).snsText()).path("TopicArn").asText();
        }
    }

    private static MarketplaceNotice last(Wire wire) {
        List<MarketplaceNotice> notices = wire.aws.takeNotices();
        return notices.get(notices.size() - 1);
    }

    private static List<String> actions(Wire wire) {
        return wire.aws.takeNotices().stream()
                .map(notice -> body(notice).path("action").asText())
                .toList();
    }

    private static JsonNode body(MarketplaceNotice notice) {
        return parsed(parsed(notice.snsText()).path("Message").asText());
    }
}
