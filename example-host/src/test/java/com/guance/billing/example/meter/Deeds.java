package com.guance.billing.example.meter;

import com.guance.billing.example.meter.Deed.Treatment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary histories: often sensible ones, so that much happens in them. */
final class Deeds {

    private Deeds() {}

    static Arbitrary<List<Deed>> histories() {
        Arbitrary<List<Deed>> rest = Arbitraries.frequencyOf(
                        Tuple.of(40, one().map(List::of)),
                        Tuple.of(12, anHourIsMetered()),
                        Tuple.of(6, crashes()),
                        Tuple.of(4, doubt()),
                        Tuple.of(3, rejection()),
                        Tuple.of(3, refusal()),
                        Tuple.of(3, suspicion()),
                        Tuple.of(2, deniedRenewal()),
                        Tuple.of(3, ends()))
                .list()
                .ofMinSize(15)
                .ofMaxSize(45)
                .map(parts -> parts.stream().flatMap(List::stream).toList());
        return Combinators.combine(beginnings(), rest)
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }

    /** How it is after a while, but for one thing. */
    private static Arbitrary<List<Deed>> beginnings() {
        List<Deed> all = List.of(
                new Deed.Subscribe(0),
                new Deed.Agree(false),
                new Deed.Subscribe(1),
                new Deed.Subscribe(2),
                new Deed.Hear(0, false),
                new Deed.Join(0, 0, -1),
                new Deed.Join(1, 0, -1),
                new Deed.Join(1, 0, 0),
                new Deed.Join(2, 1, -1),
                new Deed.Join(4, 2, -1));
        return Arbitraries.of(all)
                .map(missing ->
                        all.stream().filter(deed -> !deed.equals(missing)).toList());
    }

