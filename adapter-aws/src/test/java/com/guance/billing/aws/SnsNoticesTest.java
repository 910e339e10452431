package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeReason;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnsNoticesTest {

    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");
    private static final String BODY = SnsTexts.body("subscribe-success", "cust-1", "prod-obs");

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @ParameterizedTest
    @DisplayName("NOT-6 a notice in its envelope: id, own time, customer and what it says")
    @CsvSource({
        "subscribe-success, ACTIVATED",
        "subscribe-fail, NOT_ACTIVATED",
        "unsubscribe-pending, ENDING",
        "unsubscribe-success, ENDED"
    })
    void understood(String action, Sign.Kind kind) {
        String text =
                SnsTexts.notification("id-1", "2026-03-18T12:00:00.123Z", SnsTexts.body(action, "cust-1", "prod-obs"));

        assertThat(notice(text, RECEIPT))
                .isEqualTo(new Notice.Understood(
                        new Notice.Envelope("id-1", "aws", RECEIPT, new RawText(text)),
                        new Fact.OfCustomer(
                                new MarketplaceCustomer.Legacy(profile.product(), "cust-1"),
                                new Sign(kind, Instant.parse("2026-03-18T12:00:00.123Z")))));
    }

    @Test
    @DisplayName("NOT-7 a raw body has no id and time of AWS's: it is malformed, and says so")
    void rawDelivery() {
        Notice notice = notice(BODY, RECEIPT);

        assertThat(notice)
                .isInstanceOfSatisfying(
                        Notice.Malformed.class,
                        malformed -> assertThat(malformed.problems())
                                .singleElement()
                                .asString()
                                .startsWith("raw delivery"));
        assertThat(notice.envelope().text()).isEqualTo(new RawText(BODY));
    }

    @Test
    @DisplayName("NOT-14 SNS says that somebody detaches the topic: recorded, and what it is")
    void unsubscribeConfirmation() {
        String text = """
            {"Type": "UnsubscribeConfirmation", "MessageId": "id-7", "Token": "2336",
             "TopicArn": "arn:aws:sns:us-east-1:1:aws-mp-subscription-notification-prod-obs",
             "Message": "You have chosen to deactivate subscription.", "Timestamp": "2026-03-18T12:00:00Z"}\
            """;
        assertThat(notice(text, RECEIPT))
                .isInstanceOfSatisfying(
                        Notice.Unknown.class,
                        notice -> assertThat(notice.why()).isEqualTo("SNS message of type UnsubscribeConfirmation"));
    }

    private Notice enveloped(String body) {
        return notice(SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", body), RECEIPT);
    }

    @Test
    @DisplayName(
            "NOT-7 where the profile allows raw delivery, the id and time of the transport stand in; an end is only"
                    + " suspected")
    void rawDeliveryAllowed() {
        MarketplaceProfile raw = profile.allowingRawDelivery();
        Instant sent = RECEIPT.minusSeconds(3);
        SnsNotices.Delivery delivery = new SnsNotices.Delivery("sqs-1", sent, RECEIPT);
        MarketplaceCustomer customer = new MarketplaceCustomer.Legacy(profile.product(), "cust-1");

        assertThat(SnsNotices.read(BODY, raw, delivery))
                .isEqualTo(new Notice.Understood(
                        new Notice.Envelope("sqs-1", "aws", RECEIPT, new RawText(BODY)),
                        new Fact.OfCustomer(customer, new Sign(Sign.Kind.ACTIVATED, sent))));
        for (String action : List.of("unsubscribe-pending", "unsubscribe-success")) {
            assertThat(SnsNotices.read(SnsTexts.body(action, "cust-1", "prod-obs"), raw, delivery))
                    .isInstanceOfSatisfying(
                            Notice.Understood.class,
                            notice -> assertThat(notice.fact())
                                    .isInstanceOfSatisfying(
                                            Fact.OfSuspectedEnd.class,
                                            end -> assertThat(end.sign().ownTime())
                                                    .isEqualTo(sent)));
        }
        for (Notice refused : List.of(SnsNotices.read(BODY, raw, RECEIPT), SnsNotices.read(BODY, profile, delivery))) {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Notice.Malformed.class,
                            notice -> assertThat(notice.reason()).isEqualTo(NoticeReason.RAW_DELIVERY));
        }
        assertThat(SnsNotices.read(SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", BODY), raw, delivery)
                        .envelope()
                        .id())
                .as("an envelope's own id counts")
                .isEqualTo("id-1");
    }

    @Test
    @DisplayName("NOT-14 a notice from the topic of another product, and one about another product, are told apart from"
            + " others")
    void foreign() {
        assertThat(reason(SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", BODY)
                        .replace("us-east-1:1:t", "us-east-1:1:aws-mp-subscription-notification-other")))
                .isEqualTo(NoticeReason.FOREIGN_TOPIC);
        assertThat(SnsNotices.read(
                        SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", BODY)
                                .replace("us-east-1:1:t", "us-east-1:1:aws-mp-subscription-notification-prod-obs"),
                        profile,
                        RECEIPT))
                .isInstanceOf(Notice.Understood.class);
        assertThat(reason(SnsTexts.body("subscribe-success", "c", "other"))).isEqualTo(NoticeReason.FOREIGN_PRODUCT);
        assertThat(reason(SnsTexts.body("entitlement-updated", "c", "prod-obs")))
                .isEqualTo(NoticeReason.OTHER_MESSAGE);
        assertThat(reason("{\"Type\":\"UnsubscribeConfirmation\",\"MessageId\":\"id-1\"}"))
                .isEqualTo(NoticeReason.UNSUBSCRIBE_CONFIRMATION);
    }

    @Test
    @DisplayName(
            "NOT-14 of a profile that names its topics, an envelope of another topic, or of none, is ignored as foreign")
    void topicsOfTheProfile() {
        String ours = "arn:aws:sns:us-east-1:287250355862:aws-mp-subscription-notification-prod-obs";
        MarketplaceProfile named = profile.withTopics(ours, "arn:aws:sns:us-east-1:111122223333:fan-out");
        String text = SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", BODY);

        for (String arn : named.topics()) {
            assertThat(SnsNotices.read(text.replace("arn:aws:sns:us-east-1:1:t", arn), named, RECEIPT))
                    .isInstanceOf(Notice.Understood.class);
        }
        for (String foreign : List.of(
                text,
                text.replace("arn:aws:sns:us-east-1:1:t", ours.replace("287250355862", "287250355863")),
                text.replace("arn:aws:sns:us-east-1:1:t", "arn:aws:sns:us-east-1:287250355862:another"),
                text.replace("arn:aws:sns:us-east-1:1:t", ours.replace("us-east-1", "eu-west-1")),
                text.replace("TopicArn", "Topic"))) {
            assertThat(SnsNotices.read(foreign, named, RECEIPT))
                    .as(foreign)
                    .isInstanceOfSatisfying(Notice.Unknown.class, notice -> {
                        assertThat(notice.reason()).isEqualTo(NoticeReason.FOREIGN_TOPIC);
                        assertThat(notice.why()).contains("topic");
                        assertThat(notice.envelope().id()).isEqualTo("id-1");
                    });
            assertThat(SnsNotices.read(foreign, profile, RECEIPT)).isInstanceOf(Notice.Understood.class);
        }
    }

    private NoticeReason reason(String text) {
        return ((Notice.Unknown) notice(text, RECEIPT)).reason();
    }

    @Test
    @DisplayName("NOT-4 AWS's own sample is understood: a comma too many, a space too many, fields nobody knows")
    void lenient() {
        String sample = """
            {
              "action": "unsubscribe-pending",
              "customer-identifier": " X01EXAMPLEX",
              "product-code": "prod-obs ",
              "isFreeTrialTermPresent": "true",
              "of-tomorrow": {"a": [1, 2]},
            }\
            """;
        assertThat(enveloped(sample.replace("\n", " ")))
                .isInstanceOfSatisfying(
                        Notice.Understood.class,
                        notice -> assertThat(Facts.of(notice).customer())
                                .isEqualTo(new MarketplaceCustomer.Legacy(profile.product(), "X01EXAMPLEX")));
    }

    @Test
    @DisplayName("NOT-4 other actions, products and kinds of messages are unknown, and named within bounds")
    void unknown() {
        assertThat(why(SnsTexts.body("entitlement-updated", "cust-1", "prod-obs")))
                .isEqualTo("action entitlement-updated");
        assertThat(why(SnsTexts.body("subscribe-success", "cust-1", "prod-other")))
                .isEqualTo("product prod-other");
        assertThat(why("{\"Type\":\"SubscriptionConfirmation\",\"MessageId\":\"id-1\",\"Token\":\"secret\"}"))
                .isEqualTo("SNS message of type SubscriptionConfirmation");
        assertThat(why("{\"action\":\"<script>" + "x".repeat(100) + "\"}"))
                .isEqualTo("action ?script?" + "x".repeat(56));
    }

    @Test
    @DisplayName("NOT-4 a malformed notice says everything that is wrong with it")
    void malformed() {
        assertThat(notice("{\"Type\":\"Notification\",\"Timestamp\":\"noon\"}", RECEIPT))
                .isInstanceOfSatisfying(
                        Notice.Malformed.class,
                        notice -> assertThat(notice.problems())
                                .containsExactly(
                                        "MessageId is missing, or no id",
                                        "Timestamp is no instant",
                                        "Message is missing"));
        String text = SnsTexts.notification(
                "id-2", "1999-12-31T23:59:59Z", "{\"product-code\":7,\"customer-identifier\":\" \"}");
        assertThat(notice(text, RECEIPT)).isInstanceOfSatisfying(Notice.Malformed.class, notice -> {
            assertThat(notice.envelope().id()).isEqualTo("id-2");
            assertThat(notice.envelope().text()).isEqualTo(new RawText(text));
            assertThat(notice.problems())
                    .containsExactly(
                            "Timestamp lies before the year 2000",
                            "action is missing",
                            "product-code is no text",
                            "customer-identifier is blank");
        });
    }

    @ParameterizedTest(name = "{1}: {0}")
    @DisplayName("NOT-4 what is no notice at all is malformed")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the notice is empty",
                "' \t' | the notice is empty",
                "hello | the notice is no legible JSON, line 1, column 1",
                "[] | the notice is no JSON object",
                "null | the notice is no JSON object",
                "{\"a\":1}{} | the notice is no legible JSON, line 1, column 8",
                "{\"a\":1,\"a\":2} | the notice is no legible JSON, line 1, column 11",
                "{\"MessageId\":\"i\",\"Message\":\"hello\"} | Message is no legible JSON, line 1, column 1",
                "{\"MessageId\":\"i\",\"Message\":{}} | Message is no text",
            })
    void noNotice(String text, String problem) {
        assertThat(notice(text, RECEIPT))
                .isInstanceOfSatisfying(
                        Notice.Malformed.class,
                        notice -> assertThat(notice.problems()).containsExactly(problem));
    }

    @ParameterizedTest
    @DisplayName("NOT-4 an identifier that could not be one is malformed")
    @ValueSource(strings = {"a\\u0000", "a\\ud800b"})
    void identifiers(String identifier) {
        assertThat(enveloped(SnsTexts.body("subscribe-success", identifier, "prod-obs")))
                .isInstanceOf(Notice.Malformed.class);
        assertThat(enveloped(SnsTexts.body("subscribe-success", "i".repeat(256), "prod-obs")))
                .isInstanceOf(Notice.Malformed.class);
        assertThat(enveloped(SnsTexts.body("subscribe-success", "i".repeat(255), "prod-obs")))
                .isInstanceOf(Notice.Understood.class);
    }

    @ParameterizedTest
    @DisplayName(
            "NOT-1 a message id that could not be one is not taken: the notice is malformed, and the digest names it")
    @ValueSource(strings = {"", "   ", "a b", "id\\n"})
    void messageId(String id) {
        String text = SnsTexts.notification(id + "\\t \\u0001", "2026-03-18T12:00:00Z", BODY);
        assertThat(notice(text, RECEIPT).envelope().id()).startsWith("sha256:");
        assertThat(notice(text, RECEIPT)).isInstanceOf(Notice.Malformed.class);
        String tooLong = SnsTexts.notification("i".repeat(101), "2026-03-18T12:00:00Z", BODY);
        assertThat(notice(tooLong, RECEIPT).envelope().id()).startsWith("sha256:");
    }

    @Test
    @DisplayName(
            "NOT-6 without a time in its envelope, a notice has that of its receipt; how far ahead one may lie is not judged here")
    void times() {
        String without = "{\"MessageId\":\"id-1\",\"Message\":" + SnsTexts.quoted(BODY) + "}";
        assertThat(Facts.of(notice(without, RECEIPT)).sign().ownTime()).isEqualTo(RECEIPT);
        assertThat(Facts.of(notice(SnsTexts.notification("id-1", "2036-03-19T12:00:05Z", BODY), RECEIPT))
                        .sign()
                        .ownTime())
                .isEqualTo("2036-03-19T12:00:05Z");
    }

    private String why(String text) {
        return ((Notice.Unknown) notice(text, RECEIPT)).why();
    }

    private Notice notice(String text, Instant receipt) {
        return SnsNotices.read(text, profile, receipt);
    }
}
