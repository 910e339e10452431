package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.LockCause;
import java.time.Duration;

/** What may happen next. Workspaces, cloud accounts and holders are numbered; a payer of −1 is the Billing Center. */
sealed interface Command {

    int BILLING_CENTER = -1;

    record Register(int workspace, int payer) implements Command {}

    record Settle(int workspace, int payer, Actor actor) implements Command {}

    record Lock(int workspace, LockCause cause) implements Command {}

    record Claim(int account, int holder) implements Command {}

    /** A sign that became so {@code late} before it is received. */
    record Hear(int account, Sign.Kind kind, Duration late) implements Command {}

    record Wait(Duration time) implements Command {}
}
