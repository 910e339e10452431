package com.guance.billing.statement;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Notes;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.Units;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.site.SiteId;
import com.guance.billing.statement.ChargeLine.In;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One statement with something of everything, of two hours: a record that is accepted, with a unit of workspaces that left, one that
 * is held, a late charge, one in no record yet, one billed to nobody, a fraction forfeited, and a dimension that only carries.
 */
final class Sample {

    static final StatementPeriod PERIOD = new StatementPeriod(hour(0), hour(2));
    static final Dimension LOGS = new Dimension("logs,gb");
    static final SiteId US = new SiteId("us1");
    static final SiteId CN = new SiteId("cn2");

    private static final Destination METERED = new Destination.Metered(World.ACCOUNT, World.FIRST, World.CUSTOMER);

    private Sample() {}

    /** By its place after the first of all stories. */
    static MeteringHour hour(int index) {
        return new MeteringHour(Metering.HOUR.start().plus(Duration.ofHours(index)));
    }

    static Statement statement() {
        StatementDraft draft = new StatementDraft(World.ACCOUNT, PERIOD);
        draft.add(entry("wksp_a", US, Entry.Kind.RECORDED, "1.5"));
        draft.add(entry("wksp_b", CN, Entry.Kind.RECORDED, "2.25"));
        draft.add(entry("wksp_b", CN, Entry.Kind.OPEN, "0.5"));
        draft.add(entry("wksp_c", US, Entry.Kind.UNSETTLED, "7"));
        draft.add(entry("wksp_b", CN, Entry.Kind.FORFEITED, "0.25"));
        draft.add(accepted(made(hour(0), 1, allocation("wksp_a", US, 1))));
        draft.add(Metering.sent(made(hour(1), 0, allocation("wksp_b", CN, 2)))
                .after()
                .rejected(new BatchRejected("Invalid<Tag>"), World.byMarketplace(World.START))
                .after());
        return draft.statement(
                Map.of(Metering.HOSTS, new BigDecimal("1.00"), LOGS, new BigDecimal("0.750")),
                Map.of(Metering.HOSTS, new BigDecimal("0.50"), LOGS, new BigDecimal("0.75")));
    }

    static Stream<ChargeLine> charges() {
        return Stream.of(
                line("key-1", "wksp_a", US, "1.5", METERED, Option.some(new In(hour(0), RecordStatus.ACCEPTED))),
                line("key-2", "wksp_b", CN, "2.25", METERED, Option.some(new In(hour(1), RecordStatus.HELD))),
                line("key-3", "wksp_b", CN, "0.5", METERED, Option.none()),
                line("key-4", "wksp_c", US, "7", new Destination.Unsettled(World.ACCOUNT), Option.none()));
    }

    static ChargeLine line(Destination destination, Option<In> in) {
        return line("key", "wksp_a", US, "1", destination, in);
    }

    static ChargeLine line(Option<In> in) {
        return line(METERED, in);
    }

    static Entry entry(String workspace, SiteId site, Entry.Kind kind, String quantity) {
        return new Entry(of(workspace, site), kind, Quantity.of(quantity));
    }

    static Whose of(String workspace, SiteId site) {
        return Whose.of(new WorkspaceId(workspace), site, Metering.HOSTS);
    }

    static Allocation allocation(String workspace, SiteId site, long units) {
        return new Allocation(new WorkspaceId(workspace), site, units);
    }

    /** A record, owed, of workspaces and of those that left. */
    static MeteringRecord made(MeteringHour hour, long others, Allocation... allocations) {
        RecordContent content =
                RecordContent.of(hour.start(), new Units(List.of(allocations), others), AttributionPolicy.defaults());
        RecordId id = new RecordId(Metering.RECORD.meter(), hour);
        return MeteringRecord.made(id, Metering.BILLED, content, World.byClock(World.START))
                .after();
    }

    static MeteringRecord answered(MeteringRecord made, MeteringAnswer answer) {
        return Metering.answered(Metering.sent(made).after(), answer, World.byMarketplace(World.START))
                .after();
    }

    static MeteringRecord accepted(MeteringRecord made) {
        return answered(made, new MeteringAnswer.Accepted("receipt"));
    }

    /** All that is written of a statement and its charges. */
    static String written(Statement statement, Stream<ChargeLine> charges, Writing writing) {
        StringBuilder text = new StringBuilder();
        writing.write(statement, charges, text::append);
        return text.toString();
    }

    /** How a statement is written. */
    interface Writing {
        void write(Statement statement, Stream<ChargeLine> charges, Consumer<String> out);
    }

    private static ChargeLine line(
            String key, String workspace, SiteId site, String quantity, Destination destination, Option<In> in) {
        Charge charge = new Charge(
                key,
                new WorkspaceId(workspace),
                new Charge.Usage(Metering.HOSTS, Quantity.of(quantity)),
                new UsagePeriod(hour(0).start(), hour(0).start().plusSeconds(60)),
                key.equals("key-4") ? new Notes(Map.of("gross", "8", "why", "<b>")) : Notes.NONE);
        return new ChargeLine(new TakenCharge(charge, site, destination), in);
    }
}
