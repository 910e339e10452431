package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** What happens in the life of a workspace. */
public sealed interface LifeEvent extends WorkspaceEvent {

    /**
     * Registered (ARR-4).
     *
     * @param workspace the workspace
     * @param registration what with
     * @param plan the plan it starts on
     * @param lapsesAt when it is given up unless it has become active; none on the Experience Plan (ARR-8)
     * @param request who and when
     */
    record WorkspaceRegistered(
            WorkspaceId workspace, Registration registration, Plan plan, Option<Instant> lapsesAt, Request request)
            implements LifeEvent {

        /** Refuses nulls. */
        public WorkspaceRegistered {
            Required.value(workspace, "workspace");
            Required.value(registration, "registration");
            Required.value(plan, "plan");
            Required.option(lapsesAt, "lapsesAt");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: the workspace starts the Commercial Plan. 开通
     *
     * @param workspace the workspace
     * @param since since when it is active
     * @param request who and when
     */
    record WorkspaceActivated(WorkspaceId workspace, Instant since, Request request) implements LifeEvent {

        /** Refuses nulls. */
        public WorkspaceActivated {
            Required.value(workspace, "workspace");
            Required.value(since, "since");
            Required.value(request, "request");
        }
    }

    /**
     * It awaited its first subscription for too long, and is given up (ARR-8).
     *
     * @param workspace the workspace
     * @param request the clock, when
     */
    record RegistrationLapsed(WorkspaceId workspace, Request request) implements LifeEvent {

        /** Refuses nulls. */
        public RegistrationLapsed {
            Required.value(workspace, "workspace");
            Required.value(request, "request");
        }
    }

    /**
     * It belongs to another Billing Center account (SET-14); if the old one settled it, the new one does from now on.
     *
     * @param workspace the workspace
     * @param to its holder from now on
     * @param from since when
     * @param request who and when
     */
    record WorkspaceMoved(WorkspaceId workspace, BillingCenterAccountId to, Instant from, Request request)
            implements LifeEvent {

        /** Refuses nulls. */
        public WorkspaceMoved {
            Required.value(workspace, "workspace");
            Required.value(to, "to");
            Required.value(from, "from");
            Required.value(request, "request");
        }
    }

    /**
     * It has another Owner (拥有者, OWN-1); what the old one asks from now on is refused.
     *
     * @param workspace the workspace
     * @param from its Owner until now
     * @param to its Owner from now on
     * @param request who and when
     */
    record OwnerChanged(WorkspaceId workspace, UserId from, UserId to, Request request) implements LifeEvent {

        /** Refuses nulls. */
        public OwnerChanged {
            Required.value(workspace, "workspace");
            Required.value(from, "from");
            Required.value(to, "to");
            Required.value(request, "request");
        }
    }

    /**
     * 解散: gone for ever; nobody pays from now on (DIS-1).
     *
     * @param workspace the workspace
     * @param until the end of its last binding
     * @param request who and when
     */
    record WorkspaceDissolved(WorkspaceId workspace, Instant until, Request request) implements LifeEvent {

        /** Refuses nulls. */
        public WorkspaceDissolved {
            Required.value(workspace, "workspace");
            Required.value(until, "until");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<WorkspaceRegistered, R> registered,
            Function<WorkspaceActivated, R> activated,
            Function<RegistrationLapsed, R> lapsed,
            Function<WorkspaceMoved, R> moved,
            Function<OwnerChanged, R> owner,
            Function<WorkspaceDissolved, R> dissolved) {
        if (this instanceof WorkspaceRegistered e) {
            return registered.apply(e);
        } else if (this instanceof WorkspaceActivated e) {
            return activated.apply(e);
        } else if (this instanceof RegistrationLapsed e) {
            return lapsed.apply(e);
        } else if (this instanceof WorkspaceMoved e) {
            return moved.apply(e);
        } else if (this instanceof OwnerChanged e) {
            return owner.apply(e);
        }
        return dissolved.apply((WorkspaceDissolved) this);
    }
}
