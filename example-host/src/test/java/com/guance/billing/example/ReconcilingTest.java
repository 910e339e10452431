package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.aws.CloudTrailExport;
import com.guance.billing.aws.ReportKeys;
import com.guance.billing.aws.SellerReport;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driving.RehearseDue.Rehearsal;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.reconciliation.ExportCoverage;
import com.guance.billing.reconciliation.Finding;
import com.guance.billing.reconciliation.Granularity;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.reconciliation.ReportRow;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the marketplace will be asked, and what it says it has billed; on real databases, through the real SDK. */
class ReconcilingTest {

    /** A call above 100 KB, as CloudTrail keeps it. */
    private static final String OMITTED = """
            {"eventTime": "2026-03-10T10:20:00Z", "eventSource": "metering-marketplace.amazonaws.com",
             "eventName": "BatchMeterUsage", "awsRegion": "us-east-1",
             "requestParameters": {"omitted": true, "originalSize": 140000},
             "responseElements": {"omitted": true, "originalSize": 142000}}""";

    private static final Instant TEN = Instant.parse("2026-03-10T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    @DisplayName("ASK-4 a rehearsal leaves every row of every table as it was, and the run sends what it showed")
    void rehearsed(RealStore store) {
        Tables tables = Tables.of(store);
        try (OpenStore open = tables.open();
                World world = World.over(open)) {
            charge(world);
            Map<String, List<String>> before = tables.rows();

            Rehearsal shown = world.billing().rehearseDue().rehearse(world.now());

            assertThat(tables.rows()).isEqualTo(before);
            assertThat(world.aws().billed()).isEmpty();
            assertThat(world.billing().due().run(world.now())).isEqualTo(shown.done());
            assertThat(world.aws().billed())
                    .extracting(BilledUsage::timestamp, BilledUsage::quantity)
                    .containsExactlyElementsOf(shown.calls().stream()
                            .flatMap(call -> call.records().stream())
                            .map(record -> tuple(
                                    record.content().timestamp(),
                                    record.content().quantity()))
                            .toList());
            assertThat(tables.rows()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "ASK-3 SUB-11 a lost answer, an end, a dispute: CloudTrail's export says what to decide; omitted it says nothing")
    void disputed(RealStore store) throws IOException {
        try (OpenStore open = store.open();
                World world = World.over(open)) {
            charge(world);
            world.aws().whenMetering(Misbehaviour.acceptThenDrop());
            assertThatThrownBy(() -> world.billing().due().run(world.now())).isInstanceOf(MarketplaceUnavailable.class);
            world.aws().suspend(world.cast().awsAccount());
            world.clock().advance(Duration.ofMinutes(2));
            world.billing().due().run(world.now());

            assertThat(reconcile(world, OMITTED).toDecide())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Finding.Unknown.class,
                            finding -> assertThat(finding.cause()).isEqualTo(Finding.Unknown.Cause.GAP));
            Reconciliation found = reconcile(world, trail(world));
            assertThat(found.mismatches()).isEmpty();
            assertThat(found.toDecide()).hasSize(1);
            for (Finding finding : found.toDecide()) {
                world.billing()
                        .decideRecord()
                        .accepted(
                                finding.record(),
                                finding.billed().get(),
                                new DecisionBasis.OnFinding(DecisionBasis.Found.MATCHED),
                                world.by(new Actor.Staff(new UserId("finance"))))
                        .get();
            }

            Books books =
                    world.billing().ask().books(world.cast().cloudAccount()).get(0);
            assertThat(books.areBalanced()).isTrue();
            assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
            assertThat(reconcile(world, trail(world)).toDecide()).isEmpty();
            Legible<ReportRow> rows =
                    SellerReport.read(new StringReader(report(world)), world.profile(), ReportKeys.NONE);
            assertThat(world.billing()
                            .reconcile()
                            .bySum(hours(world, TEN.minus(Duration.ofHours(10)), 24), rows, Granularity.DAY, List.of())
                            .mismatches())
                    .isEmpty();
        }
    }

    private static void charge(World world) {
        Stage stage = new Stage(world);
        stage.arrives();
        WorkspaceId id = new WorkspaceId("wksp_" + world.cast().run());
        stage.registers(id, Stage.GOOD).get();
        world.clock().moveTo(TEN);
        world.billing()
                .takeCharges()
                .take(
                        List.of(new Charge(
                                id + "-1",
                                id,
                                new Charge.Usage(World.UNITS, Quantity.of("7.5")),
                                new UsagePeriod(TEN.minusSeconds(2), TEN))),
                        world.now());
        world.clock().moveTo(TEN.plus(Duration.ofMinutes(15)));
    }

    private static Reconciliation reconcile(World world, String trail) throws IOException {
        return world.billing()
                .reconcile()
                .byHour(
                        hours(world, TEN.minus(Duration.ofHours(2)), 4),
                        CloudTrailExport.read(new StringReader(trail), world.profile()),
                        List.of(ExportCoverage.complete(
                                "us-east-1", TEN.minus(Duration.ofHours(2)), TEN.plus(Duration.ofHours(26)))));
    }

    private static RecordedHours hours(World world, Instant from, int hours) {
        return new RecordedHours(
                world.profile().product(), MeteringHour.of(from), MeteringHour.of(from.plus(Duration.ofHours(hours))));
    }

    /** What CloudTrail has of the calls that were taken. */
    private static String trail(World world) {
        return world.aws().billed().stream()
                .map(usage -> """
                        {"eventTime": "%s", "eventSource": "metering-marketplace.amazonaws.com",
                         "eventName": "BatchMeterUsage", "eventID": "%s",
                         "requestParameters": {"productCode": "%s"}, "responseElements": {"results": [
                         {"status": "Success", "usageRecord": {"dimension": "%s", "timestamp": "%s",
                          "customerIdentifier": "%s", "quantity": %d}}]}}""".formatted(
                                world.now(),
                                usage.meteringRecordId(),
                                world.profile().product().code(),
                                usage.hour().dimension(),
                                usage.timestamp(),
                                usage.hour().customerIdentifier(),
                                usage.quantity()))
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
    }

    private static String report(World world) {
        return world.aws().billed().stream()
                .map(usage ->
                        world.profile().product().code() + "," + world.cast().awsAccount() + ",2026-03-10,"
                                + usage.hour().dimension() + "," + usage.quantity() + "\n")
                .collect(Collectors.joining(
                        "",
                        "Product Code,Subscriber AWS Account ID,Usage Date,Dimension Key,Estimated Usage Units\n",
                        ""));
    }
}
