package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeReason;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Notices as queues, functions and other topics pass them on. */
class NoticeWrappingProperties {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");
    private static final Instant OWN_TIME = Instant.parse("2026-03-18T12:00:00Z");
    private static final Instant SENT = Instant.parse("2026-03-18T12:00:03Z");
    private static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-obs");
    private static final String FAN_OUT = "arn:aws:sns:us-east-1:444455556666:fan-out";
    private static final String OURS = "arn:aws:sns:us-east-1:287250355862:aws-mp-subscription-notification-prod-obs";
    private static final String INNERMOST = SnsTexts.notification(
            "id-inner", OWN_TIME.toString(), SnsTexts.body("unsubscribe-pending", "cust-1", "prod-obs"));

    /** One layer around a text. */
    enum Layer implements UnaryOperator<String> {
        SQS_OF_THE_CLI {
            @Override
            public String apply(String text) {
                return message("MessageId", "Body", text).toString();
            }
        },
        SQS_OF_LAMBDA {
            @Override
            public String apply(String text) {
                return records(message("messageId", "body", text)).toString();
            }
        },
        SNS_OF_LAMBDA {
            @Override
            public String apply(String text) {
                ObjectNode record = JSON.createObjectNode().put("EventSource", "aws:sns");
                record.set("Sns", sns(text));
                return records(record).toString();
            }
        },
        OWN_TOPIC {
            @Override
            public String apply(String text) {
                return sns(text).toString();
            }
        },
        BYTE_ORDER_MARK {
            @Override
            public String apply(String text) {
                return "\ufeff" + text + "\r\n";
            }
        };

        private static ObjectNode message(String id, String body, String text) {
            ObjectNode message = JSON.createObjectNode().put(id, "transport-1").put(body, text);
            message.putObject("attributes").put("SentTimestamp", "1773835203000");
            return message;
        }

        private static ObjectNode records(ObjectNode record) {
            ObjectNode event = JSON.createObjectNode();
            event.putArray("Records").add(record);
            return event;
        }

        private static ObjectNode sns(String text) {
            return JSON.createObjectNode()
                    .put("Type", "Notification")
                    .put("MessageId", "id-outer")
                    .put("TopicArn", FAN_OUT)
                    .put("Message", text)
                    .put("Timestamp", "2026-03-18T12:00:04Z");
        }
    }

    @Property
    @Label("NOT-7 whatever passes a notice on, its id and own time are those of the innermost envelope")
    void unwrapped(@ForAll("layers") List<Layer> layers) {
        String text = INNERMOST;
        for (Layer layer : layers) {
            text = layer.apply(text);
        }
        String whole = text;
        Statistics.label("layers").collect(layers.size());

        assertThat(SnsNotices.read(text, PROFILE, RECEIPT)).isInstanceOfSatisfying(Notice.Understood.class, notice -> {
            assertThat(notice.envelope())
                    .isEqualTo(new Notice.Envelope("id-inner", "aws", RECEIPT, new RawText(whole)));
            assertThat(Facts.of(notice).sign()).isEqualTo(new Sign(Sign.Kind.ENDING, OWN_TIME));
        });
    }

    @Property
    @Label(
            "NOT-7 NOT-14 of a profile that names its topics, every envelope of SNS around a notice comes from one of them")
    void everyEnvelope(@ForAll("layers") List<Layer> layers) {
        String text = INNERMOST.replace("arn:aws:sns:us-east-1:1:t", OURS);
        for (Layer layer : layers) {
            text = layer.apply(text);
        }
        boolean passed = layers.contains(Layer.OWN_TOPIC) || layers.contains(Layer.SNS_OF_LAMBDA);
        Statistics.label("passed another topic").collect(passed);

        assertThat(SnsNotices.read(text, PROFILE.withTopics(OURS, FAN_OUT), RECEIPT))
                .isInstanceOfSatisfying(
                        Notice.Understood.class,
                        notice -> assertThat(notice.envelope().id()).isEqualTo("id-inner"));
        if (passed) {
            assertForeign(text, PROFILE.withTopics(OURS));
        } else {
            assertThat(SnsNotices.read(text, PROFILE.withTopics(OURS), RECEIPT)).isInstanceOf(Notice.Understood.class);
        }
    }

    @Example
    @Label("NOT-7 NOT-14 whatever an envelope of a foreign topic contains, a raw body, too, is ignored as foreign")
    void insideOfAForeignEnvelope() throws IOException {
        String raw = SnsTexts.body("subscribe-success", "cust-1", "prod-obs");
        String event = JSON.writeValueAsString(Map.of("detail-type", "a type", "detail", Map.of()));
        MarketplaceProfile profile = PROFILE.allowingRawDelivery().withTopics(OURS);

        for (String inside : List.of(Layer.SQS_OF_LAMBDA.apply(raw), Layer.SQS_OF_THE_CLI.apply("no JSON"), event)) {
            assertForeign(Layer.OWN_TOPIC.apply(inside), profile);
            assertForeign(Layer.SQS_OF_LAMBDA.apply(Layer.SNS_OF_LAMBDA.apply(inside)), profile);
        }
        assertThat(SnsNotices.read(Layer.SQS_OF_LAMBDA.apply(raw), profile, RECEIPT))
                .as("a raw body names no topic; it is accepted where the profile allows raw delivery")
                .isInstanceOf(Notice.Understood.class);
    }

