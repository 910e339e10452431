package com.guance.billing.inmemory.marketplace;

/** An error in AWS's own words; the whole call failed and changed nothing. Its message never repeats a token. */
final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String type;
    private final String detail;

    AwsException(int httpStatus, String type, String detail) {
        super(type + ": " + detail);
        this.httpStatus = httpStatus;
        this.type = type;
        this.detail = detail;
    }

    /** A refusal of what the caller sent: HTTP 400. */
    static AwsException refused(String type, String detail) {
        return new AwsException(400, type, detail);
    }

    /** A request that AWS's model does not allow ("Common Errors" page). */
    static AwsException invalid(String detail) {
        return refused("ValidationException", detail);
    }

    int httpStatus() {
        return httpStatus;
    }

    /** As {@code __type} spells it. */
    String type() {
        return type;
    }

    /** What AWS's {@code message} says. */
    String detail() {
        return detail;
    }
}
