package com.guance.billing.ports.faults;

/** The kinds of entries in a store. */
public enum EntryKind {
    /** The history of a workspace, by the workspace's id. */
    WORKSPACE,
    /** The history of a cloud account, by its id. */
    CLOUD_ACCOUNT,
    /** The history of a subscription, by its id. */
    SUBSCRIPTION,
    /** The history of an agreement, by its id. */
    AGREEMENT,
    /** The history of a Billing Center account's arrears, by the account's id. */
    ARREARS,
    /** The history of a metering record, by its key. */
    METERING_RECORD,
    /** The history of a hold of records, by what it holds. */
    SUBMISSION_HOLD,
    /** A meter, by its customer's key and its dimension. */
    METER,
    /** A charge, by its key. */
    CHARGE,
    /** A claim, by the digest of its ticket. */
    CLAIM,
    /** A notice, by its marketplace and id. */
    NOTICE,
    /** An event in the outbox, by its position. */
    EVENT,
    /** A request to deliver an event again, by its number. */
    REDELIVERY,
    /** A confirmed time, by the number of its row. */
    TIME_CONFIRMATION
}
