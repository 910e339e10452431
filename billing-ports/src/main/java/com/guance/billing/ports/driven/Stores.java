package com.guance.billing.ports.driven;

/** The stores of one transaction. Aggregates are saved as their events; an event saved is an event that will be told. */
public interface Stores {

    /** Workspaces. */
    Workspaces workspaces();

    /** Cloud accounts. */
    CloudAccounts cloudAccounts();

    /** Subscriptions. */
    Subscriptions subscriptions();

    /** What notices said of agreements. */
    Agreements agreements();

    /** Arrears of Billing Center accounts. */
    ArrearsStore arrears();

    /** Claims of arrived buyers. */
    Claims claims();

    /** The marketplace's notices and what became of them. */
    Notices notices();

    /** The journal of charges. */
    Charges charges();

    /** Metering records and carried remainders. */
    MeteringRecords meteringRecords();

    /** Holds of records that a marketplace would refuse. */
    SubmissionHolds submissionHolds();

    /** The journal, as people ask for it. */
    Statements statements();

    /** Permits to call marketplaces. */
    CallPermits callPermits();

    /** Events that have still to be told. */
    EventOutbox outbox();

    /** When runs were made. */
    RunTimes runTimes();

    /** What is not done yet, in figures. */
    Backlog backlog();

    /** What cannot be read. */
    Unreadables unreadables();
}
