package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClosingProperties {

    private static final Quantity UNIT = Quantity.whole(1);
    private static final Closing.Terms KEEPING = new Closing.Terms(Closing.Leavers.KEEP, AttributionPolicy.defaults());

    @Property(tries = 300)
    @Label("MET-4 all that is owed is the record's quantity and what is carried, exactly")
    void nothingIsLost(@ForAll("shares") List<Share> shares) {
        Closing closing = close(shares);
        Quantity owed = sum(shares.stream()
                .map(share -> share.carried().plus(share.charged()))
                .toList());

        assertThat(Quantity.whole(content(closing).quantity())
                        .plus(sum(closing.carried().values())))
                .isEqualTo(owed);
    }

    @Property(tries = 300)
    @Label("MET-4 INV-7 each workspace's own books balance: what it brings is allocated to it or carried by it")
    void eachWorkspace(@ForAll("shares") List<Share> shares) {
        Closing closing = close(shares);
        Map<WorkspaceId, Long> units = content(closing).allocations().stream()
                .collect(Collectors.toMap(Allocation::workspace, Allocation::units));

        for (Share share : shares) {
            Quantity allocated = Quantity.whole(units.getOrDefault(share.workspace(), 0L));
            Quantity carried = closing.carried().getOrDefault(share.workspace(), Quantity.ZERO);
            assertThat(allocated.plus(carried)).isEqualTo(share.owed());
        }
        assertThat(closing.carried().values()).noneMatch(Quantity::isZero);
        assertThat(shares)
                .extracting(Share::workspace)
                .containsAll(closing.carried().keySet());
    }

    @Property(tries = 300)
    @Label("MET-4 a remainder is less than one unit, unless the record is cut at 2147483647")
    void remainders(@ForAll("shares") List<Share> shares) {
        Closing closing = close(shares);
        boolean cut = closing.carried().values().stream().anyMatch(carried -> carried.compareTo(UNIT) >= 0);

        assertThat(content(closing).quantity()).isBetween(0L, 2147483647L);
        if (cut) {
            assertThat(content(closing).quantity()).isEqualTo(2147483647L);
        }
    }

    @Property(tries = 300)
    @Label("MET-5 allocations sum to the quantity, none is zero, and their order is not that of the shares")
    void allocations(@ForAll("shares") List<Share> shares, @ForAll Random chance) {
        RecordContent content = content(close(shares));
        List<Share> shuffled = new ArrayList<>(shares);
        Collections.shuffle(shuffled, chance);

        assertThat(content.allocations().stream().mapToLong(Allocation::units).sum())
                .isEqualTo(content.quantity());
        assertThat(content.allocations()).allMatch(allocation -> allocation.units() > 0);
        assertThat(content.allocations())
                .isSortedAccordingTo(Comparator.comparing(
                        allocation -> allocation.workspace().value()));
        assertThat(close(shuffled)).isEqualTo(close(shares));
    }

    @Example
    @Label("MET-4 a sum over 2147483647 is cut there and the rest carried by whom it is too late for")
    void cut() {
        Closing closing = close(List.of(
                Metering.share("b", "0.5", "2"),
                Metering.share("a", "0", "2147483646.25"),
                Metering.share("c", "0", "7")));

        assertThat(content(closing).allocations()).containsExactly(allocation("a", 2147483646L), allocation("b", 1));
        assertThat(closing.carried())
                .isEqualTo(Map.of(
                        new WorkspaceId("a"), Quantity.of("0.25"),
                        new WorkspaceId("b"), Quantity.of("1.5"),
                        new WorkspaceId("c"), Quantity.of("7")));
    }

    @Example
    @Label("MET-4 fractions of a workspace add up over hours to whole units, those of different workspaces do not")
    void fractions() {
        Closing first = close(List.of(Metering.share("a", "0.5", "0.4"), Metering.share("b", "0.5", "0.4")));
        Closing second = close(List.of(Metering.share("a", "0.9", "0.1"), Metering.share("b", "0.9", "0.05")));

        assertThat(content(first).quantity()).isZero();
        assertThat(first.record().after().isOwed()).isFalse();
        assertThat(content(second).allocations()).containsExactly(allocation("a", 1));
        assertThat(second.carried()).isEqualTo(Map.of(new WorkspaceId("b"), Quantity.of("0.95")));
    }

    @Property(tries = 300)
    @Label(
            "MET-3 the record is dated the hour's start, or in the first hour the activation, and never outside its hour")
    void timestamp(@ForAll("firstHour") Duration since, @ForAll @IntRange(min = -2, max = 2) int hours) {
        Instant start = Metering.HOUR.start();
        Instant activated = start.plus(since).plus(Duration.ofHours(hours));

        Closing closing = Closing.of(
                Metering.RECORD,
                Metering.billed(activated),
                new Gathered(List.of(), Quantity.ZERO),
                KEEPING,
                World.byClock(World.START));

        assertThat(content(closing).timestamp()).isEqualTo(hours == 0 ? activated : start);
        assertThat(MeteringHour.of(content(closing).timestamp())).isEqualTo(Metering.HOUR);
    }

    @Example
    @Label("MET-5 a record that shows other units than it has, two parts alike, or out of range, cannot be made")
    void disagreement() {
        Units two = new Units(List.of(allocation("a", 2)), 0);
        TaggedUnits one = new TaggedUnits(List.of(new TaggedUnits.Tag("workspace", "a")), 1);
        TaggedUnits all = new TaggedUnits(one.tags(), 2);

        assertThat(new RecordContent(World.START, two, List.of(all)).quantity()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordContent(World.START, two, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordContent(World.START, two, List.of(one)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordContent(World.START, two, List.of(one, one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordContent.of(World.START, List.of(allocation("a", 2147483648L))));
        assertThat(RecordContent.of(World.START, List.of(allocation("a", 2147483647L)))
                        .quantity())
                .isEqualTo(RecordContent.MOST);
    }

    @Example
    @Label("MET-5 an allocation is at least one unit")
    void emptyAllocation() {
        assertThatIllegalArgumentException().isThrownBy(() -> allocation("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> allocation("a", -1));
    }

    @Example
    @Label("MET-4 two shares of one workspace would carry one of them twice or never: they cannot be closed")
    void oneShareAWorkspace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> close(List.of(Metering.share("a", "0", "0.5"), Metering.share("a", "0", "0.25"))));
    }

    private static Closing close(List<Share> shares) {
        return Closing.of(
                Metering.RECORD,
                Metering.BILLED,
                new Gathered(shares, Quantity.ZERO),
                KEEPING,
                World.byClock(World.START));
    }

    private static RecordContent content(Closing closing) {
        return closing.record().after().content();
    }

    private static Quantity sum(Iterable<Quantity> all) {
        Quantity sum = Quantity.ZERO;
        for (Quantity one : all) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static Allocation allocation(String workspace, long units) {
        return new Allocation(new WorkspaceId(workspace), new SiteId("us1"), units);
    }

    @Provide
    Arbitrary<List<Share>> shares() {
        return Metering.shares();
    }

    @Provide
    Arbitrary<Duration> firstHour() {
        return Some.durations(Duration.ofHours(1).minusNanos(1));
    }
}
