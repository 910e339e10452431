package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MarketplaceNoticeTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    @DisplayName("a notice is the raw text of an SNS envelope around AWS's message, which is a string")
    void envelope() throws Exception {
        Market market = Market.global();
        market.clock.moveTo(Instant.parse("2026-03-18T12:30:00.100999Z"));
        String bob = market.aws.subscribe(BOB);

        JsonNode envelope = json.readTree(market.aws.takeNotices().get(0).snsText());
        JsonNode message = json.readTree(envelope.path("Message").asText());

        assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
        assertThat(envelope.path("TopicArn").asText())
                .isEqualTo("arn:aws:sns:us-east-1:123456789012:aws-mp-subscription-notification-prod-obs");
        assertThat(envelope.path("Timestamp").asText()).isEqualTo("2026-03-18T12:30:00.100Z");
        assertThat(List.of("MessageId", "SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL"))
                .allSatisfy(name -> assertThat(envelope.path(name).asText()).isNotEmpty());
        assertThat(envelope.path("UnsubscribeURL").asText()).contains("SubscriptionArn=arn%3Aaws%3Asns%3Aus-east-1%3A");
        assertThat(message)
                .isEqualTo(json.createObjectNode()
                        .put("action", "subscribe-success")
                        .put("customer-identifier", bob)
                        .put("product-code", "prod-obs"));
    }

    @Test
    @DisplayName("a free trial is told as the string true")
    void freeTrial() throws Exception {
        Market market = Market.global();
        market.aws.subscribeWithFreeTrial(BOB);
        JsonNode envelope = json.readTree(market.aws.takeNotices().get(0).snsText());
        JsonNode flag = json.readTree(envelope.path("Message").asText()).path("isFreeTrialTermPresent");
        assertThat(flag.isTextual()).isTrue();
        assertThat(flag.asText()).isEqualTo("true");
    }

    @Test
    @DisplayName("China has its own partition and domain")
    void china() throws Exception {
        Market market = Market.china();
        market.aws.subscribe(BOB);
        JsonNode envelope = json.readTree(market.aws.takeNotices().get(0).snsText());
        assertThat(envelope.path("TopicArn").asText()).startsWith("arn:aws-cn:sns:cn-northwest-1:");
        assertThat(envelope.path("SigningCertURL").asText()).startsWith("https://sns.cn-northwest-1.amazonaws.com.cn/");
    }

    @Test
    @DisplayName("message ids are unique within a run and the same in the next")
    void ids() {
        assertThat(idsOfARun()).doesNotHaveDuplicates().hasSize(3).isEqualTo(idsOfARun());
    }

    @Test
    @DisplayName("a notice has to come from a topic")
    void topic() {
        MarketplaceNotice.Message message =
                new MarketplaceNotice.Message("subscribe-success", "c", "p", false, Option.none());
        assertThatThrownBy(() -> new MarketplaceNotice("id", Instant.EPOCH, "topic", message))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> idsOfARun() {
        Market market = Market.global();
        market.aws.subscribe(BOB);
        market.aws.cancel(BOB);
        market.aws.subscribe(BOB);
        return market.aws.takeNotices().stream()
                .map(MarketplaceNotice::messageId)
                .toList();
    }
}
