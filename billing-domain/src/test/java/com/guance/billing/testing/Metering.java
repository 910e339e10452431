package com.guance.billing.testing;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Share;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values of the metering pipeline. */
public final class Metering {

    public static final Dimension HOSTS = new Dimension("hosts");
    public static final MeteringHour HOUR = MeteringHour.of(World.START);
    public static final RecordId RECORD = new RecordId(new Meter(World.CUSTOMER, HOSTS), HOUR);
    public static final BilledThrough BILLED = billed(Instant.EPOCH);

    public static final Retries RETRIES = World.POLICIES.submitting().retries();

    /** What decisions of these tests rest on. */
    public static final DecisionBasis BASIS = new DecisionBasis.OnWord("looked up in the bill");

    private Metering() {}

    /** An attempt leaves as soon as it may. */
    public static Change<MeteringRecord> sent(MeteringRecord record) {
        return record.sent(RETRIES, World.byClock(record.sendFrom()));
    }

    /** The last attempt is answered. */
    public static Change<MeteringRecord> answered(MeteringRecord record, MeteringAnswer answer, Request by) {
        return record.answered(record.attempts(), answer, RETRIES, RecordStatus.UNSETTLED, by);
    }

    public static BilledThrough billed(Instant activatedAt) {
        return new BilledThrough(World.ACCOUNT, World.FIRST, activatedAt);
    }

    public static Share share(String workspace, String carried, String charged) {
        return new Share(
                new Share.Of(new WorkspaceId(workspace), new SiteId("us1"), true),
                Quantity.of(carried),
                Quantity.of(charged));
    }

    /** Shares of different workspaces, in any order; now and then more than a record takes. */
    public static Arbitrary<List<Share>> shares() {
        Arbitrary<Quantity> carried = Some.quantities("0.999999999999");
        Arbitrary<Quantity> charged = Arbitraries.frequencyOf(
                Tuple.of(9, Some.quantities()),
                Tuple.of(1, Some.quantities("1500000000")),
                Tuple.of(1, Some.quantities("9".repeat(20))));
        return Combinators.combine(carried, charged)
                .as((remainder, usage) -> share("wksp", remainder.toString(), usage.toString()))
                .list()
                .ofMaxSize(12)
                .map(Metering::named)
                .flatMap(shares -> Arbitraries.shuffle(shares));
    }

    private static List<Share> named(List<Share> shares) {
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Share(
                        new Share.Of(new WorkspaceId("wksp_" + i), new SiteId(i % 2 == 0 ? "us1" : "cn2"), i % 3 > 0),
                        shares.get(i).carried(),
                        shares.get(i).charged()))
                .collect(Collectors.toUnmodifiableList());
    }
}
