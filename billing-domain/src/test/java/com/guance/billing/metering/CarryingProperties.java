package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Closings one after the other: nothing is lost, whoever leaves. */
class CarryingProperties {

    private static final SiteId SITE = new SiteId("us1");

    @Property(tries = 300)
    @Label(
            "MET-4 INV-7 over any closings all that was owed is in records or carried, exactly; what leavers leave is other's")
    void nothingIsLost(@ForAll("hours") List<Hour> hours) {
        Map<WorkspaceId, Quantity> carried = new HashMap<>();
        Quantity own = Quantity.ZERO;
        Quantity owed = Quantity.ZERO;
        long units = 0;
        long other = 0;
        for (Hour hour : hours) {
            Gathered gathered = new Gathered(hour.shares(carried), own);
            Closing closing =
                    Closing.of(Metering.RECORD, Metering.BILLED, gathered, hour.terms(), World.byClock(World.START));
            RecordContent content = closing.record().after().content();
            owed = owed.plus(hour.charged());
            units += content.quantity();
            other += content.units().other();
            own = closing.own();
            carried.clear();
            carried.putAll(closing.carried());
            assertThat(content.quantity() == RecordContent.MOST || own.compareTo(Quantity.whole(1)) < 0)
                    .isTrue();
        }
        Statistics.label("other").collect(other > 0);
        Quantity left = carried.values().stream().reduce(own, Quantity::plus);
        assertThat(Quantity.whole(units).plus(left)).isEqualTo(owed);
    }

    @Example
    @Label(
            "MET-4 leaving gives the fraction to the subscription, whole units stay the workspace's own, also those cut off")
    void leaving() {
        Share left = share("a", "0.5", "2.25", false);
        Share cut = share("b", "0", "2147483650", false);
        Share stays = share("c", "0", "0.5", true);

        Closing closing = close(List.of(left, cut, stays), "0.5", Closing.Leavers.GIVE);

        assertThat(closing.record().after().content().allocations())
                .containsExactly(
                        new Allocation(new WorkspaceId("a"), SITE, 2),
                        new Allocation(new WorkspaceId("b"), SITE, 2147483645L));
        assertThat(closing.carried())
                .isEqualTo(Map.of(new WorkspaceId("b"), Quantity.of("5"), new WorkspaceId("c"), Quantity.of("0.5")));
        assertThat(closing.own()).isEqualTo(Quantity.of("1.25"));
        assertThat(close(List.of(left), "0.5", Closing.Leavers.KEEP).own()).isEqualTo(Quantity.of("0.5"));
        assertThat(close(List.of(left), "0.5", Closing.Leavers.GIVE)
                        .record()
                        .after()
                        .content()
                        .units()
                        .other())
                .isEqualTo(1);
    }

    @Example
    @Label(
            "MET-4 INV-7 10,000 workspaces with thirds of 12 decimals over 1,000 hours: the total is exact, remainders below a unit")
    void thirds() {
        int workspaces = 10_000;
        int hours = 1_000;
        Quantity third = Quantity.of("0.333333333333");
        List<Share.Of> all = new ArrayList<>();
        for (int i = 0; i < workspaces; i++) {
            all.add(new Share.Of(new WorkspaceId("wksp_" + (10_000 + i)), SITE, true));
        }
        Map<WorkspaceId, Quantity> carried = Map.of();
        long units = 0;
        for (int hour = 0; hour < hours; hour++) {
            List<Share> shares = new ArrayList<>(workspaces);
            for (Share.Of of : all) {
                shares.add(new Share(of, carried.getOrDefault(of.workspace(), Quantity.ZERO), third));
            }
            Closing closing = Closing.of(
                    Metering.RECORD,
                    Metering.BILLED,
                    new Gathered(shares, Quantity.ZERO),
                    new Closing.Terms(Closing.Leavers.GIVE, AttributionPolicy.defaults()),
                    World.byClock(World.START));
            units += closing.record().after().content().quantity();
            carried = closing.carried();
        }
        BigDecimal charged = third.value().multiply(BigDecimal.valueOf((long) workspaces * hours));
        BigDecimal left = carried.values().stream().map(Quantity::value).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(BigDecimal.valueOf(units).add(left)).isEqualByComparingTo(charged);
        assertThat(carried.values()).allMatch(remainder -> remainder.compareTo(Quantity.whole(1)) < 0);
    }

