package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.CallSize;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwedBatchesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Product PRODUCT = new Product("aws", "prod");

    private static final MarketplaceCustomer LEGACY = new MarketplaceCustomer.Legacy(PRODUCT, "customer");
    private static final MarketplaceCustomer LICENSED = new MarketplaceCustomer.Licensed(PRODUCT, "1", "l-1");

    private final Transactions transactions =
            new Transactions(InMemoryBilling.create(), new Watchers(List.of()), lost -> {});

    @Test
    @DisplayName("SUB-2 a call takes at most 25 records, the oldest hours first")
    void twentyFive() {
        IntStream.range(0, 60).forEach(hour -> make(hour, 1));

        assertThat(batches()).extracting(List::size).containsExactly(25, 25, 10);
        assertThat(batches().stream().flatMap(List::stream).map(RecordId::hour)).isSorted();
    }

    @Test
    @DisplayName("SUB-2 MET-5 a call stays below 90 KB, so that CloudTrail keeps it, and is filled as far as that goes")
    void ninetyKilobytes() {
        List<MeteringRecord> made = IntStream.range(0, 9)
                .mapToObj(hour -> make(hour, hour < 8 ? 180 : 2_500))
                .toList();
        long most = SubmittingPolicy.defaults().bytesACall();

        List<List<RecordId>> batches = batches();

        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyElementsOf(made.stream().map(MeteringRecord::id).toList());
        assertThat(batches)
                .hasSizeGreaterThan(1)
                .allSatisfy(batch ->
                        assertThat(size(made, batch)).isLessThan(90_000).isLessThan(most));
        long smallest = made.stream().mapToLong(CallSize::atMost).min().orElseThrow();
        assertThat(batches.get(batches.size() - 1))
                .as("the gathered 2,500, alone")
                .hasSize(1);
        assertThat(batches.subList(0, batches.size() - 2))
                .allSatisfy(batch -> assertThat(size(made, batch) + smallest).isGreaterThanOrEqualTo(most));
    }

    @Test
    @DisplayName("SUB-2 SUB-10 a call names all its customers in one form, that of the oldest hour first")
    void oneForm() {
        IntStream.range(0, 30).forEach(hour -> make(hour % 3 == 0 ? LEGACY : LICENSED, hour, 1));

        List<List<RecordId>> batches = batches();

        assertThat(batches).extracting(List::size).containsExactly(10, 20);
        assertThat(batches.get(0).get(0).meter().customer()).isEqualTo(LEGACY);
        assertThat(batches)
                .allSatisfy(
                        batch -> assertThat(batch.stream().map(id -> id.meter().customer()))
                                .containsOnly(batch.get(0).meter().customer()));
        assertThat(batches.stream().flatMap(List::stream)).hasSize(30).doesNotHaveDuplicates();
    }

    private static long size(List<MeteringRecord> made, List<RecordId> batch) {
        return made.stream()
                .filter(record -> batch.contains(record.id()))
                .mapToLong(CallSize::atMost)
                .sum();
    }

    /** Each batch is left as it is, so that the next is another. */
    private List<List<RecordId>> batches() {
        OwedBatches owed = new OwedBatches(
                transactions, MarketplaceProfile.aws("prod"), SubmittingPolicy.defaults(), NOW.plusSeconds(1_000_000));
        List<List<RecordId>> batches = new ArrayList<>();
        for (List<RecordId> next = owed.next(); !next.isEmpty(); next = owed.next()) {
            batches.add(next);
            owed.leave(next);
        }
        return batches;
    }

    private MeteringRecord make(int hour, int workspaces) {
        return make(LEGACY, hour, workspaces);
    }

    private MeteringRecord make(MarketplaceCustomer customer, int hour, int workspaces) {
        MeteringHour start = new MeteringHour(NOW.plusSeconds(3_600L * hour));
        RecordId id = new RecordId(new Meter(customer, new Dimension("units")), start);
        List<Allocation> allocations = IntStream.range(0, workspaces)
                .mapToObj(i -> new Allocation(new WorkspaceId("wksp_" + i), new SiteId("us1"), 1))
                .toList();
        Closing closing = new Closing(
                MeteringRecord.made(
                        id,
                        new BilledThrough(CloudAccountId.of("aws", "1"), new SubscriptionId("s"), NOW),
                        RecordContent.of(start.start(), allocations),
                        new Request(new Actor.Clock(), NOW)),
                Map.of(),
                Quantity.ZERO);
        transactions.run(stores -> {
            stores.meteringRecords().close(closing);
            return true;
        });
        return closing.record().after();
    }
}
