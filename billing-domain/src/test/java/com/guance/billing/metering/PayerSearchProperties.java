package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.ChargeRefusal.BillingCenterPays;
import com.guance.billing.metering.ChargeRefusal.ChargeInFuture;
import com.guance.billing.metering.ChargeRefusal.NeverBound;
import com.guance.billing.metering.ChargeRefusal.NotActive;
import com.guance.billing.metering.ChargeRefusal.StraddlesPayers;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * One workspace: registered at 0 by the Billing Center, paid through the first subscription from 100 to 200 (its end), by nobody
 * until 300, then by the Billing Center again.
 */
class PayerSearchProperties {

    private static final List<Integer> CHANGES = List.of(0, 100, 200, 300);

    @Property(tries = 500)
    @Label("MET-2 a charge goes to the subscription that paid at its instant; unsettled if nobody did; not taken if"
            + " the Billing Center did")
    void payerAtTheInstant(@ForAll("seconds") int from, @ForAll("seconds") int length) {
        int until = from + length + 1;
        Either<ChargeRefusal, Destination> answer =
                search(at(1000), Kind.ACTIVATED).destination(charge(from, until), workspace());

        List<Instant> cuts = CHANGES.stream()
                .filter(change -> from < change && change < until)
                .map(PayerSearchProperties::at)
                .toList();
        assertThat(answer).isEqualTo(cuts.isEmpty() ? expected(until - 1) : Either.left(new StraddlesPayers(cuts)));
    }

    @Property(tries = 300)
    @Label("MET-1 a charge later than the policy tolerates is refused, to the instant, before anything else is asked")
    void future(@ForAll("seconds") int until, @ForAll("seconds") int latest) {
        Charge charge = charge(-1, until);
        PayerSearch search =
                search(charge.period().lastInstant().minusSeconds(50).plusSeconds(latest), Kind.ACTIVATED);

        var answer = search.destination(charge, workspace());
        boolean refused = answer.isLeft() && answer.getLeft().equals(new ChargeInFuture(search.latest()));

        assertThat(refused).isEqualTo(latest < 50);
    }

    @Example
    @Label("END-8 usage before the freeze is metered while the subscription is ending, and unsettled when it has ended")
    void meterable() {
        Charge charge = charge(110, 120);
        Metered metered = new Metered(World.ACCOUNT, World.FIRST, World.CUSTOMER);
        Unsettled unsettled = new Unsettled(World.ACCOUNT);

        assertThat(search(at(1000), Kind.ACTIVATED).destination(charge, workspace()))
                .containsExactly(metered);
        assertThat(search(at(1000), Kind.ENDING).destination(charge, workspace()))
                .containsExactly(metered);
        assertThat(search(at(1000), Kind.ENDED).destination(charge, workspace()))
                .containsExactly(unsettled);
        assertThat(new PayerSearch(Instant.MIN, at(1000), Map.of(), Map.of()).destination(charge, workspace()))
                .containsExactly(unsettled);
    }

    @Example
    @Label("MET-7 FIN-1 what a subscription takes no more, its heir has; what comes later than policy is unsettled")
    void heirsAndLateness() {
        Metered heir = new Metered(World.ACCOUNT, World.SECOND, World.CUSTOMER);
        Map<SubscriptionId, Subscription> ended = search(at(1000), Kind.ENDED).subscriptions();
        Subscription closed = search(at(1000), Kind.ENDING).subscriptions().values().stream()
                .findFirst()
                .orElseThrow()
                .finalHourClosed(0, World.byClock(at(900)))
                .after();
        PayerSearch heirs = new PayerSearch(at(115), at(1000), ended, Map.of(World.FIRST, heir));
        PayerSearch over = new PayerSearch(at(115), at(1000), Map.of(World.FIRST, closed), Map.of());

        assertThat(heirs.destination(charge(110, 120), workspace())).containsExactly(heir);
        assertThat(heirs.destination(charge(110, 115), workspace())).containsExactly(new Unsettled(World.ACCOUNT));
        assertThat(over.destination(charge(110, 120), workspace())).containsExactly(new Unsettled(World.ACCOUNT));
    }

    @Example
    @Label("MET-2 of a workspace that no cloud account ever paid for nothing is taken")
    void neverBound() {
        Workspace workspace = Given.paidByBillingCenter(World.ON_AWS);
        Workspace dissolved = workspace.dissolve(World.byOwner(at(30))).get().after();
        PayerSearch search = search(at(1000), Kind.ACTIVATED);

        assertThat(search.destination(charge(40, 50), dissolved).getLeft()).isEqualTo(new NeverBound(World.WORKSPACE));
        assertThat(search.destination(charge(10, 20), workspace).getLeft()).isEqualTo(new BillingCenterPays());
    }

