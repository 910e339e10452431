package com.guance.billing.example.life;

import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;

/**
 * What may happen next. Workspaces, cloud accounts, holders, agreements and people are numbered; a payer of −1 is the Billing Center.
 */
sealed interface Deed {

    int BILLING_CENTER = -1;

    /** How a workspace may be born. */
    enum Birth {
        PAID,
        AWAITING,
        EXPERIENCE
    }

    /** Who may ask. */
    enum Who {
        OWNER,
        NEXT_OWNER,
        HOLDER,
        OTHER_HOLDER,
        ADMINISTRATOR,
        STAFF
    }

    record Register(int workspace, Birth birth, int payer, Who who) implements Deed {}

    /** By a certain agreement's subscription of the account, if {@code agreement} is not −1. */
    record Settle(int workspace, int payer, int agreement, Who who) implements Deed {}

    record Withdraw(int workspace, Who who) implements Deed {}

    record Unlock(int workspace, Who who) implements Deed {}

    record Lock(int workspace, Who who) implements Deed {}

    record Release(int workspace, Who who) implements Deed {}

    record Dissolve(int workspace, Who who) implements Deed {}

    /** To the first Owner, or to the next. */
    record ChangeOwner(int workspace, Who to, Who who) implements Deed {}

    record Move(int workspace, int holder, Who who) implements Deed {}

    record Arrears(int holder, boolean begin) implements Deed {}

    /** The buyer lands, and a holder claims the account. */
    record Claim(int account, int holder) implements Deed {}

    /** A holder, or staff if that is −1, releases a registration. */
    record GiveUp(int account, int holder) implements Deed {}

    /** A sign of the legacy scheme that became so {@code late} before it is received. */
    record Hear(int account, Kind kind, Duration late) implements Deed {}

    /** A license of an agreement: activated or deprovisioned. */
    record License(int agreement, Kind kind, Duration late) implements Deed {}

    /** An agreement ended: superseded or cancelled. */
    record AgreementEnd(int agreement, Kind kind, Duration late) implements Deed {}

    /** An agreement was made that follows another. */
    record AgreementMade(int agreement, int previous) implements Deed {}

    record Wait(Duration time) implements Deed {}

    record Run() implements Deed {}
}
