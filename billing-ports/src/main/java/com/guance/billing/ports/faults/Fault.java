package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** Something broke. Messages never carry tokens, credentials or signatures. */
public abstract sealed class Fault extends RuntimeException permits Fault.TryAgain, Fault.GiveUp {

    private static final long serialVersionUID = 1L;

    Fault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same call may succeed later; nothing needs to be changed for it. */
    public abstract static non-sealed class TryAgain extends Fault {

        private static final long serialVersionUID = 1L;

        /**
         * A passing fault.
         *
         * @param message what broke
         * @param cause why, if known
         */
        protected TryAgain(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The same call will fail again until a person has changed something. */
    public abstract static non-sealed class GiveUp extends Fault {

        private static final long serialVersionUID = 1L;

        /**
         * A lasting fault.
         *
         * @param message what broke
         * @param cause why, if known
         */
        protected GiveUp(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
