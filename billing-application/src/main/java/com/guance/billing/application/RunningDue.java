package com.guance.billing.application;

import com.guance.billing.ports.driving.RunDue;
import java.time.Instant;
import java.util.List;

/** All that is due, in the order of its urgency. What fails does not hold up the rest. */
final class RunningDue implements RunDue {

    private final Cascading cascading;
    private final TellingArrears arrears;
    private final Advancing advancing;
    private final ClosingHours closing;
    private final List<SubmittingRecords> submitting;

    RunningDue(
            Cascading cascading,
            TellingArrears arrears,
            Advancing advancing,
            ClosingHours closing,
            List<SubmittingRecords> submitting) {
        this.cascading = cascading;
        this.arrears = arrears;
        this.advancing = advancing;
        this.closing = closing;
        this.submitting = submitting;
    }

    @Override
    public Done run(Instant at) {
        FirstFailure failures = new FirstFailure();
        int reached = failures.count(() -> cascading.finishAll(failures))
                + failures.count(() -> arrears.finishAll(failures))
                + failures.count(() -> advancing.decideEnds(at, failures));
        int advanced = failures.count(() -> advancing.advance(at));
        int closed = failures.count(() -> closing.closeDue(at, failures));
        int submitted = submitting.stream()
                .mapToInt(marketplace -> failures.count(() -> marketplace.submitDue(at, failures)))
                .sum();
        failures.rethrow();
        return new Done(reached, advanced, closed, submitted);
    }
}
