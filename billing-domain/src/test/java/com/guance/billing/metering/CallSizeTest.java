package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.TaggedUnits.Tag;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What parts and records count for in a call. */
class CallSizeTest {

    @Test
    @DisplayName("MET-5 SUB-2 a part is as large as its tags' keys and values, and what is around each and around all")
    void sizeOfPart() {
        assertThat(part().bytes()).isEqualTo(48);
        assertThat(part(new Tag("site", "us1")).bytes()).isEqualTo(48 + 24 + 4 + 3);
        assertThat(part(new Tag("workspace", "wksp_a"), new Tag("site", "us1")).bytes())
                .isEqualTo(48 + 24 + 9 + 6 + 24 + 4 + 3);
    }

    @Test
    @DisplayName("SUB-2 a record without parts counts for its own words, and six bytes for each of its ids'")
    void ids() {
        String ids = World.CUSTOMER.key() + "hosts";

        assertThat(CallSize.atMost(record(World.CUSTOMER, "hosts", List.of()))).isEqualTo(700 + 6L * ids.length());
        assertThat(CallSize.atMost(record(World.CUSTOMER, "主机", List.of())))
                .as("in UTF-8")
                .isEqualTo(700 + 6L * (World.CUSTOMER.key().length() + 6));
    }

    @Test
    @DisplayName("SUB-2 all parts of a record count")
    void parts() {
        List<Allocation> two = List.of(of("a", 3), of("bb", 4));
        long without = CallSize.atMost(record(World.CUSTOMER, "hosts", List.of()));
        MeteringRecord record = record(World.CUSTOMER, "hosts", two);

        assertThat(CallSize.atMost(record) - without)
                .isEqualTo(record.content().shown().stream()
                        .mapToInt(TaggedUnits::bytes)
                        .sum())
                .isEqualTo(2 * (48 + 24 + 9 + 24 + 4 + 3) + 1 + 2);
    }

    private static TaggedUnits part(Tag... tags) {
        return new TaggedUnits(List.of(tags), 1);
    }

    private static Allocation of(String workspace, long units) {
        return new Allocation(new WorkspaceId(workspace), new SiteId("us1"), units);
    }

    private static MeteringRecord record(MarketplaceCustomer customer, String dimension, List<Allocation> allocations) {
        RecordId id = new RecordId(new Meter(customer, new Dimension(dimension)), Metering.HOUR);
        return MeteringRecord.made(
                        id, Metering.BILLED, RecordContent.of(World.START, allocations), World.byClock(World.START))
                .after();
    }
}
