package com.guance.billing.example.meter;

import java.time.Duration;
import java.util.List;

/** What may happen next. Cloud accounts, workspaces, licenses and marketplaces are numbered. */
sealed interface Deed {

    /** How a marketplace treats its next call. */
    enum Treatment {
        ACCEPT_THEN_DROP,
        DROP,
        DROP_THEN_ACCEPT,
        THROTTLE,
        INTERNAL_ERROR,
        UNPROCESSED,
        LEFT_OUT,
        REJECTED,
        FORBIDDEN
    }

    /** The buyer subscribes, and lands. */
    record Subscribe(int account) implements Deed {}

    record Cancel(int account) implements Deed {}

    /** The marketplace answers of a customer that he is not subscribed, or takes that back. */
    record Suspend(int account, boolean on) implements Deed {}

    /** The first account buys by one more license; it may be said to renew the one that was superseded last. */
    record Agree(boolean renewing) implements Deed {}

    record EndAgreement(int license, boolean superseded) implements Deed {}

    /** The notices published so far are received: in some order, perhaps twice. */
    record Hear(long order, boolean twice) implements Deed {}

    /** A workspace is registered with a payer, or changes to it; by a certain license if that is not −1. */
    record Join(int workspace, int account, int license) implements Deed {}

    /** To the Billing Center, or for ever. */
    record Leave(int workspace, boolean forEver) implements Deed {}

    /** A batch of charges. */
    record Charge(List<Usage> usages) implements Deed {}

    /** Usage of a second, so long before now. */
    record Usage(int workspace, String dimension, String quantity, Duration ago) {}

    /** A charge of before comes again, with its own content or with another. */
    record Again(int charge, boolean other) implements Deed {}

    /** The host says that the usage before an end is rated. */
    record Rated() implements Deed {}

    record Run() implements Deed {}

    /**
     * The store goes down in the next deed, after so many transactions of it; the last one may still be committed, and nobody told.
     */
    record Crash(int transactions, boolean committed) implements Deed {}

    /** What a marketplace refuses, whatever else is in the call, until it is taken back. */
    enum Refused {
        /** An account's usage of one dimension, by an error code that nobody knows. */
        UNKNOWN_CODE,
        /** An account's usage of one dimension, as if the product had no such dimension. */
        DIMENSION,
        /** All usage of one dimension, as if the product had no such dimension. */
        DIMENSION_OF_ALL,
        /** All usage of an account, as if it were no customer. */
        CUSTOMER
    }

    /** From now on that is refused of an account and dimension, by all marketplaces where it buys; or nothing is any more. */
    record Refuse(int account, String dimension, Refused what, boolean on) implements Deed {}

    record Misbehave(int market, Treatment treatment) implements Deed {}

    /** Staff say that what is held is corrected. */
    record Release() implements Deed {}

    /** Staff look up what is disputed, a quarter of an hour later, and decide. */
    record Decide() implements Deed {}

    record Wait(Duration time) implements Deed {}
}