    private static void assertForeign(String text, MarketplaceProfile profile) {
        assertThat(SnsNotices.read(text, profile, RECEIPT))
                .as(text)
                .isInstanceOfSatisfying(Notice.Unknown.class, notice -> {
                    assertThat(notice.reason()).isEqualTo(NoticeReason.FOREIGN_TOPIC);
                    assertThat(notice.why()).isEqualTo("topic " + FAN_OUT);
                    assertThat(notice.envelope().id()).isEqualTo("id-outer");
                    assertThat(notice.envelope().text()).isEqualTo(new RawText(text));
                });
    }

    @Property
    @Label(
            "NOT-7 a raw body inside of SQS or Lambda has the id and time of the transport, where raw delivery is allowed")
    void rawInside(@ForAll("rawLayers") List<Layer> layers) {
        String text = SnsTexts.body("unsubscribe-pending", "cust-1", "prod-obs");
        for (Layer layer : layers) {
            text = layer.apply(text);
        }
        RawText whole = new RawText(text);
        MarketplaceProfile raw = PROFILE.allowingRawDelivery();
        SnsNotices.Delivery outer = new SnsNotices.Delivery("outer-1", RECEIPT.minusSeconds(1), RECEIPT);

        for (Notice read : List.of(SnsNotices.read(text, raw, RECEIPT), SnsNotices.read(text, raw, outer))) {
            assertThat(read).isInstanceOfSatisfying(Notice.Understood.class, notice -> {
                assertThat(notice.envelope()).isEqualTo(new Notice.Envelope("transport-1", "aws", RECEIPT, whole));
                assertThat(notice.fact())
                        .isInstanceOfSatisfying(
                                Fact.OfSuspectedEnd.class,
                                end -> assertThat(end.sign().ownTime()).isEqualTo(SENT));
            });
        }
        assertThat(problems(text)).singleElement().asString().startsWith("raw delivery");
    }

    @Example
    @Label("NOT-7 two raw bodies alike in two messages of one event of Lambda are two occurrences")
    void rawBatch() throws IOException {
        String body = SnsTexts.body("subscribe-success", "cust-1", "prod-obs");
        ObjectNode event = (ObjectNode) JSON.readTree(Layer.SQS_OF_LAMBDA.apply(body));
        ObjectNode again = ((ObjectNode) event.get("Records").get(0)).deepCopy();
        ((ArrayNode) event.get("Records")).add(again.put("messageId", "transport-2"));

        assertThat(SnsNotices.readAll(event.toString(), PROFILE.allowingRawDelivery(), RECEIPT))
                .allMatch(Notice.Understood.class::isInstance)
                .extracting(notice -> notice.envelope().id())
                .containsExactly("transport-1", "transport-2");
    }

