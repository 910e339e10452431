package com.guance.billing.application;

import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.Fault;
import java.time.Instant;
import java.util.List;

/** All that is due, in the order of its urgency. A marketplace that fails does not hold up the others. */
final class RunningDue implements RunDue {

    private final Cascading cascading;
    private final ClosingHours closing;
    private final List<SubmittingRecords> submitting;

    RunningDue(Cascading cascading, ClosingHours closing, List<SubmittingRecords> submitting) {
        this.cascading = cascading;
        this.closing = closing;
        this.submitting = submitting;
    }

    @Override
    public Done run(Instant at) {
        int unbound = cascading.finishAll();
        int closed = closing.closeDue(at);
        int submitted = 0;
        Fault first = null;
        for (SubmittingRecords marketplace : submitting) {
            try {
                submitted += marketplace.submitDue(at);
            } catch (Fault fault) {
                first = first == null ? fault : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return new Done(unbound, closed, submitted);
    }
}
