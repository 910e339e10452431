package com.guance.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.reconciliation.Finding.Unknown.Cause;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
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

    private static final Evidence NOTHING_STATED = new Evidence(Option.none(), List.of(), Gaps.NONE);
    private static final Request STAFF = World.byStaff(World.START);

    @Property
    @Label(
            "ASK-3 every meter and hour of either side is found once, in order; only here is what is proved, else unknown")
    void complete(
            @ForAll("ours") List<BookedLine> ours,
            @ForAll("theirs") List<BilledLine> theirs,
            @ForAll("evidence") Evidence evidence) {
        Reconciliation found = Reconciliation.of(ours, theirs, List.of(), evidence);

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
            String otherwise = units == billed ? "Matched" : there.isEmpty() ? "OnlyHere" : "Different";
            String kind = here.isEmpty()
                    ? "OnlyThere"
                    : there.isEmpty() && !isProved(finding.record(), evidence) ? "Unknown" : otherwise;
            assertThat(finding.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(finding.billed()).isEqualTo(Option.when(!kind.equals("Unknown"), billed));
            Statistics.label("kind").collect(kind);
        });
    }

    @Property
    @Label("ASK-3 neither order nor repetition of what the marketplace says changes anything")
    void stable(
            @ForAll("ours") List<BookedLine> ours,
            @ForAll("theirs") List<BilledLine> theirs,
            @ForAll("evidence") Evidence evidence,
            @ForAll Random chance) {
        List<BilledLine> again = new ArrayList<>(theirs);
        theirs.stream().filter(line -> chance.nextBoolean()).forEach(again::add);
        Collections.shuffle(again, chance);
        List<BookedLine> shuffled = new ArrayList<>(ours);
        Collections.shuffle(shuffled, chance);

        assertThat(Reconciliation.of(shuffled, again, List.of(), evidence))
                .isEqualTo(Reconciliation.of(ours, theirs, List.of(), evidence));
    }

    @Property
    @Label("ASK-3 whatever part of the evidence is taken away, more becomes unknown and nothing else changes")
    void lessEvidence(
            @ForAll("ours") List<BookedLine> ours,
            @ForAll("theirs") List<BilledLine> theirs,
            @ForAll("evidence") Evidence evidence,
            @ForAll Random chance) {
        List<ExportCoverage> fewer = evidence.stated().stream()
                .filter(export -> chance.nextBoolean())
                .toList();
        List<Finding> full =
                Reconciliation.of(ours, theirs, List.of(), evidence).findings();
        List<Finding> less = Reconciliation.of(
                        ours, theirs, List.of(), new Evidence(evidence.profile(), fewer, evidence.gaps()))
                .findings();

        for (int i = 0; i < full.size(); i++) {
            if (!(less.get(i) instanceof Finding.Unknown)) {
                assertThat(less.get(i)).isEqualTo(full.get(i));
            }
            Statistics.label("kept").collect(less.get(i).equals(full.get(i)));
        }
    }

    @Property
    @Label("ASK-3 SUB-11 to be looked at is what is not matched; to be decided is all that is disputed")
    void selections(
            @ForAll("ours") List<BookedLine> ours,
            @ForAll("theirs") List<BilledLine> theirs,
            @ForAll("evidence") Evidence evidence) {
        Reconciliation found = Reconciliation.of(ours, theirs, List.of(), evidence);

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
        assertBooked(
                disputed.decided(3, Metering.BASIS, RecordStatus.UNSETTLED, STAFF)
                        .get()
                        .after(),
                3,
                false);
        assertBooked(
                disputed.decided(70, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                        .get()
                        .after(),
                7,
                false);
        assertBooked(
                disputed.decided(0, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                        .get()
                        .after(),
                0,
                false);
    }

    @Example
    @Label("ASK-3 two records of one meter and hour, and negative units, are nonsense")
    void nonsense() {
        BookedLine line = new BookedLine(Metering.RECORD, World.ACCOUNT, RecordStatus.ACCEPTED, 1);
        assertThatThrownBy(() -> Reconciliation.of(List.of(line, line), List.of(), List.of(), NOTHING_STATED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BilledLine(Metering.RECORD, -1, World.START, "us-east-1", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    @Label("ASK-3 each region bills on its own: what two of them took is added up, and is different")
    void regions() {
        BookedLine ours = new BookedLine(Metering.RECORD, World.ACCOUNT, RecordStatus.ACCEPTED, 7);
        BilledLine east = new BilledLine(Metering.RECORD, 7, World.START, "us-east-1", true);
        BilledLine again = new BilledLine(Metering.RECORD, 7, World.START.plusSeconds(1), "us-east-1", true);
        BilledLine west = new BilledLine(Metering.RECORD, 7, World.START.plusSeconds(2), "us-west-2", true);

        assertThat(Reconciliation.of(List.of(ours), List.of(again, east), List.of(), NOTHING_STATED)
                        .findings())
                .containsExactly(new Finding.Matched(ours));
        assertThat(Reconciliation.of(List.of(ours), List.of(west, again, east), List.of(), NOTHING_STATED)
                        .findings())
                .containsExactly(new Finding.Different(ours, 14));
        assertThat(Reconciliation.of(List.of(), List.of(west, again, east), List.of(), NOTHING_STATED)
                        .findings())
                .containsExactly(new Finding.OnlyThere(east, 14));
    }

    @Example
    @Label(
            "ASK-3 an hour before the end of its window, of another region, or with a gap, is unknown; then it is only here")
    void toTheEndOfTheWindow() {
        RecordId record = new RecordId(Metering.RECORD.meter(), MeteringHour.of(Instant.parse("2026-03-10T09:00:00Z")));
        BookedLine ours = new BookedLine(record, World.ACCOUNT, RecordStatus.DISPUTED, 7);
        Instant begin = record.hour().start();
        Instant end = begin.plus(Duration.ofHours(25));

        assertThat(judged(ours, Gaps.NONE, ExportCoverage.complete("us-east-1", begin, end)))
                .isEqualTo(new Finding.OnlyHere(ours));
        assertThat(judged(ours, Gaps.NONE)).isEqualTo(new Finding.Unknown(ours, Cause.NOT_COVERED));
        for (ExportCoverage less : List.of(
                ExportCoverage.complete("us-east-1", begin, end.minusSeconds(1)),
                ExportCoverage.complete("us-east-1", begin.plusSeconds(1), end),
                ExportCoverage.complete("us-west-2", begin, end),
                new ExportCoverage("us-east-1", begin, end, false))) {
            assertThat(judged(ours, Gaps.NONE, less)).isEqualTo(new Finding.Unknown(ours, Cause.NOT_COVERED));
        }
        for (Gaps gaps : List.of(
                Gaps.EVERYWHERE,
                new Gaps(false, Set.of(record.hour()), Set.of()),
                new Gaps(false, Set.of(), Set.of(record.key())))) {
            assertThat(judged(ours, gaps, ExportCoverage.complete("us-east-1", begin, end)))
                    .isEqualTo(new Finding.Unknown(ours, Cause.GAP));
        }
        assertThat(judged(
                        ours,
                        new Gaps(false, Set.of(record.hour().next()), Set.of("another")),
                        ExportCoverage.complete("us-east-1", begin, end)))
                .isEqualTo(new Finding.OnlyHere(ours));
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        return Sides.evidence();
    }

    @Provide
    Arbitrary<List<BookedLine>> ours() {
        return Sides.ours();
    }

    @Provide
    Arbitrary<List<BilledLine>> theirs() {
        return Sides.theirs();
    }

    private static Finding judged(BookedLine ours, Gaps gaps, ExportCoverage... stated) {
        Evidence evidence = new Evidence(Option.some(MarketplaceProfile.aws("prod")), List.of(stated), gaps);
        return Reconciliation.of(List.of(ours), List.of(), List.of(), evidence)
                .findings()
                .get(0);
    }

    /** As the rule says it: every quarter of an hour from the hour's start to the end of its window is covered, and no gap is seen. */
    private static boolean isProved(RecordId record, Evidence evidence) {
        Instant end = Sides.PROFILE.deadline(record.hour().next().start().minusNanos(1));
        boolean proved = !evidence.gaps().everywhere()
                && !evidence.gaps().hours().contains(record.hour())
                && !evidence.gaps().recordKeys().contains(record.key());
        for (Instant at = record.hour().start(); at.isBefore(end); at = at.plus(Duration.ofMinutes(15))) {
            Instant instant = at;
            proved &= evidence.stated().stream()
                    .anyMatch(export -> export.complete()
                            && export.region().equals("us-east-1")
                            && !instant.isBefore(export.from())
                            && instant.isBefore(export.until()));
        }
        return proved;
    }

    private static void assertBooked(MeteringRecord record, long units, boolean inDoubt) {
        BookedLine line = BookedLine.of(record);
        assertThat(line).isEqualTo(new BookedLine(record.id(), World.ACCOUNT, record.status(), units));
        assertThat(line.isInDoubt()).isEqualTo(inDoubt);
    }
}
