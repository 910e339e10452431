package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.Required;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What happens to a workspace, in order, by the domain's real commands.
 *
 * @param name its name
 * @param birth how it is registered
 * @param steps what is asked of it after its registration; what is refused changes nothing
 */
public record WorkspaceLife(String name, Birth birth, List<WorkspaceStep> steps) {

    private static final int MOST_STEPS = 16;

    /** Takes a copy. */
    public WorkspaceLife {
        Required.value(name, "name");
        Required.value(birth, "birth");
        steps = Required.list(steps, "steps");
    }

    /** How a workspace may be registered. */
    public enum Birth {
        /** Cloud account 1 pays. */
        PAID_BY_1,
        /** The Billing Center pays. */
        PAID_BY_HOLDER,
        /** It waits for cloud account 3, whose subscription is pending. */
        WAITING_FOR_3,
        /** Its customer has chosen a cloud, and has still to subscribe. */
        AWAITING,
        /** On the Experience Plan. */
        EXPERIENCE
    }

    /** Lives of all kinds. */
    public static Arbitrary<WorkspaceLife> lives() {
        return Combinators.combine(
                        ArbitraryValues.names(),
                        Arbitraries.of(Birth.class),
                        Arbitraries.of(WorkspaceStep.class).list().ofMaxSize(MOST_STEPS))
                .as(WorkspaceLife::new);
    }

    /** The changes of a workspace that lives this life, its birth first. */
    public List<Change<Workspace>> of(String workspace) {
        List<Change<Workspace>> changes = new ArrayList<>();
        Change<Workspace> last = born(workspace);
        changes.add(last);
        Instant at = Given.NOW;
        for (WorkspaceStep step : steps) {
            at = at.plus(step.lasts()).plusNanos(1);
            last = step.change(last.after(), at);
            changes.add(last);
        }
        return changes;
    }

    private Change<Workspace> born(String workspace) {
        return switch (birth) {
            case PAID_BY_1 -> Given.named(workspace, name, "1");
            case PAID_BY_HOLDER -> Given.workspacePaidByHolder(workspace);
            case WAITING_FOR_3 -> GivenWorkspaces.waitingFor("3", workspace);
            case AWAITING -> GivenWorkspaces.awaitingSubscription(workspace);
            case EXPERIENCE -> GivenWorkspaces.experience(workspace);
        };
    }
}
