package com.guance.billing.example.life;

import com.guance.billing.example.life.Deed.Birth;
import com.guance.billing.example.life.Deed.Who;
import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What seldom comes by chance. */
final class Scenes {

    /** A workspace that an account may pay for, and who holds both. */
    private record Home(int workspace, int account, int holder) {}

    private static final Arbitrary<Home> HOMES = Arbitraries.of(
            new Home(0, 0, 0), new Home(1, 1, 0), new Home(3, 2, 2), new Home(4, 3, 2), new Home(5, 4, 2));

    private Scenes() {}

    static Arbitrary<List<Deed>> seldom() {
        return Arbitraries.of(
                undecided(),
                moving(),
                locked(),
                released(),
                deadSuccessor(),
                landing(Kind.ENDED),
                landing(Kind.ACTIVATED),
                landing(Kind.NOT_ACTIVATED));
    }

    /** The first sign of an end, whatever happens then, and the last sign, or none for it returns. */
    static Arbitrary<List<Deed>> toTheFinalSign(Arbitrary<Deed> any) {
        Arbitrary<Kind> last = Arbitraries.frequency(Tuple.of(3, Kind.ENDED), Tuple.of(1, Kind.ACTIVATED));
        return Combinators.combine(HOMES, any.list().ofMaxSize(4), last).as((home, between, then) -> {
            List<Deed> deeds = new ArrayList<>(settled(home));
            deeds.add(new Deed.Hear(home.account(), Kind.ENDING, Duration.ZERO));
            deeds.add(new Deed.Settle(home.workspace(), home.account(), -1, Who.HOLDER));
            deeds.addAll(between);
            deeds.add(new Deed.Hear(home.account(), then, Duration.ZERO));
            return deeds;
        });
    }

    /** A second life that is over before it began, and another holder's claim after the countdown of the first. */
    static Arbitrary<List<Deed>> neverBegan() {
        return HOMES.map(home -> List.of(
                new Deed.Claim(home.account(), home.holder()),
                new Deed.Hear(home.account(), Kind.ACTIVATED, Duration.ZERO),
                new Deed.Hear(home.account(), Kind.ENDED, Duration.ZERO),
                new Deed.Claim(home.account(), home.holder() + 1),
                new Deed.Hear(home.account(), Kind.ENDING, Duration.ZERO),
                new Deed.Wait(Duration.ofDays(14)),
                new Deed.Claim(home.account(), home.holder() + 1)));
    }

    /** What may be tried when nobody paid for two weeks. */
    static Arbitrary<List<Deed>> afterTheCountdown() {
        return HOMES.flatMap(home -> Arbitraries.<Deed>of(
                        new Deed.Settle(home.workspace(), Deed.BILLING_CENTER, -1, Who.OWNER),
                        new Deed.Unlock(home.workspace(), Who.OWNER),
                        new Deed.Release(home.workspace(), Who.STAFF),
                        new Deed.Move(home.workspace(), home.holder() + 1, Who.OWNER),
                        new Deed.Arrears(home.holder(), false),
                        new Deed.Hear(home.account(), Kind.ACTIVATED, Duration.ZERO))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(late -> Stream.of(settled(home), ended(home), late)
                        .flatMap(List::stream)
                        .toList()));
    }

    private static List<Deed> settled(Home home) {
        return List.of(
                new Deed.Claim(home.account(), home.holder()),
                new Deed.Hear(home.account(), Kind.ACTIVATED, Duration.ZERO),
                new Deed.Register(home.workspace(), Birth.PAID, home.account(), Who.OWNER),
                new Deed.Settle(home.workspace(), home.account(), -1, Who.OWNER));
    }

    private static List<Deed> ended(Home home) {
        return List.of(new Deed.Hear(home.account(), Kind.ENDED, Duration.ZERO), new Deed.Wait(Duration.ofDays(14)));
    }

    /** A workspace paid by a license that is gone, and why is not known. */
    private static List<Deed> undecided() {
        return List.of(
                new Deed.Hear(0, Kind.ENDING, Duration.ZERO),
                new Deed.License(0, Kind.ACTIVATED, Duration.ZERO),
                new Deed.Settle(0, 0, 0, Who.OWNER),
                new Deed.License(0, Kind.DEPROVISIONED, Duration.ZERO),
                new Deed.License(1, Kind.DEPROVISIONED, Duration.ZERO),
                new Deed.License(2, Kind.DEPROVISIONED, Duration.ZERO),
                new Deed.GiveUp(0, -1));
    }

    /** A workspace paid by a license whose agreement is renewed, and the one that follows ends before it has begun. */
    private static List<Deed> deadSuccessor() {
        return List.of(
                new Deed.Hear(0, Kind.ENDING, Duration.ZERO),
                new Deed.License(0, Kind.ACTIVATED, Duration.ZERO),
                new Deed.Settle(0, 0, 0, Who.OWNER),
                new Deed.License(1, Kind.DEPROVISIONED, Duration.ZERO),
                new Deed.License(2, Kind.DEPROVISIONED, Duration.ZERO),
                new Deed.AgreementMade(1, 0),
                new Deed.AgreementEnd(0, Kind.SUPERSEDED, Duration.ZERO),
                new Deed.AgreementEnd(1, Kind.CANCELLED, Duration.ZERO));
    }

    /** A workspace that moves while a change waits. */
    private static List<Deed> moving() {
        return List.of(
                new Deed.Register(1, Birth.AWAITING, 0, Who.OWNER),
                new Deed.Claim(1, 0),
                new Deed.Settle(1, 1, -1, Who.OWNER),
                new Deed.Move(1, 1, Who.OWNER));
    }

    /** A workspace with more than one reason against unlocking it. */
    private static List<Deed> locked() {
        return List.of(
                new Deed.Register(6, Birth.PAID, Deed.BILLING_CENTER, Who.OWNER),
                new Deed.Arrears(3, true),
                new Deed.Lock(6, Who.STAFF),
                new Deed.Unlock(6, Who.OWNER));
    }

    /** A workspace whose payer ended, and nobody else pays; and an account that nobody holds any more. */
    private static List<Deed> released() {
        return List.of(
                new Deed.Register(3, Birth.PAID, 2, Who.OWNER),
                new Deed.Hear(2, Kind.ENDED, Duration.ZERO),
                new Deed.Unlock(3, Who.OWNER),
                new Deed.GiveUp(2, -1),
                new Deed.GiveUp(2, -1));
    }

    /** A buyer who lands again before the final sign, a change that waits, and what comes then. */
    private static List<Deed> landing(Kind then) {
        return List.of(
                new Deed.Claim(1, 0),
                new Deed.Hear(1, Kind.ACTIVATED, Duration.ZERO),
                new Deed.Register(1, Birth.PAID, Deed.BILLING_CENTER, Who.OWNER),
                new Deed.Hear(1, Kind.ENDING, Duration.ZERO),
                new Deed.Claim(1, 0),
                new Deed.Settle(1, 1, -1, Who.OWNER),
                new Deed.Hear(1, then, Duration.ZERO));
    }
}
