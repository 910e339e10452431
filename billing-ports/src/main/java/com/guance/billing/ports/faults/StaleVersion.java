package com.guance.billing.ports.faults;

/** Another transaction was first: what this one read is no longer so, and nothing of it was written. */
public final class StaleVersion extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what the aggregate or record that has moved
     */
    public StaleVersion(String what) {
        super("a newer version exists of " + what, null);
    }
}
