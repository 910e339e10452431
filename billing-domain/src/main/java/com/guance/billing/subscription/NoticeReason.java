package com.guance.billing.subscription;

/** Why a notice is not received, as operators count it (NOT-14). */
public enum NoticeReason {
    /** It names another product than the one whose notices are read, or one that is not sold here. */
    FOREIGN_PRODUCT,
    /** It comes from the topic of another product. */
    FOREIGN_TOPIC,
    /** Somebody detaches the topic: no further notices will come. */
    UNSUBSCRIBE_CONFIRMATION,
    /** Another kind of message, or of action. */
    OTHER_MESSAGE,
    /** The publisher's envelope, and with it the id and the time of the notice, was taken away on the way (NOT-7). */
    RAW_DELIVERY,
    /** It cannot be read. */
    ILLEGIBLE
}
