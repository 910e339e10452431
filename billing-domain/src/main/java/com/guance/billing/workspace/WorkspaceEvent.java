package com.guance.billing.workspace;

import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import java.util.function.Function;

/** What happens to a workspace: to its life, to who pays for it, to its locks. */
public sealed interface WorkspaceEvent extends DomainEvent permits LifeEvent, SettlementEvent, LockEvent {

    /** The workspace it happened to. */
    WorkspaceId workspace();

    @Override
    default String subject() {
        return workspace().value();
    }

    /** The family that this event is of. */
    default <R> R fold(
            Function<LifeEvent, R> life, Function<SettlementEvent, R> settlement, Function<LockEvent, R> lock) {
        if (this instanceof LifeEvent e) {
            return life.apply(e);
        } else if (this instanceof SettlementEvent e) {
            return settlement.apply(e);
        }
        return lock.apply((LockEvent) this);
    }
}
