package com.guance.billing.inmemory.marketplace;

/** The caller of this call gets no answer; a face turns it into a broken connection, or into a fault of its own. */
final class ConnectionDroppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean afterTheWork;

    ConnectionDroppedException(boolean afterTheWork) {
        super("told to drop the connection");
        this.afterTheWork = afterTheWork;
    }

    ConnectionDroppedException(boolean afterTheWork, AwsException lostAnswer) {
        super("told to drop the connection", lostAnswer);
        this.afterTheWork = afterTheWork;
    }

    /** Whether the call was carried out; the caller must not be able to tell. */
    boolean afterTheWork() {
        return afterTheWork;
    }
}