    @Example
    @Label("MET-2 usage without a payer stands in the books of the cloud account that paid last before it")
    void paidLast() {
        Workspace first = Given.ended(Given.paidThroughAccount(), World.FIRST, at(10));
        Workspace second = first.settle(
                        Given.through(Given.onFile(World.OTHER_ACCOUNT, Cloud.AWS, World.SECOND), at(20)),
                        World.around(World.HOLDER, World.ON_AWS))
                .get()
                .after();
        Workspace both = Given.ended(second, World.SECOND, at(30));
        PayerSearch search = search(at(1000), Kind.ACTIVATED);

        assertThat(search.destination(charge(12, 15), first)).containsExactly(new Unsettled(World.ACCOUNT));
        assertThat(search.destination(charge(12, 15), both)).containsExactly(new Unsettled(World.ACCOUNT));
        assertThat(search.destination(charge(40, 50), both)).containsExactly(new Unsettled(World.OTHER_ACCOUNT));
    }

    @Example
    @Label("MET-2 DIS-1 usage after the dissolving stands there as well, though the Billing Center has paid since")
    void paidLastBeforeTheBillingCenter() {
        Workspace dissolved = workspace().dissolve(World.byOwner(at(400))).get().after();

        assertThat(search(at(1000), Kind.ACTIVATED).destination(charge(410, 420), dissolved))
                .containsExactly(new Unsettled(World.ACCOUNT));
    }

    @Property(tries = 200)
    @Label("ARR-8 nothing is taken for an instant before the workspace was active, nor ever of one that never was")
    void notActive(@ForAll("seconds") int second) {
        NotActive refusal = new NotActive(World.WORKSPACE);
        PayerSearch search = search(at(1000), Kind.ACTIVATED);
        Charge charge = charge(second - 201, second - 200);

        assertThat(search.destination(charge, workspace()).fold(refusal::equals, destination -> false))
                .isEqualTo(second <= 200);
        assertThat(search.destination(charge, awaiting()).getLeft()).isEqualTo(refusal);
    }

    @Example
    @Label("MET-1 a change at the period's edge cuts nothing")
    void edges() {
        UsagePeriod period = new UsagePeriod(at(10), at(20));

        assertThat(Stream.of(9, 10, 11, 19, 20, 21)
                        .filter(second -> period.isCutAt(at(second)))
                        .toList())
                .containsExactly(11, 19);
    }

    @Example
    @Label("each refusal of a charge is a case of its own")
    void refusals() {
        List<ChargeRefusal> all = List.of(
                new ChargeRefusal.ConflictingCharge("key"),
                new ChargeInFuture(at(0)),
                new StraddlesPayers(List.of(at(0))),
                new BillingCenterPays(),
                new NeverBound(World.WORKSPACE),
                new NotActive(World.WORKSPACE),
                new ChargeRefusal.TryAgain(World.WORKSPACE),
                new ChargeRefusal.ChargeTooLarge(Quantity.whole(1), Quantity.whole(2)),
                new ChargeRefusal.DimensionNotListed(new Dimension("hosts")));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(
                        is("key"),
                        is("future"),
                        is("cut"),
                        is("center"),
                        is("never"),
                        is("not active"),
                        is("again"),
                        is("large"),
                        is("list")))
                .containsExactly("key", "future", "cut", "center", "never", "not active", "again", "large", "list");
    }

    /** What the class comment says, as a table. */
    private static Either<ChargeRefusal, Destination> expected(int second) {
        if (second >= 100 && second < 200) {
            return Either.right(new Metered(World.ACCOUNT, World.FIRST, World.CUSTOMER));
        }
        boolean billingCenter = (second >= 0 && second < 100) || second >= 300;
        return billingCenter ? Either.left(new BillingCenterPays()) : Either.right(new Unsettled(World.ACCOUNT));
    }

    private static Workspace workspace() {
        var around = World.around(World.HOLDER, World.ON_AWS);
        Workspace registered = Given.paidByBillingCenter(World.ON_AWS);
        Workspace bound = registered
                .settle(Given.through(Given.onFile(), at(100)), around)
                .get()
                .after();
        return Given.ended(bound, World.FIRST, at(200))
                .settle(Given.byBillingCenter(at(300)), around)
                .get()
                .after();
    }

    private static Workspace awaiting() {
        return Workspace.registerAwaiting(
                        Given.form(), Cloud.AWS, World.around(World.HOLDER, World.ON_AWS), World.byOwner(at(-300)))
                .get()
                .after();
    }

    private static PayerSearch search(Instant latest, Kind last) {
        Subscription seen =
                Subscription.seen(World.CUSTOMER, 1, World.byMarketplace(at(0))).after();
        Subscription active = seen.hear(new Sign(Kind.ACTIVATED, at(-1)), World.ENDING, World.byMarketplace(at(0)))
                .get()
                .after();
        Subscription heard = active.hear(new Sign(last, at(0)), World.ENDING, World.byMarketplace(at(0)))
                .get()
                .after();
        return new PayerSearch(Instant.MIN, latest, Map.of(World.FIRST, heard, World.SECOND, heard), Map.of());
    }

    private static Charge charge(int from, int until) {
        return new Charge(
                "key",
                World.WORKSPACE,
                new Charge.Usage(new Dimension("hosts"), Quantity.whole(1)),
                new UsagePeriod(at(from), at(until)));
    }

    private static Instant at(int second) {
        return World.START.plusSeconds(second);
    }

    private static <T> Function<T, String> is(String name) {
        return any -> name;
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 400),
                Arbitraries.of(0, 1, 49, 50, 51, 99, 100, 101, 199, 200, 299, 300));
    }
}
