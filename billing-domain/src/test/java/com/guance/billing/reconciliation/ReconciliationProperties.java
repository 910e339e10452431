package com.guance.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ReconciliationProperties {

    private static final Request STAFF = World.byStaff(World.START);

    @Property
    @Label("ASK-3 every meter and hour of either side is found once, in order, and matched if and only if equal")
    void complete(@ForAll("ours") List<BookedLine> ours, @ForAll("theirs") List<BilledLine> theirs) {
        Reconciliation found = Reconciliation.of(ours, theirs);

        Set<RecordId> keys = new HashSet<>();
        ours.forEach(line -> keys.add(line.record()));
        theirs.forEach(line -> keys.add(line.record()));
        assertThat(found.findings()).extracting(Finding::record).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(found.findings())
                .extracting(Finding::record)
                .isSortedAccordingTo(Comparator.comparing(RecordId::hour).thenComparing(RecordId::key));
        assertThat(found.findings()).allSatisfy(finding -> {
            List<BookedLine> here = ours.stream()
                    .filter(line -> line.record().equals(finding.record()))
                    .toList();
            List<BilledLine> there = theirs.stream()
                    .filter(line -> line.record().equals(finding.record()))
                    .sorted(Comparator.comparing(BilledLine::takenAt).thenComparingLong(BilledLine::quantity))
                    .toList();
            long units = here.stream().mapToLong(BookedLine::units).sum();
            long billed = there.isEmpty() ? 0 : there.get(0).quantity();
            String kind = here.isEmpty()
                    ? "OnlyThere"
                    : units == billed ? "Matched" : there.isEmpty() ? "OnlyHere" : "Different";
            assertThat(finding.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(finding.billed()).isEqualTo(billed);
            Statistics.label("kind").collect(kind);
        });
    }

    @Property
    @Label("ASK-3 neither order nor repetition of what the marketplace says changes anything")
    void stable(
            @ForAll("ours") List<BookedLine> ours, @ForAll("theirs") List<BilledLine> theirs, @ForAll Random chance) {
        List<BilledLine> again = new ArrayList<>(theirs);
        theirs.stream().filter(line -> chance.nextBoolean()).forEach(again::add);
        Collections.shuffle(again, chance);
        List<BookedLine> shuffled = new ArrayList<>(ours);
        Collections.shuffle(shuffled, chance);

        assertThat(Reconciliation.of(shuffled, again)).isEqualTo(Reconciliation.of(ours, theirs));
    }

    @Property
    @Label("ASK-3 SUB-11 to be looked at is what is not matched; to be decided is all that is disputed")
    void selections(@ForAll("ours") List<BookedLine> ours, @ForAll("theirs") List<BilledLine> theirs) {
        Reconciliation found = Reconciliation.of(ours, theirs);

        assertThat(found.mismatches())
                .isEqualTo(found.findings().stream()
                        .filter(finding -> !(finding instanceof Finding.Matched))
                        .toList());
        assertThat(found.toDecide())
                .extracting(Finding::record)
                .containsExactlyInAnyOrderElementsOf(ours.stream()
                        .filter(line -> line.status() == RecordStatus.DISPUTED)
                        .map(BookedLine::record)
                        .toList());
    }

    @Example
    @Label("ASK-3 SUB-11 booked is what was accepted, by the marketplace or by staff; in doubt is what was asked for")
    void booked() {
        MeteringRecord made = MeteringRecord.made(
                        Metering.RECORD,
                        Metering.BILLED,
                        RecordContent.of(
                                World.START, List.of(new Allocation(new WorkspaceId("a"), new SiteId("us1"), 7))),
                        STAFF)
                .after();
        MeteringRecord sent = Metering.sent(made).after();
        MeteringRecord disputed =
                Metering.answered(sent, new MeteringAnswer.Duplicate(), STAFF).after();

        assertBooked(made, 0, false);
        assertBooked(sent, 7, true);
        assertBooked(
                Metering.answered(sent, new MeteringAnswer.Accepted("r"), STAFF).after(), 7, false);
        assertBooked(
                Metering.answered(sent, new MeteringAnswer.NotSubscribed(), STAFF)
                        .after(),
                0,
                false);
        assertBooked(disputed, 7, true);
        assertBooked(disputed.decided(3, RecordStatus.UNSETTLED, STAFF).get().after(), 3, false);
        assertBooked(disputed.decided(70, RecordStatus.RETURNED, STAFF).get().after(), 7, false);
        assertBooked(disputed.decided(0, RecordStatus.RETURNED, STAFF).get().after(), 0, false);
    }

    @Example
    @Label("ASK-3 two records of one meter and hour, and negative units, are nonsense")
    void nonsense() {
        BookedLine line = new BookedLine(Metering.RECORD, World.ACCOUNT, RecordStatus.ACCEPTED, 1);
        assertThatThrownBy(() -> Reconciliation.of(List.of(line, line), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BilledLine(Metering.RECORD, -1, World.START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<BookedLine>> ours() {
        return Sides.ours();
    }

    @Provide
    Arbitrary<List<BilledLine>> theirs() {
        return Sides.theirs();
    }

    private static void assertBooked(MeteringRecord record, long units, boolean inDoubt) {
        BookedLine line = BookedLine.of(record);
        assertThat(line).isEqualTo(new BookedLine(record.id(), World.ACCOUNT, record.status(), units));
        assertThat(line.isInDoubt()).isEqualTo(inDoubt);
    }
}
