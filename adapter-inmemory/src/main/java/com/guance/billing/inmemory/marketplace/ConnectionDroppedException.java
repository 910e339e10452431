package com.guance.billing.inmemory.marketplace;

/** The caller of this call gets no answer; a face turns it into a broken connection, or into a fault of its own. */
final class ConnectionDroppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean afterTheWork;
    private final boolean refused;

    ConnectionDroppedException(boolean afterTheWork) {
        this("told to drop the connection", afterTheWork, false);
    }

    private ConnectionDroppedException(String message, boolean afterTheWork, boolean refused) {
        super(message);
        this.afterTheWork = afterTheWork;
        this.refused = refused;
    }

    /** There never was a connection. */
    static ConnectionDroppedException refused() {
        return new ConnectionDroppedException("told to refuse the connection", false, true);
    }

    ConnectionDroppedException(boolean afterTheWork, AwsException lostAnswer) {
        super("told to drop the connection", lostAnswer);
        this.afterTheWork = afterTheWork;
        this.refused = false;
    }

    /** Whether the call was carried out; the caller must not be able to tell. */
    boolean afterTheWork() {
        return afterTheWork;
    }

    /** Whether nothing was sent, which the caller can tell. */
    boolean isRefused() {
        return refused;
    }
}
