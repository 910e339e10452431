package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary histories: often sensible ones, so that much happens in them. */
final class Histories {

    private static final Arbitrary<Integer> PAYERS = Arbitraries.of(Command.BILLING_CENTER, 0, 0, 1);

    private Histories() {}

    static Arbitrary<List<Command>> any() {
        Arbitrary<List<Command>> rest = Arbitraries.frequencyOf(
                        Tuple.of(1, registers()),
                        Tuple.of(12, settles()),
                        Tuple.of(1, locks()),
                        Tuple.of(1, claims()),
                        Tuple.of(5, signs()),
                        Tuple.of(3, waits()))
                .list()
                .ofMinSize(30)
                .ofMaxSize(60);
        return Combinators.combine(beginnings(), rest)
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }

    /** How it is after a while, but for one thing. */
    private static Arbitrary<List<Command>> beginnings() {
        List<Command> all = List.of(
                new Command.Claim(0, 0),
                new Command.Claim(1, 0),
                new Command.Hear(0, Kind.ACTIVATED, Duration.ZERO),
                new Command.Hear(1, Kind.ACTIVATED, Duration.ZERO),
                new Command.Register(0, 0),
                new Command.Register(1, 1),
                new Command.Register(2, Command.BILLING_CENTER),
                new Command.Register(3, Command.BILLING_CENTER));
        return Arbitraries.of(all)
                .map(missing ->
                        all.stream().filter(command -> !command.equals(missing)).toList());
    }

    private static Arbitrary<Integer> workspaces() {
        return Arbitraries.integers().between(0, Town.SITES.size() - 1);
    }

    private static Arbitrary<Integer> accounts() {
        return Arbitraries.of(0, 0, 1);
    }

    private static Arbitrary<Command> registers() {
        return Combinators.combine(workspaces(), PAYERS).as(Command.Register::new);
    }

    private static Arbitrary<Command> settles() {
        Arbitrary<Actor> actors = Arbitraries.frequency(
                Tuple.of(8, new Actor.Owner(World.OWNER)),
                Tuple.of(4, new Actor.Holder(World.HOLDER.id())),
                Tuple.of(1, new Actor.Holder(World.OTHER_HOLDER.id())),
                Tuple.of(1, new Actor.Administrator(World.OWNER)));
        return Combinators.combine(workspaces(), PAYERS, actors).as(Command.Settle::new);
    }

    private static Arbitrary<Command> locks() {
        return Combinators.combine(
                        workspaces(),
                        Arbitraries.<LockCause>of(
                                new LockCause.Arrears(), new LockCause.Administrative("why", new UserId("staff"))))
                .as(Command.Lock::new);
    }

    private static Arbitrary<Command> claims() {
        return Combinators.combine(accounts(), Arbitraries.of(0, 0, 0, 1)).as(Command.Claim::new);
    }

    private static Arbitrary<Command> signs() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.ACTIVATED),
                Tuple.of(3, Kind.ENDING),
                Tuple.of(1, Kind.ENDED),
                Tuple.of(1, Kind.NOT_ACTIVATED));
        Arbitrary<Duration> late = Arbitraries.of(
                Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(30), Duration.ofMinutes(-1));
        return Combinators.combine(accounts(), kinds, late).as(Command.Hear::new);
    }

    private static Arbitrary<Command> waits() {
        return Arbitraries.frequency(
                        Tuple.of(4, Duration.ofNanos(1)),
                        Tuple.of(4, Duration.ofMinutes(1)),
                        Tuple.of(4, Duration.ofHours(20)),
                        Tuple.of(2, World.COUNTDOWN.minusNanos(1)),
                        Tuple.of(2, World.COUNTDOWN))
                .map(Command.Wait::new);
    }
}
