package com.guance.billing.history;

import com.guance.billing.history.Command.Claim;
import com.guance.billing.history.Command.Dissolve;
import com.guance.billing.history.Command.Hear;
import com.guance.billing.history.Command.Move;
import com.guance.billing.history.Command.Owe;
import com.guance.billing.history.Command.RegisterAwaiting;
import com.guance.billing.history.Command.Release;
import com.guance.billing.history.Command.Settle;
import com.guance.billing.history.Command.StaffLock;
import com.guance.billing.history.Command.StaffRelease;
import com.guance.billing.history.Command.Unlock;
import com.guance.billing.history.Command.Wait;
import com.guance.billing.history.Command.Withdraw;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What seldom happens by chance: a beginning and its end, with something small between. */
final class Stories {

    /** The subscription that seldom becomes active. */
    private static final int FAILING = 5;

    private static final Wait SOON = new Wait(Duration.ofNanos(1));

    private Stories() {}

    static Arbitrary<List<Command>> any(Arbitrary<Command> small) {
        return Arbitraries.oneOf(
                ofStaff(small),
                ofEnds(small),
                ofEnds(small),
                ofSuccessors(small),
                ofMonths(),
                ofWaiting(small),
                ofWaiting(small));
    }

    private static Arbitrary<List<Command>> ofStaff(Arbitrary<Command> small) {
        Arbitrary<List<Command>> locks = Combinators.combine(Histories.workspaces(), small, waits())
                .as((w, then, wait) ->
                        List.of(new StaffLock(w, Town.STAFF), then, wait, new StaffRelease(w, Town.STAFF)));
        Arbitrary<List<Command>> arrears = Combinators.combine(Histories.holders(), small)
                .as((holder, then) -> List.of(new Owe(holder, true), then, new Owe(holder, false)));
        Arbitrary<List<Command>> dissolving = Combinators.combine(Histories.workspaces(), small)
                .as((w, then) -> List.of(
                        new Dissolve(w, Answers.OWNER),
                        then,
                        new Move(w, 1, true, Answers.OWNER),
                        new Dissolve(w, Answers.OWNER)));
        return Arbitraries.oneOf(locks, locks, locks, arrears, arrears, arrears, dissolving);
    }

    /** A subscription ends, and comes back or is done without. */
    private static Arbitrary<List<Command>> ofEnds(Arbitrary<Command> small) {
        return Combinators.combine(Arbitraries.of(0, 1, 1, 2), Arbitraries.of(true, false), small, waits())
                .as((w, back, then, wait) -> List.of(
                        SOON,
                        hear(legacyOf(w), Kind.ENDING),
                        then,
                        wait,
                        back ? hear(legacyOf(w), Kind.ACTIVATED) : new Unlock(w, Answers.OWNER)));
    }

    /** The one subscription of an account that pays is superseded. */
    private static Arbitrary<List<Command>> ofSuccessors(Arbitrary<Command> small) {
        return Combinators.combine(Arbitraries.of(0, 2), small, waits(), Histories.late())
                .as((w, then, wait, late) -> List.of(
                        SOON,
                        hear(legacyOf(w), Kind.ENDING),
                        hear(legacyOf(w) + 1, Kind.ACTIVATED),
                        usual(w, Command.WHICHEVER),
                        then,
                        new Hear(legacyOf(w) + 1, Kind.SUPERSEDED, late),
                        then,
                        wait,
                        hear(legacyOf(w), Kind.ACTIVATED)));
    }

    private static Arbitrary<List<Command>> ofMonths() {
        return Histories.workspaces()
                .map(w -> List.of(
                        usual(w, Command.WHICHEVER),
                        SOON,
                        hear(legacyOf(w), Kind.ENDING),
                        center(w),
                        SOON,
                        hear(legacyOf(w), Kind.ACTIVATED),
                        usual(w, Command.WHICHEVER)));
    }

    /** A change waits for the pending subscription of an account that has two. */
    private static Arbitrary<List<Command>> ofWaiting(Arbitrary<Command> small) {
        Arbitrary<List<Command>> begins = Combinators.combine(
                        Arbitraries.of(0, 2, 4, 4, 4), Arbitraries.of(0, 1, 2), small)
                .as((w, how, then) ->
                        List.of(usual(w, legacyOf(w) + 1), then, endOfWaiting(w).get(how)));
        Arbitrary<List<Command>> fails = small.map(then -> List.of(
                new RegisterAwaiting(4, 0),
                usual(4, FAILING),
                then,
                new Settle(4, 0, FAILING, Answers.OWNER),
                hear(FAILING, Kind.NOT_ACTIVATED)));
        Arbitrary<List<Command>> refused = Combinators.combine(Arbitraries.of(0, 2, 4), small)
                .as((w, then) -> List.of(
                        SOON,
                        hear(legacyOf(w), Kind.ENDING),
                        new Wait(Duration.ofDays(1)),
                        usual(w, legacyOf(w) + 1),
                        then,
                        new Wait(Duration.ofDays(13)),
                        hear(legacyOf(w) + 1, Kind.ACTIVATED)));
        Arbitrary<List<Command>> released = Combinators.combine(Arbitraries.of(0, 2, 4), small)
                .as((w, then) -> List.of(
                        SOON,
                        hear(legacyOf(w), Kind.ENDING),
                        usual(w, legacyOf(w) + 1),
                        new Release(usualPayer(w), Town.STAFF),
                        then,
                        new Claim(usualPayer(w), 1),
                        hear(legacyOf(w) + 1, Kind.ACTIVATED)));
        return Arbitraries.oneOf(begins, begins, begins, fails, refused, released);
    }

    private static List<Command> endOfWaiting(int workspace) {
        return List.of(
                new Withdraw(workspace, Answers.OWNER),
                new Move(workspace, 1, true, Answers.OWNER),
                new Dissolve(workspace, Answers.OWNER));
    }

    /** The account of the cloud that operates the workspace's site. */
    static int usualPayer(int workspace) {
        return Math.max(0, Market.CLOUDS.indexOf(Town.SITES.get(workspace).operator()));
    }

    private static int legacyOf(int workspace) {
        return Market.ACCOUNTS.indexOf(usualPayer(workspace));
    }

    private static Hear hear(int subscription, Kind kind) {
        return new Hear(subscription, kind, Duration.ZERO);
    }

    private static Settle usual(int workspace, int subscription) {
        return new Settle(workspace, usualPayer(workspace), subscription, Answers.OWNER);
    }

    private static Settle center(int workspace) {
        return new Settle(workspace, Command.BILLING_CENTER, Command.WHICHEVER, Answers.OWNER);
    }

    private static Arbitrary<Wait> waits() {
        return Arbitraries.of(Duration.ofNanos(1), Duration.ofNanos(1), Duration.ofHours(24), World.COUNTDOWN)
                .map(Wait::new);
    }
}
