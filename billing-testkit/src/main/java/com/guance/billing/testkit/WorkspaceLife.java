package com.guance.billing.testkit;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.Policies;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
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
 * @param steps what is asked of it after its registration; what is refused changes nothing
 */
public record WorkspaceLife(String name, List<Step> steps) {

    /** Takes a copy. */
    public WorkspaceLife {
        steps = List.copyOf(steps);
    }

    /** What may be asked of a workspace. */
    public enum Step {
        /** Cloud account 1 shall pay. */
        SETTLE_BY_1,
        /** Cloud account 2 shall pay. */
        SETTLE_BY_2,
        /** The Billing Center shall pay. */
        SETTLE_BY_HOLDER,
        /** The subscription of cloud account 1 ends. */
        END_OF_1,
        /** The subscription of cloud account 2 ends. */
        END_OF_2,
        /** Its holder cannot pay. */
        ARREARS,
        /** Staff lock it. */
        LOCK_BY_STAFF,
        /** Nothing. */
        TOUCH
    }

    /** Lives of all kinds. */
    public static Arbitrary<WorkspaceLife> lives() {
        return Combinators.combine(
                        ArbitraryValues.names(),
                        Arbitraries.of(Step.class).list().ofMaxSize(12))
                .as(WorkspaceLife::new);
    }

    /** The changes of a workspace that lives this life, its birth first. */
    public List<Change<Workspace>> of(String workspace) {
        List<Change<Workspace>> changes = new ArrayList<>();
        Change<Workspace> last = Given.named(workspace, name, "1");
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofMinutes(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<Workspace> change(Workspace workspace, Step step, Instant at) {
        return switch (step) {
            case SETTLE_BY_1 -> settled(workspace, through("1", at));
            case SETTLE_BY_2 -> settled(workspace, through("2", at));
            case SETTLE_BY_HOLDER -> settled(workspace, new Asked(Option.none(), byHolder(at)));
            case END_OF_1 -> ended(workspace, "1", at);
            case END_OF_2 -> ended(workspace, "2", at);
            case ARREARS -> workspace.lock(new LockCause.Arrears(), countdown(), Given.byClock(at));
            case LOCK_BY_STAFF ->
                workspace.lock(new LockCause.Administrative("why", Given.OWNER), countdown(), Given.byClock(at));
            case TOUCH -> Change.none(workspace);
        };
    }

    private static Asked through(String account, Instant at) {
        return new Asked(Option.some(Given.accountOnFile(account).after()), byHolder(at));
    }

    private static Change<Workspace> settled(Workspace workspace, Asked asked) {
        return workspace.settle(asked, Given.circumstances()).getOrElse(() -> Change.none(workspace));
    }

    private static Change<Workspace> ended(Workspace workspace, String account, Instant at) {
        return workspace.payerEnded(
                Given.subscriptionId(account), at.minusNanos(1), countdown(), Given.byMarketplace(at));
    }

    private static Request byHolder(Instant at) {
        return new Request(new Actor.Holder(Given.HOLDER.id()), at);
    }

    private static Duration countdown() {
        return Policies.defaults().countdown();
    }
}
