package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.ExportCoverage;
import com.guance.billing.reconciliation.Finding;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Granularity;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.reconciliation.SumFinding.Verdict;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Books and bill side by side; the marketplace's own count is the other side. */
class ReconcilingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);

    private static final List<ExportCoverage> COVERED = List.of(
            ExportCoverage.complete("us-east-1", NINE.minus(Duration.ofHours(1)), NINE.plus(Duration.ofDays(5))));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void oneWorkspace() {
        scene.register("wksp_a", "us1");
    }

    @Test
    @DisplayName(
            "ASK-3 SUB-11 the answer was lost, then the customer: what was billed is found, decided, and books balance")
    void billedAndDisputed() {
        dispute(Misbehaviour.acceptThenDrop());

        Reconciliation found = byHour();
        assertThat(found.findings()).hasSize(1);
        assertThat(found.mismatches()).isEmpty();
        decide(found);

        assertThat(byHour().toDecide()).isEmpty();
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName(
            "ASK-3 SUB-11 the call was lost, then the customer: nothing was billed, decided so, and the units go back")
    void lostAndDisputed() {
        dispute(Misbehaviour.dropBeforeAccepting());

        Reconciliation found = byHour();
        assertThat(found.mismatches()).hasSize(1).allMatch(Finding.OnlyHere.class::isInstance);
        decide(found);

        assertThat(byHour().mismatches()).isEmpty();
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.ZERO);
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName(
            "ASK-3 SUB-11 what is missing is unknown until the host states a complete export of its region and window")
    void unknown() {
        dispute(Misbehaviour.dropBeforeAccepting());
        RecordedHours day = hours(NINE.minus(Duration.ofHours(1)), NINE.plus(Duration.ofHours(9)));

        assertThat(reconcile(day, Gaps.NONE).findings())
                .singleElement()
                .isInstanceOfSatisfying(Finding.Unknown.class, finding -> {
                    assertThat(finding.cause()).isEqualTo(Finding.Unknown.Cause.NOT_COVERED);
                    assertThat(finding.billed()).isEmpty();
                });
        assertThat(reconcile(day, Gaps.NONE, COVERED.get(0)).toDecide())
                .singleElement()
                .isInstanceOf(Finding.OnlyHere.class);
        assertThat(reconcile(day, Gaps.EVERYWHERE, COVERED.get(0)).toDecide())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Unknown.class,
                        finding -> assertThat(finding.cause()).isEqualTo(Finding.Unknown.Cause.GAP));
    }

    @Test
    @DisplayName(
            "ASK-3 a line that names no product is ours if its license is a customer's of ours, else it is reported as not ours")
    void byLicense() {
        Product product = scene.profile.product();
        BilledLine ours = new BilledLine(record("units", NINE), 3, NINE, "us-east-1", false);
        BilledLine foreign = new BilledLine(
                new RecordId(
                        new Meter(new MarketplaceCustomer.Licensed(product, "222233334444", "l-ffff"), UNITS),
                        MeteringHour.of(NINE)),
                900,
                NINE,
                "us-east-1",
                false);

        Reconciliation found = scene.billing
                .reconcile()
                .byHour(hours(NINE, NINE.plus(Duration.ofHours(1))), Legible.of(List.of(foreign, ours)), COVERED);

        assertThat(found.findings()).containsExactly(new Finding.OnlyThere(ours, 3));
        assertThat(found.notOurs()).containsExactly(foreign);
    }

    @Test
    @DisplayName("ASK-3 more records than a page of ours: all are found, in order, and what others have metered")
    void pages() {
        for (int hour = 0; hour < 80; hour += 20) {
            twentyHours(NINE.plus(Duration.ofHours(hour)));
        }
        List<BilledLine> theirs = new ArrayList<>(theirs());
        BilledLine foreign = new BilledLine(record("units", NINE), 5, NINE, "us-east-1", true);
        theirs.add(foreign);
        theirs.add(new BilledLine(record("units", NINE.plus(Duration.ofHours(80))), 5, NINE, "us-east-1", true));
        RecordedHours all = hours(NINE, NINE.plus(Duration.ofHours(80)));

        Reconciliation found = scene.billing.reconcile().byHour(all, Legible.of(theirs), COVERED);

        assertThat(found.findings()).hasSize(80 * 7 + 1);
        assertThat(found.mismatches()).containsExactly(new Finding.OnlyThere(foreign, 5));
    }

    @Test
    @DisplayName("ASK-3 by day: sums of a report against the books, what is in doubt beside them")
    void bySum() {
        dispute(Misbehaviour.acceptThenDrop());
        RecordedHours day = hours(NINE.minus(Duration.ofHours(9)), NINE.plus(Duration.ofHours(15)));
        List<ReportRow> rows = List.of(
                new ReportRow(ACCOUNT, UNITS, TENTH, 4),
                new ReportRow(ACCOUNT, UNITS, TENTH, 3),
                new ReportRow(ACCOUNT, UNITS, TENTH.plusDays(1), 3));

        assertThat(scene.billing
                        .reconcile()
                        .bySum(day, Legible.of(rows), Granularity.DAY, List.of())
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.DIFFERENT);
                    assertThat(List.of(finding.accepted(), finding.inDoubt(), finding.billed()))
                            .containsExactly(0L, 7L, 7L);
                });
        decide(byHour());
        assertThat(scene.billing
                        .reconcile()
                        .bySum(day, Legible.of(rows), Granularity.DAY, List.of())
                        .mismatches())
                .isEmpty();
        assertThatThrownBy(() -> scene.billing.reconcile().bySum(day, Legible.of(rows), Granularity.MONTH, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hours(NINE, NINE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Used in seven dimensions, closed and billed. */
    private void twentyHours(Instant from) {
        scene.clock.moveTo(from.plus(Duration.ofHours(20)).plus(Duration.ofMinutes(10)));
        scene.billing
                .takeCharges()
                .take(
                        IntStream.range(0, 140)
                                .mapToObj(i -> scene.charge(
                                        "wksp_a",
                                        new Dimension("d" + i % 7),
                                        "" + (1 + i % 5),
                                        from.plus(Duration.ofHours(1 + i / 7))))
                                .toList(),
                        scene.now());
        assertThat(scene.billing.due().run(scene.now()).submitted()).isEqualTo(140);
    }

    private void dispute(Misbehaviour misbehaviour) {
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7.5", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(misbehaviour);
        assertThatThrownBy(() -> scene.billing.due().run(scene.now())).isInstanceOf(MarketplaceUnavailable.class);
        scene.aws.suspend(BUYER);
        scene.pass(Duration.ofMinutes(2));
        scene.billing.due().run(scene.now());
        assertThat(books().of(Standing.DISPUTED)).isEqualTo(Quantity.whole(7));
    }

    private void decide(Reconciliation found) {
        assertThat(found.toDecide()).hasSize(1);
        found.toDecide()
                .forEach(finding -> assertThat(scene.billing
                                .decideRecord()
                                .accepted(
                                        finding.record(),
                                        finding.billed().get(),
                                        Scene.LOOKED_UP,
                                        scene.by(new Actor.Staff(new UserId("staff")))))
                        .isNotEmpty());
    }

    private Reconciliation byHour() {
        return scene.billing
                .reconcile()
                .byHour(
                        hours(NINE.minus(Duration.ofHours(1)), NINE.plus(Duration.ofHours(9))),
                        Legible.of(theirs()),
                        COVERED);
    }

    private Reconciliation reconcile(RecordedHours hours, Gaps gaps, ExportCoverage... coverage) {
        Legible<BilledLine> theirs = new Legible<>(List.of(), List.of(), 0, gaps, 0, 0);
        return scene.billing.reconcile().byHour(hours, theirs, List.of(coverage));
    }

    private List<BilledLine> theirs() {
        return scene.aws.billed().stream()
                .map(usage -> new BilledLine(
                        record(usage.hour().dimension(), usage.hour().start()),
                        usage.quantity(),
                        usage.timestamp(),
                        "us-east-1",
                        true))
                .toList();
    }

    private RecordId record(String dimension, Instant hour) {
        MarketplaceCustomer customer =
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
        return new RecordId(new Meter(customer, new Dimension(dimension)), MeteringHour.of(hour));
    }

    private RecordedHours hours(Instant from, Instant until) {
        Product product = scene.profile.product();
        return new RecordedHours(product, MeteringHour.of(from), MeteringHour.of(until));
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }
}