    @Example
    @Label(
            "NOT-7 a wrapping without an id or a possible time of its own leaves them to the delivery's; without both it is malformed")
    void rawWithoutTransport() {
        MarketplaceProfile raw = PROFILE.allowingRawDelivery();
        SnsNotices.Delivery outer = new SnsNotices.Delivery("outer-1", RECEIPT.minusSeconds(1), RECEIPT);
        String whole = Layer.SQS_OF_LAMBDA.apply(SnsTexts.body("subscribe-success", "cust-1", "prod-obs"));

        for (String text : List.of(
                whole.replace("1773835203000", "yesterday"),
                whole.replace("1773835203000", "99999999999999999999"),
                whole.replace("1773835203000", "17"),
                whole.replace("SentTimestamp", "Other"),
                whole.replace("transport-1", "no id"),
                whole.replace("messageId", "other"))) {
            assertThat(SnsNotices.read(text, raw, RECEIPT))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Notice.Malformed.class,
                            notice -> assertThat(notice.problems())
                                    .singleElement()
                                    .asString()
                                    .endsWith("are missing"));
            assertThat(SnsNotices.read(text, raw, outer))
                    .as(text)
                    .isInstanceOfSatisfying(Notice.Understood.class, notice -> {
                        assertThat(notice.envelope().id()).isEqualTo("outer-1");
                        assertThat(Facts.of(notice).sign().ownTime()).isEqualTo(RECEIPT.minusSeconds(1));
                    });
        }
    }

    @Example
    @Label("NOT-7 a text that is wrapped without end is malformed, and says so")
    void tooDeep() {
        String text = INNERMOST;
        for (int layer = 0; layer < 7; layer++) {
            text = records(text);
        }
        assertThat(problems(text)).containsExactly("the notice is wrapped more than 5 times");
    }

    @Example
    @Label("NOT-7 an event of Lambda with several messages is several notices")
    void batch() throws IOException {
        String other = SnsTexts.notification(
                "id-other", OWN_TIME.toString(), SnsTexts.body("subscribe-success", "cust-2", "prod-obs"));
        ObjectNode event = (ObjectNode) JSON.readTree(Layer.SQS_OF_LAMBDA.apply(INNERMOST));
        ((ArrayNode) event.get("Records"))
                .add(JSON.readTree(Layer.SQS_OF_LAMBDA.apply(other))
                        .get("Records")
                        .get(0))
                .add(JSON.readTree(Layer.SQS_OF_LAMBDA.apply("nothing"))
                        .get("Records")
                        .get(0));

        assertThat(SnsNotices.readAll(event.toString(), PROFILE, RECEIPT))
                .satisfiesExactly(
                        first -> assertThat(first.envelope().id()).isEqualTo("id-inner"),
                        second -> assertThat(second.envelope().id()).isEqualTo("id-other"),
                        third -> assertThat(third).isInstanceOf(Notice.Malformed.class));
        assertThat(problems(event.toString()))
                .containsExactly("the notice is a batch of 3 messages: hand in each by itself");
        assertThat(SnsNotices.readAll(INNERMOST, PROFILE, RECEIPT))
                .containsExactly(SnsNotices.read(INNERMOST, PROFILE, RECEIPT));
    }

    @Example
    @Label("NOT-4 a text that was encoded twice, or for HTML, is malformed, and the problem says what it is")
    void encoded() throws IOException {
        String body = SnsTexts.body("unsubscribe-pending", "cust-1", "prod-obs");

        assertThat(problems(JSON.writeValueAsString(body)))
                .containsExactly("the notice is JSON inside of a JSON text: it was encoded twice");
        assertThat(problems(body.replace("\"", "&quot;")))
                .singleElement()
                .asString()
                .startsWith("the notice is HTML-escaped JSON");
        assertThat(problems(Layer.SQS_OF_LAMBDA.apply(JSON.writeValueAsString(body))))
                .containsExactly("the notice has a body that is JSON inside of a JSON text: it was encoded twice");
        assertThat(problems(SnsTexts.notification("id-1", OWN_TIME.toString(), body.replace("\"", "&quot;"))))
                .singleElement()
                .asString()
                .startsWith("Message is HTML-escaped JSON");
    }

    @Example
    @Label("NOT-7 an EventBridge event, bare or through SNS or SQS, is malformed, and the problem says what it is")
    void ofEventBridge() throws IOException {
        String event = JSON.writeValueAsString(Map.of(
                "version", "0",
                "id", "6f1d-SAMPLE",
                "detail-type", "License Deprovisioned - Manufacturer",
                "source", "aws.agreement-marketplace",
                "time", "2026-03-18T12:00:00Z",
                "detail", Map.of("license", Map.of("arn", "l-0123"))));

        for (String text : List.of(
                event,
                Layer.OWN_TOPIC.apply(event),
                Layer.SQS_OF_LAMBDA.apply(event),
                Layer.SQS_OF_THE_CLI.apply(event))) {
            assertThat(problems(text)).containsExactly("the notice is an EventBridge event");
        }
    }

    @Provide
    Arbitrary<List<Layer>> layers() {
        return Arbitraries.of(Layer.class)
                .list()
                .ofMaxSize(5)
                .filter(layers -> layers.stream()
                                .mapToInt(layer ->
                                        layer == Layer.SNS_OF_LAMBDA ? 3 : layer == Layer.SQS_OF_LAMBDA ? 2 : 1)
                                .sum()
                        <= NoticeWrapping.DEEPEST);
    }

    @Provide
    Arbitrary<List<Layer>> rawLayers() {
        return Arbitraries.of(Layer.SQS_OF_THE_CLI, Layer.SQS_OF_LAMBDA)
                .flatMap(innermost -> Arbitraries.of(Layer.SQS_OF_THE_CLI, Layer.BYTE_ORDER_MARK)
                        .list()
                        .ofMaxSize(3)
                        .map(outer -> Stream.concat(Stream.of(innermost), outer.stream())
                                .toList()));
    }

    private static String records(String text) {
        return Layer.SQS_OF_THE_CLI.apply(text);
    }

    private static List<String> problems(String text) {
        Notice notice = SnsNotices.read(text, PROFILE, RECEIPT);
        assertThat(notice).isInstanceOf(Notice.Malformed.class);
        assertThat(notice.envelope().text()).isEqualTo(new RawText(text));
        return ((Notice.Malformed) notice).problems();
    }
}
