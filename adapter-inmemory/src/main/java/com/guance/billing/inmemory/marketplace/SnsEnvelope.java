package com.guance.billing.inmemory.marketplace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** A notice as SNS delivers it without raw delivery ("HTTP/HTTPS notification JSON format" page of the SNS guide). */
final class SnsEnvelope {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String DUMMY_SIGNATURE =
            Base64.getEncoder().encodeToString("not a signature".getBytes(StandardCharsets.US_ASCII));

    private SnsEnvelope() {}

    static String textOf(MarketplaceNotice notice) {
        String host = "https://" + hostOf(notice.topicArn());
        return Json.text(Json.object()
                .put("Type", "Notification")
                .put("MessageId", notice.messageId())
                .put("TopicArn", notice.topicArn())
                .put("Message", body(notice.message()))
                .put("Timestamp", MILLISECONDS.format(notice.timestamp()))
                .put("SignatureVersion", "1")
                .put("Signature", DUMMY_SIGNATURE)
                .put("SigningCertURL", host + "/SimpleNotificationService-dummy.pem")
                .put("UnsubscribeURL", host + "/?Action=Unsubscribe&SubscriptionArn=" + subscription(notice)));
    }

    private static String body(MarketplaceNotice.Message message) {
        ObjectNode body = Json.object()
                .put("action", message.action())
                .put("customer-identifier", message.customerIdentifier())
                .put("product-code", message.productCode());
        message.offerIdentifier().forEach(offer -> body.put("offer-identifier", offer));
        if (message.freeTrial()) {
            body.put("isFreeTrialTermPresent", "true");
        }
        return Json.text(body);
    }

    private static String subscription(MarketplaceNotice notice) {
        return URLEncoder.encode(notice.topicArn() + ":" + Opaque.uuid("subscription", 1), StandardCharsets.UTF_8);
    }

    private static String hostOf(String topicArn) {
        String region = topicArn.split(":", -1)[3];
        return "sns." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }
}
