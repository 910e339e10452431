package com.guance.billing.arrears;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.arrears.ArrearsEvent.ArrearsBegan;
import com.guance.billing.arrears.ArrearsEvent.ArrearsReached;
import com.guance.billing.arrears.ArrearsEvent.ArrearsSettled;
import com.guance.billing.arrears.ArrearsEvent.ArrearsWatched;
import io.vavr.control.Option;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whether a Billing Center account can pay. 欠费
 *
 * <p>The host tells when arrears begin and when they are settled. Every change to settlement by the account asks and touches this
 * aggregate, so that no workspace slips past the beginning of arrears (LOCK-7).
 */
@BillingStyle
@Value.Immutable
public abstract sealed class Arrears permits ImmutableArrears {

    /** The account. */
    public abstract BillingCenterAccountId account();

    /** Who said that it is in arrears, and when; none while it is not. */
    public abstract Option<Request> since();

    /** Whether there may be workspaces that the last change has not reached yet. */
    public abstract boolean cascadeOpen();

    /** How often they began or were settled: a cascade that finds another number starts again. */
    public abstract int changes();

    /** Who told of the last change, and when. */
    public abstract Request told();

    /**
     * Begins to watch an account.
     *
     * @param account which
     * @param by who says so
     * @return the account, not in arrears
     */
    public static Change<Arrears> watched(BillingCenterAccountId account, Request by) {
        ArrearsWatched watched = new ArrearsWatched(account, by);
        return new Change<>(born(watched), List.of(watched));
    }

    /** Whether the account is in arrears now. */
    public boolean stand() {
        return since().isDefined();
    }

    /**
     * The account is in arrears from now on.
     *
     * @param by who says so
     * @return the change; none if it was
     */
    public Change<Arrears> begin(Request by) {
        return stand() ? Change.none(this) : becomes(new ArrearsBegan(account(), by));
    }

    /**
     * The account has paid.
     *
     * @param by who says so
     * @return the change; none if it was not in arrears
     */
    public Change<Arrears> settled(Request by) {
        return stand() ? becomes(new ArrearsSettled(account(), by)) : Change.none(this);
    }

    /**
     * Notes that the last change has reached every workspace.
     *
     * @return the change; none if nothing was open
     */
    public Change<Arrears> cascadeCompleted() {
        return cascadeOpen() ? becomes(new ArrearsReached(account(), told())) : Change.none(this);
    }

    /**
     * The state that a history leads to.
     *
     * @param history all its events in order, the birth first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with a birth
     */
    public static Arrears replay(List<? extends ArrearsEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof ArrearsWatched watched)) {
            throw new IllegalArgumentException("a history of arrears starts with the account's being watched");
        }
        return Change.of(born(watched), Arrears::when, history.subList(1, history.size()))
                .after();
    }

    private Change<Arrears> becomes(ArrearsEvent event) {
        return Change.of(this, Arrears::when, List.of(event));
    }

    private static Arrears born(ArrearsWatched watched) {
        return ImmutableArrears.builder()
                .account(watched.account())
                .since(Option.none())
                .cascadeOpen(false)
                .changes(0)
                .told(watched.request())
                .build();
    }

    private Arrears when(ArrearsEvent event) {
        ImmutableArrears self = (ImmutableArrears) this;
        return event.fold(
                watched -> this,
                began -> self.withSince(Option.some(began.request()))
                        .withTold(began.request())
                        .withChanges(changes() + 1)
                        .withCascadeOpen(true),
                settled -> self.withSince(Option.none())
                        .withTold(settled.request())
                        .withChanges(changes() + 1)
                        .withCascadeOpen(true),
                reached -> self.withCascadeOpen(false));
    }
}
