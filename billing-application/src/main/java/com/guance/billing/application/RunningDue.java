package com.guance.billing.application;

import com.guance.billing.ports.driving.RunDue;
import java.time.Instant;
import java.util.List;

/** All that is due, in the order of its urgency. What fails does not hold up the rest. */
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
        FirstFailure failures = new FirstFailure();
        int unbound = failures.count(() -> cascading.finishAll(failures));
        int closed = failures.count(() -> closing.closeDue(at, failures));
        int submitted = submitting.stream()
                .mapToInt(marketplace -> failures.count(() -> marketplace.submitDue(at, failures)))
                .sum();
        failures.rethrow();
        return new Done(unbound, closed, submitted);
    }
}
