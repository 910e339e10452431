package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Arbitrary histories: often sensible ones, so that much happens in them. */
final class Histories {

    private static final List<Actor> PEOPLE = List.of(
            Answers.OWNER,
            Answers.NEXT_OWNER,
            new Actor.Holder(World.HOLDER.id()),
            new Actor.Holder(World.OTHER_HOLDER.id()),
            new Actor.Administrator(World.OWNER),
            Town.STAFF);

    private Histories() {}

    static Arbitrary<List<Command>> any() {
        Arbitrary<List<Command>> rest = Arbitraries.frequencyOf(
                        Tuple.of(16, one(settles())),
                        Tuple.of(12, one(signs())),
                        Tuple.of(8, one(waits())),
                        Tuple.of(8, one(ofWorkspaces())),
                        Tuple.of(4, one(ofAccounts())),
                        Tuple.of(2, one(registers())),
                        Tuple.of(5, Stories.any(small())))
                .list()
                .ofMinSize(30)
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Histories::flat);
        return Combinators.combine(beginnings(), rest).as((first, then) -> flat(List.of(first, then)));
    }

    /** Every change of a workspace that can be asked for. */
    static List<Command.Settle> choices(int workspace) {
        Stream<Command.Settle> whichever = IntStream.range(Command.BILLING_CENTER, Market.CLOUDS.size())
                .mapToObj(payer -> new Command.Settle(workspace, payer, Command.WHICHEVER, Answers.OWNER));
        Stream<Command.Settle> named = IntStream.range(0, Market.ACCOUNTS.size())
                .mapToObj(i -> new Command.Settle(workspace, Market.ACCOUNTS.get(i), i, Answers.OWNER));
        Command.Settle byOther =
                new Command.Settle(workspace, 0, Command.WHICHEVER, new Actor.Holder(World.OTHER_HOLDER.id()));
        return Stream.concat(Stream.concat(whichever, named), Stream.of(byOther))
                .toList();
    }

    static Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Some.durations(Duration.ofDays(30)),
                Arbitraries.of(Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7), World.COUNTDOWN));
    }

    /** How it is after a while, but for a few things. */
    private static Arbitrary<List<Command>> beginnings() {
        List<Command> all = List.of(
                new Command.Claim(0, 0),
                new Command.Claim(1, 0),
                new Command.Claim(2, 0),
                new Command.Hear(0, Kind.ACTIVATED, Duration.ZERO),
                new Command.Hear(2, Kind.ACTIVATED, Duration.ZERO),
                new Command.Hear(3, Kind.ACTIVATED, Duration.ZERO),
                new Command.Register(0, 0),
                new Command.Register(1, 1),
                new Command.Register(2, 2),
                new Command.Register(3, Command.BILLING_CENTER),
                new Command.RegisterAwaiting(4, 0),
                new Command.Register(5, Command.BILLING_CENTER));
        return Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                .set()
                .ofMaxSize(3)
                .map(missing -> IntStream.range(0, all.size())
                        .filter(i -> !missing.contains(i))
                        .mapToObj(all::get)
                        .toList());
    }

    private static Arbitrary<List<Command>> one(Arbitrary<Command> commands) {
        return commands.map(List::of);
    }

    private static List<Command> flat(List<List<Command>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static Arbitrary<Command> small() {
        return Arbitraries.oneOf(waits(), settles(), signs());
    }

    static Arbitrary<Integer> workspaces() {
        return Arbitraries.integers().between(0, Town.SITES.size() - 1);
    }

    private static Arbitrary<Integer> accounts() {
        return Arbitraries.of(0, 0, 1, 2);
    }

    static Arbitrary<Integer> holders() {
        return Arbitraries.of(0, 0, 0, 1);
    }

    /** Mostly who is allowed to. */
    private static Arbitrary<Actor> mostly(Actor usual) {
        return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.just(usual)), Tuple.of(3, Arbitraries.of(PEOPLE)));
    }

    private static Arbitrary<Command> registers() {
        return Arbitraries.oneOf(
                Combinators.combine(workspaces(), payers()).as(Command.Register::new),
                Combinators.combine(workspaces(), accounts()).as(Command.RegisterAwaiting::new),
                workspaces().map(Command.RegisterExperience::new));
    }

    private static Arbitrary<Integer> payers() {
        return Arbitraries.of(Command.BILLING_CENTER, 0, 0, 1, 2);
    }

    private static Arbitrary<Command> settles() {
        Arbitrary<Boolean> usual = Arbitraries.of(true, true, false);
        Arbitrary<Integer> subscriptions = Arbitraries.of(Command.WHICHEVER, Command.WHICHEVER, 0, 1, 2);
        return Combinators.combine(workspaces(), usual, payers(), subscriptions, mostly(Answers.OWNER))
                .as((workspace, sensible, payer, subscription, actor) -> new Command.Settle(
                        workspace,
                        sensible && payer != Command.BILLING_CENTER ? Stories.usualPayer(workspace) : payer,
                        sensible && subscription != 1 ? Command.WHICHEVER : subscription,
                        actor));
    }

    private static Arbitrary<Command> ofWorkspaces() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        Combinators.combine(workspaces(), mostly(Answers.OWNER)).as(Command.Withdraw::new)),
                Tuple.of(
                        2, Combinators.combine(workspaces(), mostly(Town.STAFF)).as(Command.StaffLock::new)),
                Tuple.of(
                        3, Combinators.combine(workspaces(), mostly(Town.STAFF)).as(Command.StaffRelease::new)),
                Tuple.of(
                        4,
                        Combinators.combine(workspaces(), mostly(Answers.OWNER)).as(Command.Unlock::new)),
                Tuple.of(4, moves()),
                Tuple.of(2, handOvers()),
                Tuple.of(
                        1, Combinators.combine(workspaces(), mostly(Town.STAFF)).as(Command.Dissolve::new)));
    }

    private static Arbitrary<Command> moves() {
        return Combinators.combine(
                        workspaces(), Arbitraries.of(0, 1), Arbitraries.of(true, true, false), mostly(Answers.OWNER))
                .as(Command.Move::new);
    }

    /** Often back to the first Owner, who asks for most. */
    private static Arbitrary<Command> handOvers() {
        return Combinators.combine(
                        workspaces(),
                        Arbitraries.of(Answers.NEXT, World.OWNER, World.OWNER),
                        Arbitraries.of(Answers.OWNER, Answers.NEXT_OWNER, Town.STAFF, PEOPLE.get(2)))
                .as(Command.ChangeOwner::new);
    }

    private static Arbitrary<Command> ofAccounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Combinators.combine(holders(), Arbitraries.of(true, false))
                                .as(Command.Owe::new)),
                Tuple.of(2, Combinators.combine(accounts(), holders()).as(Command.Claim::new)),
                Tuple.of(1, Combinators.combine(accounts(), mostly(Town.STAFF)).as(Command.Release::new)),
                Tuple.of(1, Arbitraries.of(1, 4).map(Command.NameSuccessor::new)));
    }

    private static Arbitrary<Command> signs() {
        return Arbitraries.of(0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5)
                .flatMap(subscription -> Combinators.combine(kinds(subscription), late())
                        .as((kind, late) -> new Command.Hear(subscription, kind, late)));
    }

    private static Arbitrary<Kind> kinds(int subscription) {
        return Market.isLicensed(subscription)
                ? Arbitraries.frequency(
                        Tuple.of(6, Kind.ACTIVATED),
                        Tuple.of(4, Kind.DEPROVISIONED),
                        Tuple.of(1, Kind.SUPERSEDED),
                        Tuple.of(1, Kind.CANCELLED),
                        Tuple.of(1, Kind.STATUS_UNKNOWN))
                : Arbitraries.frequency(
                        Tuple.of(5, Kind.ACTIVATED),
                        Tuple.of(3, Kind.ENDING),
                        Tuple.of(1, Kind.ENDED),
                        Tuple.of(1, Kind.NOT_ACTIVATED));
    }

    static Arbitrary<Duration> late() {
        return Arbitraries.of(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Duration.ofHours(30),
                Duration.ofMinutes(-1));
    }

    private static Arbitrary<Command> waits() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.of(Duration.ofNanos(1), Duration.ofMinutes(1), Duration.ofMinutes(30))),
                        Tuple.of(6, Arbitraries.of(Duration.ofHours(20), Duration.ofHours(24), Duration.ofDays(4))),
                        Tuple.of(1, Arbitraries.of(World.COUNTDOWN.minusNanos(1), World.COUNTDOWN)))
                .map(Command.Wait::new);
    }
}