    @Example
    @Label(
            "MET-8 INV-7 an idle hour takes nothing of what is carried, not even whole units; one with a charge is no idle one")
    void idle() {
        Share units = share("a", "7.5", "0", true);
        Share left = share("b", "0.25", "0", false);
        Closing closing = idle(List.of(units, left), "1.5");

        assertThat(closing.record().after().status()).isEqualTo(RecordStatus.MADE);
        assertThat(closing.record().after().content().quantity()).isZero();
        assertThat(closing.carried()).isEqualTo(Map.of(new WorkspaceId("a"), Quantity.of("7.5")));
        assertThat(closing.own()).isEqualTo(Quantity.of("1.75"));

        Closing used = idle(List.of(units, share("c", "0", "0.25", true)), "0");
        assertThat(used.record().after().content().quantity()).isEqualTo(7);
        assertThat(idle(List.of(share("c", "0", "0.25", true)), "0.5")
                        .record()
                        .after()
                        .status())
                .isEqualTo(RecordStatus.CARRIED);
    }

    private static Closing idle(List<Share> shares, String own) {
        return Closing.of(
                Metering.RECORD,
                Metering.BILLED,
                new Gathered(shares, Quantity.of(own)),
                new Closing.Terms(Closing.Leavers.GIVE, AttributionPolicy.defaults()).tellingIdle(),
                World.byClock(World.START));
    }

    private static Closing close(List<Share> shares, String own, Closing.Leavers leavers) {
        return Closing.of(
                Metering.RECORD,
                Metering.BILLED,
                new Gathered(shares, Quantity.of(own)),
                new Closing.Terms(leavers, AttributionPolicy.defaults()),
                World.byClock(World.START));
    }

    private static Share share(String workspace, String carried, String charged, boolean isSettled) {
        return new Share(
                new Share.Of(new WorkspaceId(workspace), SITE, isSettled), Quantity.of(carried), Quantity.of(charged));
    }

    /** What is charged in an hour of five workspaces, and who of them is settled. */
    record Hour(List<Quantity> charges, List<Boolean> settled, Closing.Leavers leavers) {

        Closing.Terms terms() {
            return new Closing.Terms(leavers, AttributionPolicy.defaults().withLimits(3, 10_000));
        }

        Quantity charged() {
            return charges.stream().reduce(Quantity.ZERO, Quantity::plus);
        }

        List<Share> shares(Map<WorkspaceId, Quantity> carried) {
            List<Share> shares = new ArrayList<>();
            for (int i = 0; i < charges.size(); i++) {
                WorkspaceId workspace = new WorkspaceId("wksp_" + i);
                shares.add(new Share(
                        new Share.Of(workspace, SITE, settled.get(i)),
                        carried.getOrDefault(workspace, Quantity.ZERO),
                        charges.get(i)));
            }
            return shares;
        }
    }

    @Provide
    Arbitrary<List<Hour>> hours() {
        Arbitrary<Quantity> charged = Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.of("0", "0.333333333333", "0.999999999999", "2.5", "7")),
                        Tuple.of(1, Arbitraries.of("1500000000.5", "4000000000")))
                .map(Quantity::of);
        return Combinators.combine(
                        charged.list().ofSize(5),
                        Arbitraries.of(true, false).list().ofSize(5),
                        Arbitraries.of(Closing.Leavers.class))
                .as(Hour::new)
                .list()
                .ofMaxSize(12);
    }
}