    private static Arbitrary<Deed> one() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, charges()),
                Tuple.of(4, again()),
                Tuple.of(12, Arbitraries.create(Deed.Run::new)),
                Tuple.of(10, waits()),
                Tuple.of(6, misbehaves()),
                Tuple.of(6, hears()),
                Tuple.of(7, joins()),
                Tuple.of(3, leaves()),
                Tuple.of(8, subscriptions()),
                Tuple.of(3, suspends()),
                Tuple.of(2, refuses()),
                Tuple.of(2, Arbitraries.create(Deed.Rated::new)),
                Tuple.of(3, Arbitraries.create(Deed.Release::new)),
                Tuple.of(3, Arbitraries.create(Deed.Decide::new)));
    }

    /** Usage, and its hour is over. */
    private static Arbitrary<List<Deed>> anHourIsMetered() {
        return charges().map(charge -> List.of(charge, new Deed.Wait(Duration.ofMinutes(70)), new Deed.Run()));
    }

    private static Arbitrary<List<Deed>> crashes() {
        Arbitrary<Deed> during = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.create(Deed.Run::new)),
                Tuple.of(2, charges()),
                Tuple.of(2, hears()),
                Tuple.of(1, Arbitraries.create(Deed.Release::new)),
                Tuple.of(1, Arbitraries.create(Deed.Decide::new)));
        Arbitrary<Deed> crash = Combinators.combine(Arbitraries.integers().between(0, 24), Arbitraries.of(true, false))
                .as(Deed.Crash::new);
        return Combinators.combine(charges(), crash, during)
                .as((charge, breaks, deed) -> List.of(charge, new Deed.Wait(Duration.ofMinutes(70)), breaks, deed));
    }

    /** Answers are lost, and then the customer is not subscribed, or too much time passes. */
    private static Arbitrary<List<Deed>> doubt() {
        Arbitrary<Treatment> lost =
                Arbitraries.of(Treatment.ACCEPT_THEN_DROP, Treatment.DROP, Treatment.DROP_THEN_ACCEPT);
        return Combinators.combine(
                        charges(),
                        Arbitraries.integers().between(0, 2),
                        lost,
                        Arbitraries.integers().between(0, 3))
                .as((charge, account, treatment, how) -> List.of(
                        charge,
                        new Deed.Wait(Duration.ofMinutes(70)),
                        new Deed.Misbehave(0, treatment),
                        new Deed.Misbehave(1, treatment),
                        new Deed.Run(),
                        how == 0 ? new Deed.Suspend(account, true) : new Deed.Wait(Duration.ofSeconds(20)),
                        how == 1 ? new Deed.Wait(Duration.ofHours(24)) : new Deed.Wait(Duration.ofSeconds(20)),
                        new Deed.Run(),
                        new Deed.Suspend(account, false)));
    }

    /** What is rejected alone is held, and released when its cause is corrected. */
    private static Arbitrary<List<Deed>> rejection() {
        return Combinators.combine(usages(), Arbitraries.integers().between(0, 2))
                .as((usage, market) -> List.of(
                        new Deed.Run(),
                        new Deed.Charge(List.of(usage)),
                        new Deed.Wait(Duration.ofMinutes(70)),
                        new Deed.Misbehave(market, Treatment.REJECTED),
                        new Deed.Run(),
                        new Deed.Release()));
    }

    /** Something is refused for some hours, and then no longer. */
    private static Arbitrary<List<Deed>> refusal() {
        return Combinators.combine(refuses(), charges(), charges(), Arbitraries.of(70, 190, 1500))
                .as((refuse, first, second, minutes) -> List.of(
                        first,
                        refuse,
                        new Deed.Wait(Duration.ofMinutes(70)),
                        new Deed.Run(),
                        second,
                        new Deed.Wait(Duration.ofMinutes(minutes)),
                        new Deed.Run(),
                        new Deed.Refuse(0, "units", Deed.Refused.CUSTOMER, false),
                        new Deed.Wait(Duration.ofMinutes(70)),
                        new Deed.Run()));
    }

    /** A customer is denied for some hours, and uses something or nothing meanwhile. */
    private static Arbitrary<List<Deed>> suspicion() {
        return Combinators.combine(
                        accounts(),
                        charges(),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((account, charge, hours, uses, ends) -> {
                    List<Deed> deeds = new ArrayList<>(List.of(
                            charge,
                            new Deed.Wait(Duration.ofMinutes(70)),
                            new Deed.Run(),
                            new Deed.Suspend(account, true),
                            charge));
                    for (int hour = 0; hour < hours; hour++) {
                        deeds.add(new Deed.Wait(Duration.ofMinutes(61)));
                        deeds.add(new Deed.Run());
                        if (uses) {
                            deeds.add(charge);
                        }
                    }
                    if (!ends) {
                        deeds.add(new Deed.Suspend(account, false));
                        deeds.add(new Deed.Wait(Duration.ofMinutes(61)));
                        deeds.add(new Deed.Run());
                    }
                    return deeds;
                });
    }

    /** A license is superseded; its last record is made, not sent in time, and denied; its successor comes earlier, later or never. */
    private static Arbitrary<List<Deed>> deniedRenewal() {
        return Combinators.combine(charges(), Arbitraries.integers().between(0, 2), Arbitraries.of(0, 1, 2))
                .as((charge, license, when) -> {
                    List<Deed> deeds = new ArrayList<>(List.of(
                            new Deed.Agree(false),
                            new Deed.Hear(0, false),
                            new Deed.Join(1, 0, license),
                            charge,
                            new Deed.EndAgreement(license, true),
                            new Deed.Hear(0, false)));
                    if (when == 0) {
                        deeds.addAll(List.of(new Deed.Agree(true), new Deed.Hear(0, false)));
                    }
                    deeds.addAll(List.of(
                            new Deed.Misbehave(Places.BY_LICENSE, Treatment.THROTTLE),
                            new Deed.Run(),
                            new Deed.Wait(Duration.ofMinutes(62)),
                            new Deed.Run()));
                    if (when == 1) {
                        deeds.addAll(List.of(new Deed.Agree(true), new Deed.Hear(0, false)));
                    }
                    deeds.addAll(List.of(new Deed.Wait(Duration.ofMinutes(70)), new Deed.Run()));
                    return deeds;
                });
    }

    /** The host is asked for the usage of the final hour, and hands it in, late or in time. */
    private static Arbitrary<List<Deed>> ends() {
        return Combinators.combine(accounts(), charges(), Arbitraries.integers().between(0, 40), charges())
                .as((account, before, minutes, after) -> List.of(
                        before,
                        new Deed.Cancel(account),
                        new Deed.Hear(0, false),
                        new Deed.Run(),
                        new Deed.Wait(Duration.ofMinutes(minutes)),
                        after,
                        new Deed.Rated(),
                        new Deed.Run()));
    }

    private static Arbitrary<Deed> charges() {
        return usages().list().ofMinSize(1).ofMaxSize(5).map(Deed.Charge::new);
    }

    private static Arbitrary<Deed.Usage> usages() {
        Arbitrary<String> dimensions =
                Arbitraries.frequency(Tuple.of(24, "units"), Tuple.of(12, "hosts"), Tuple.of(1, Places.UNLISTED));
        return Combinators.combine(workspaces(), dimensions, quantities(), ages())
                .as(Deed.Usage::new);
    }

    private static Arbitrary<String> quantities() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 20).map(String::valueOf)),
                Tuple.of(
                        8,
                        Arbitraries.integers()
                                .between(1, 5_000)
                                .map(milli -> milli / 1_000 + "." + (1_000 + milli % 1_000) % 1_000)),
                Tuple.of(1, Arbitraries.of("0", "0.000000000001", "0.999999999999", "1000000000")));
    }

    private static Arbitrary<Duration> ages() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(0, 40).map(Duration::ofMinutes)),
                Tuple.of(5, Arbitraries.integers().between(40, 300).map(Duration::ofMinutes)),
                Tuple.of(2, Arbitraries.integers().between(5, 40).map(Duration::ofHours)),
                Tuple.of(1, Arbitraries.integers().between(2, 100).map(Duration::ofDays)),
                Tuple.of(1, Arbitraries.integers().between(-10, 0).map(Duration::ofMinutes)));
    }

    private static Arbitrary<Deed> again() {
        return Combinators.combine(Arbitraries.integers().between(0, 200), Arbitraries.of(false, false, true))
                .as(Deed.Again::new);
    }

    private static Arbitrary<Deed> waits() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(1, 120).map(Duration::ofSeconds)),
                        Tuple.of(6, Arbitraries.integers().between(1, 70).map(Duration::ofMinutes)),
                        Tuple.of(4, Arbitraries.integers().between(1, 7).map(Duration::ofHours)),
                        Tuple.of(1, Arbitraries.integers().between(8, 30).map(Duration::ofHours)),
                        Tuple.of(1, Arbitraries.integers().between(2, 20).map(Duration::ofDays)))
                .map(Deed.Wait::new);
    }

    private static Arbitrary<Deed> misbehaves() {
        return Combinators.combine(Arbitraries.of(0, 0, 1, 2), Arbitraries.of(Treatment.class))
                .as(Deed.Misbehave::new);
    }

    private static Arbitrary<Deed> hears() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.of(true, false))
                .as(Deed.Hear::new);
    }

    private static Arbitrary<Integer> workspaces() {
        return Arbitraries.frequency(
                Tuple.of(5, 0), Tuple.of(4, 1), Tuple.of(3, 2), Tuple.of(1, 3), Tuple.of(2, 4), Tuple.of(1, 5));
    }

    private static Arbitrary<Integer> accounts() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(2, 2));
    }

    private static Arbitrary<Integer> licenses() {
        return Arbitraries.frequency(Tuple.of(4, -1), Tuple.of(3, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    }

    private static Arbitrary<Deed> joins() {
        return Combinators.combine(workspaces(), accounts(), licenses()).as(Deed.Join::new);
    }

    private static Arbitrary<Deed> leaves() {
        return Combinators.combine(workspaces(), Arbitraries.of(false, false, true))
                .as(Deed.Leave::new);
    }

    private static Arbitrary<Deed> subscriptions() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, accounts().map(Deed.Subscribe::new)),
                Tuple.of(3, accounts().map(Deed.Cancel::new)),
                Tuple.of(2, Arbitraries.of(true, false).map(Deed.Agree::new)),
                Tuple.of(
                        2,
                        Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.of(true, false))
                                .as(Deed.EndAgreement::new)));
    }

    private static Arbitrary<Deed> refuses() {
        return Combinators.combine(
                        accounts(),
                        Arbitraries.of("units", "hosts"),
                        Arbitraries.of(Deed.Refused.class),
                        Arbitraries.frequency(Tuple.of(2, true), Tuple.of(1, false)))
                .as(Deed.Refuse::new);
    }

    private static Arbitrary<Deed> suspends() {
        return Combinators.combine(accounts(), Arbitraries.of(true, false)).as(Deed.Suspend::new);
    }
}
