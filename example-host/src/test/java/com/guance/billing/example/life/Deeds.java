package com.guance.billing.example.life;

import com.guance.billing.example.life.Deed.Birth;
import com.guance.billing.example.life.Deed.Who;
import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary histories: often sensible ones, so that much happens in them. */
final class Deeds {

    private static final Arbitrary<Integer> PAYERS = Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(Deed.BILLING_CENTER)),
            Tuple.of(6, Arbitraries.integers().between(0, Places.ACCOUNTS.size() - 1)));

    private Deeds() {}

    static Arbitrary<List<Deed>> histories() {
        return histories(1, Scenes.seldom());
    }

    /** With more scenes, where endings are slow and full locks can be left. */
    static Arbitrary<List<Deed>> historiesElsewhere() {
        return histories(
                6,
                Arbitraries.oneOf(
                        Scenes.seldom(),
                        Scenes.toTheFinalSign(one()),
                        Scenes.neverBegan(),
                        Scenes.afterTheCountdown()));
    }

    private static Arbitrary<List<Deed>> histories(int often, Arbitrary<List<Deed>> scenes) {
        Arbitrary<List<Deed>> rest = Arbitraries.frequencyOf(Tuple.of(60, one().map(List::of)), Tuple.of(often, scenes))
                .list()
                .ofMinSize(20)
                .ofMaxSize(70)
                .map(parts -> parts.stream().flatMap(List::stream).toList());
        return Combinators.combine(beginnings(), rest)
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }

    private static Arbitrary<Deed> one() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, registers()),
                Tuple.of(16, settles()),
                Tuple.of(11, lives()),
                Tuple.of(3, arrears()),
                Tuple.of(4, claims()),
                Tuple.of(10, legacy()),
                Tuple.of(8, licenses()),
                Tuple.of(5, agreements()),
                Tuple.of(7, waits()),
                Tuple.of(3, Arbitraries.create(Deed.Run::new)));
    }

    /** How it is after a while, but for one thing. */
    private static Arbitrary<List<Deed>> beginnings() {
        List<Deed> all = List.of(
                new Deed.Hear(0, Kind.ACTIVATED, Duration.ofMinutes(5)),
                new Deed.Claim(0, 0),
                new Deed.Claim(3, 2),
                new Deed.Hear(3, Kind.ACTIVATED, Duration.ofMinutes(4)),
                new Deed.Claim(4, 2),
                new Deed.Hear(4, Kind.ACTIVATED, Duration.ofMinutes(3)),
                new Deed.License(0, Kind.ACTIVATED, Duration.ofMinutes(2)),
                new Deed.Register(0, Birth.PAID, 0, Who.OWNER),
                new Deed.Register(1, Birth.AWAITING, 0, Who.OWNER),
                new Deed.Claim(1, 0),
                new Deed.Settle(1, 1, -1, Who.OWNER),
                new Deed.Register(4, Birth.PAID, Deed.BILLING_CENTER, Who.HOLDER),
                new Deed.Settle(4, 3, -1, Who.OWNER),
                new Deed.Hear(3, Kind.ENDED, Duration.ZERO),
                new Deed.Hear(3, Kind.ACTIVATED, Duration.ZERO),
                new Deed.Register(5, Birth.PAID, 4, Who.OWNER),
                new Deed.Register(6, Birth.PAID, Deed.BILLING_CENTER, Who.OWNER));
        return Arbitraries.of(all)
                .map(missing ->
                        all.stream().filter(deed -> !deed.equals(missing)).toList());
    }

    private static Arbitrary<Integer> workspaces() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.integers().between(0, Places.WORKSPACES - 1)),
                Tuple.of(1, Arbitraries.just(Places.NO_WORKSPACE)));
    }

    private static Arbitrary<Who> people() {
        return Arbitraries.frequency(
                Tuple.of(12, Who.OWNER),
                Tuple.of(2, Who.NEXT_OWNER),
                Tuple.of(4, Who.HOLDER),
                Tuple.of(1, Who.OTHER_HOLDER),
                Tuple.of(1, Who.ADMINISTRATOR),
                Tuple.of(3, Who.STAFF));
    }

    private static Arbitrary<Deed> registers() {
        return Combinators.combine(workspaces(), Arbitraries.of(Birth.class), PAYERS, people())
                .as(Deed.Register::new);
    }

    private static Arbitrary<Deed> settles() {
        Arbitrary<Integer> agreements = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(-1)),
                Tuple.of(1, Arbitraries.integers().between(0, Places.AGREEMENTS - 1)));
        Arbitrary<Integer> payers =
                Arbitraries.frequencyOf(Tuple.of(60, PAYERS), Tuple.of(1, Arbitraries.just(Places.NO_ACCOUNT)));
        return Combinators.combine(workspaces(), payers, agreements, people()).as(Deed.Settle::new);
    }

    private static Arbitrary<Deed> lives() {
        Arbitrary<Integer> holders = Arbitraries.integers().between(0, Places.HOLDERS.size());
        return Arbitraries.frequencyOf(
                Tuple.of(9, Combinators.combine(workspaces(), people()).as(Deed.Unlock::new)),
                Tuple.of(2, Combinators.combine(workspaces(), people()).as(Deed.Withdraw::new)),
                Tuple.of(2, Combinators.combine(workspaces(), staff()).as(Deed.Lock::new)),
                Tuple.of(2, Combinators.combine(workspaces(), staff()).as(Deed.Release::new)),
                Tuple.of(1, Combinators.combine(workspaces(), people()).as(Deed.Dissolve::new)),
                Tuple.of(4, Combinators.combine(workspaces(), holders, people()).as(Deed.Move::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        workspaces(), Arbitraries.of(Who.OWNER, Who.OWNER, Who.NEXT_OWNER), people())
                                .as(Deed.ChangeOwner::new)),
                Tuple.of(
                        2,
                        Combinators.combine(accounts(), Arbitraries.integers().between(-1, 3))
                                .as(Deed.GiveUp::new)));
    }

    private static Arbitrary<Who> staff() {
        return Arbitraries.frequency(Tuple.of(6, Who.STAFF), Tuple.of(1, Who.OWNER));
    }

    private static Arbitrary<Deed> arrears() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Places.HOLDERS.size() - 1), Arbitraries.of(true, false))
                .as(Deed.Arrears::new);
    }

    private static Arbitrary<Integer> accounts() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(4, Arbitraries.integers().between(0, Places.ACCOUNTS.size() - 1)));
    }

    private static Arbitrary<Deed> claims() {
        return Combinators.combine(accounts(), Arbitraries.integers().between(0, Places.HOLDERS.size() - 1))
                .as(Deed.Claim::new);
    }

    private static Arbitrary<Duration> lateness() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Duration.ZERO)),
                Tuple.of(1, Arbitraries.integers().between(1, 90).map(Duration::ofMinutes)));
    }

    private static Arbitrary<Deed> legacy() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.ACTIVATED),
                Tuple.of(3, Kind.ENDING),
                Tuple.of(2, Kind.ENDED),
                Tuple.of(1, Kind.NOT_ACTIVATED));
        return Combinators.combine(accounts(), kinds, lateness()).as(Deed.Hear::new);
    }

    private static Arbitrary<Integer> agreementNumbers() {
        return Arbitraries.integers().between(0, Places.AGREEMENTS - 1);
    }

    private static Arbitrary<Deed> licenses() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(5, Kind.ACTIVATED), Tuple.of(2, Kind.DEPROVISIONED));
        return Combinators.combine(agreementNumbers(), kinds, lateness()).as(Deed.License::new);
    }

    private static Arbitrary<Deed> agreements() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Combinators.combine(
                                        agreementNumbers(),
                                        Arbitraries.of(Kind.SUPERSEDED, Kind.CANCELLED, Kind.STATUS_UNKNOWN),
                                        lateness())
                                .as(Deed.AgreementEnd::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        agreementNumbers(),
                                        Arbitraries.integers().between(1, Places.AGREEMENTS - 1))
                                .as((made, step) -> new Deed.AgreementMade(made, (made + step) % Places.AGREEMENTS))));
    }

    private static Arbitrary<Deed> waits() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 60).map(Duration::ofMinutes),
                        Arbitraries.integers().between(1, 24).map(Duration::ofHours),
                        Arbitraries.integers().between(1, 20).map(Duration::ofDays))
                .map(Deed.Wait::new);
    }
}
