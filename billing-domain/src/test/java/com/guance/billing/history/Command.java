package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.subscription.Sign;
import java.time.Duration;

/**
 * What may happen next. Workspaces, cloud accounts, subscriptions and holders are numbered; a payer of −1 is the Billing Center, a
 * subscription of −1 whichever there is.
 */
sealed interface Command {

    int BILLING_CENTER = -1;
    int WHICHEVER = -1;

    /** Tells it to one side. */
    String to(Side side);

    record Register(int workspace, int payer) implements Command {
        @Override
        public String to(Side side) {
            return side.register(this);
        }
    }

    /** Of the cloud of an account. */
    record RegisterAwaiting(int workspace, int account) implements Command {
        @Override
        public String to(Side side) {
            return side.registerAwaiting(this);
        }
    }

    record RegisterExperience(int workspace) implements Command {
        @Override
        public String to(Side side) {
            return side.registerExperience(this);
        }
    }

    record Settle(int workspace, int payer, int subscription, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.settle(this);
        }
    }

    record Withdraw(int workspace, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.withdraw(this);
        }
    }

    record StaffLock(int workspace, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.lock(this);
        }
    }

    record StaffRelease(int workspace, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.release(this);
        }
    }

    record Unlock(int workspace, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.unlock(this);
        }
    }

    record Move(int workspace, int holder, boolean oneEnterprise, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.move(this);
        }
    }

    record ChangeOwner(int workspace, UserId to, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.changeOwner(this);
        }
    }

    record Dissolve(int workspace, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.dissolve(this);
        }
    }

    /** A holder's arrears begin, or are settled. */
    record Owe(int holder, boolean begins) implements Command {
        @Override
        public String to(Side side) {
            return side.owe(this);
        }
    }

    record Claim(int account, int holder) implements Command {
        @Override
        public String to(Side side) {
            return side.claim(this);
        }
    }

    record Release(int account, Actor actor) implements Command {
        @Override
        public String to(Side side) {
            return side.release(this);
        }
    }

    /** A sign that became so {@code late} before it is received. */
    record Hear(int subscription, Sign.Kind kind, Duration late) implements Command {
        @Override
        public String to(Side side) {
            return side.hear(this);
        }
    }

    /** A subscription's agreement is renewed by one that never arrives. */
    record NameSuccessor(int subscription) implements Command {
        @Override
        public String to(Side side) {
            return side.name(this);
        }
    }

    record Wait(Duration time) implements Command {
        @Override
        public String to(Side side) {
            return side.await(this);
        }
    }
}
