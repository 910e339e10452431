package com.guance.billing.aws;

/** Texts as SNS delivers them, written by hand. */
final class SnsTexts {

    private SnsTexts() {}

    static String body(String action, String customer, String product) {
        return "{\"action\":\"" + action + "\",\"customer-identifier\":\"" + customer + "\",\"product-code\":\""
                + product + "\"}";
    }

    static String notification(String id, String timestamp, String message) {
        return "{\"Type\":\"Notification\",\"MessageId\":\"" + id + "\",\"TopicArn\":\"arn:aws:sns:us-east-1:1:t\","
                + "\"Message\":" + quoted(message) + ",\"Timestamp\":\"" + timestamp + "\",\"SignatureVersion\":\"1\"}";
    }

    static String quoted(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
