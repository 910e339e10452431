package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayingSubscriptionProperties {

    private static final Instant AT = Life.day(9);

    @Property
    @Label("SET-12 by default the subscription activated earliest pays, of one instant the one with the lowest id")
    void earliest(@ForAll("activations") List<Integer> days) {
        List<Buyer> buyers = buyers(days);
        Buyer all = buyers.get(buyers.size() - 1);
        Buyer expected = buyers.stream()
                .min(Comparator.comparing((Buyer buyer) ->
                                buyer.subscription().activatedAt().get())
                        .thenComparing(buyer -> buyer.subscription().id().value()))
                .get();

        Workspace after = Life.settled(Life.byBillingCenter(), all.asked(AT));

        assertThat(after.bindings().inForce()).containsExactly(expected.method());
    }

    @Property
    @Label("SET-12 the subscription that was asked for pays, whichever was activated earlier")
    void askedFor(@ForAll("activations") List<Integer> days, @ForAll("indexes") int index) {
        List<Buyer> buyers = buyers(days);
        Buyer asked = buyers.get(index % buyers.size())
                .with(buyers.get(buyers.size() - 1).account());

        Workspace after = Life.settled(Life.byBillingCenter(), asked.askedByThis(AT));

        assertThat(after.bindings().inForce()).containsExactly(asked.method());
        assertThat(after.isPaidBy(asked.subscription().id())).isTrue();
    }

    @Example
    @Label("SET-12 SET-4 one that is not active is refused, though another of the account is")
    void notActive() {
        Buyer first = Life.active();
        Buyer gone = first.buys(World.PRODUCT, "2").hears(Kind.ENDED, Life.day(1));
        Asked neverSeen = new Asked(Option.some(first.account()), Option.some(World.life(9)), World.byOwner(AT));

        assertThat(refusal(gone.askedByThis(AT)))
                .isEqualTo(new SettlementRefusal.NoActiveSubscription(
                        first.account().id()));
        assertThat(refusal(neverSeen))
                .isEqualTo(new SettlementRefusal.NoActiveSubscription(
                        first.account().id()));
    }

    @Example
    @Label(
            "SET-12 SET-13 a pending one that was asked for is waited for, though another is active; no other completes it")
    void pendingIsWaitedFor() {
        Buyer first = Life.active();
        Buyer asked = first.buys(World.PRODUCT, "2");
        Workspace waiting = Life.settled(Life.byBillingCenter(), asked.askedByThis(AT));
        Buyer other = asked.buys(World.PRODUCT, "3").hears(Kind.ACTIVATED, Life.day(10));

        assertThat(waiting.waiting().flatMap(WaitingChange::subscription))
                .containsExactly(asked.subscription().id());
        assertThat(Life.activates(waiting, other).isNone()).isTrue();
        assertThat(Life.activates(waiting, asked.with(other.account()).hears(Kind.ACTIVATED, Life.day(11)))
                        .after()
                        .bindings()
                        .inForce())
                .containsExactly(asked.method());
    }

    @Example
    @Label("SET-12 a binding does not move when an earlier subscription turns up")
    void doesNotMove() {
        Buyer later = Life.pending().hears(Kind.ACTIVATED, World.START);
        Workspace bound = Life.paidBy(later);
        Buyer earlier = later.buys(World.PRODUCT, "2").hears(Kind.ACTIVATED, World.START.minusSeconds(1), Life.day(1));

        assertThat(earlier.account().payer().map(Payer::subscription))
                .containsExactly(earlier.subscription().id());
        assertThat(Life.activates(bound, earlier).isNone()).isTrue();
        assertThat(bound.settle(earlier.asked(AT), Life.around()).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(later.method()));
    }

    @Example
    @Label(
            "SET-12 SET-4 of a binding whose subscription is gone, its end undecided, the account's next active one is named")
    void paysNoMore() {
        Buyer first = Life.active();
        Buyer second = first.buys(World.PRODUCT, "2").hears(Kind.ACTIVATED, Life.day(1));
        Buyer gone = first.with(second.account()).hears(Kind.DEPROVISIONED, Life.day(2));

        Workspace after = Life.paidBy(first)
                .settle(gone.asked(AT), Life.around(Life.PAYER_GONE))
                .get()
                .after();

        assertThat(after.bindings().inForce()).containsExactly(second.method());
    }

    private static SettlementRefusal refusal(Asked asked) {
        return Life.byBillingCenter().settle(asked, Life.around()).getLeft();
    }

    @Provide
    Arbitrary<List<Integer>> activations() {
        return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> indexes() {
        return Arbitraries.integers().between(0, 3);
    }

    /** One account's subscriptions, activated on these days; the last one knows the account with all. */
    private static List<Buyer> buyers(List<Integer> days) {
        List<Buyer> buyers = new ArrayList<>();
        Buyer last = Life.pending();
        for (int i = 0; i < days.size(); i++) {
            last = (i == 0 ? last : last.buys(World.PRODUCT, "customer-" + i))
                    .hears(Kind.ACTIVATED, Life.day(days.get(i)));
            buyers.add(last);
        }
        return buyers;
    }
}
