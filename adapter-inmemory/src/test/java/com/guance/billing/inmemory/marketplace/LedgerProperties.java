package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.CALLS;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The engine against the plainest of models: a map that keeps the first quantity it was given. */
class LedgerProperties {

    record Write(String account, boolean byIdentifier, String dimension, int minutesAgo, int quantity) {

        UsageRecord record(InMemoryMarketplace aws) {
            CustomerReference customer = byIdentifier
                    ? CustomerReference.identifier(aws.customerIdentifier(account))
                    : CustomerReference.account(account);
            return new UsageRecord(NOON.minus(Duration.ofMinutes(minutesAgo)), customer, dimension, quantity, null);
        }

        String key() {
            return account + dimension + Math.floorDiv(-minutesAgo, 60);
        }
    }

    @Provide
    Arbitrary<List<Write>> batches() {
        return Combinators.combine(
                        Arbitraries.of(ALICE, BOB),
                        Arbitraries.of(true, false),
                        Arbitraries.of(GB, CALLS),
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.integers().between(0, 3))
                .as(Write::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Misbehaviour> misbehaviours() {
        return Arbitraries.of(
                Misbehaviour.none(),
                Misbehaviour.throttle(),
                Misbehaviour.internalError(),
                Misbehaviour.acceptThenDrop(),
                Misbehaviour.dropBeforeAccepting(),
                Misbehaviour.leaveUnprocessed(0, 1, 5),
                Misbehaviour.leaveOut(2, 3));
    }

    @Property(tries = 300)
    @Label("MET-3 first write wins over any repeats, and what is billed is the sum of the first writes")
    void firstWriteWins(@ForAll @Size(min = 1, max = 8) List<@From("batches") List<Write>> batches) {
        Market market = Market.global();
        String bob = subscribeBob(market);
        Map<String, Integer> model = new HashMap<>();

        for (List<Write> batch : batches) {
            List<Result> results = market.meter(
                            batch.stream().map(w -> w.record(market.aws)).toList())
                    .results();
            for (int i = 0; i < batch.size(); i++) {
                Write write = batch.get(i);
                int first = model.computeIfAbsent(write.key(), key -> write.quantity());
                assertThat(results.get(i).status())
                        .isEqualTo(first == write.quantity() ? Status.SUCCESS : Status.DUPLICATE_RECORD);
            }
        }

        long sum = model.values().stream().mapToLong(Integer::longValue).sum();
        assertThat(market.aws.billed()).hasSize(model.size());
        assertThat(market.aws.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(sum);
        assertThat(market.aws.billedTotal(market.alice, GB)
                        + market.aws.billedTotal(market.alice, CALLS)
                        + market.aws.billedTotal(bob, GB)
                        + market.aws.billedTotal(bob, CALLS))
                .isEqualTo(sum);
    }

    @Property(tries = 300)
    @Label("SUB-1 SUB-3 whatever goes wrong, sending until everything is answered bills every hour exactly once")
    void misbehavingButRetried(
            @ForAll("batches") List<Write> batch,
            @ForAll @Size(max = 6) List<@From("misbehaviours") Misbehaviour> troubles) {
        Market market = Market.global();
        subscribeBob(market);
        market.aws.whenMetering(troubles.toArray(Misbehaviour[]::new));
        List<UsageRecord> owed = batch.stream().map(w -> w.record(market.aws)).collect(Collectors.toList());

        for (int attempt = 0; attempt < 8 && !owed.isEmpty(); attempt++) {
            answered(market, owed).forEach(owed::remove);
        }

        assertThat(owed).isEmpty();
        assertThat(market.aws.billed())
                .hasSize((int) batch.stream().map(Write::key).distinct().count());
    }

    @Property(tries = 200)
    @Label("SUB-6 a batch with one bad record bills nothing, in whatever order")
    void wholeBatchRefusal(
            @ForAll("batches") @Size(max = 24) List<Write> batch,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll Random order) {
        Market market = Market.global();
        subscribeBob(market);
        List<UsageRecord> records =
                batch.stream().map(w -> w.record(market.aws)).collect(Collectors.toCollection(ArrayList::new));
        CustomerReference alice = CustomerReference.account(ALICE);
        records.add(List.of(
                        new UsageRecord(NOON, alice, "other", 1, null),
                        new UsageRecord(NOON, alice, GB, -1, null),
                        new UsageRecord(NOON.minus(Duration.ofDays(2)), alice, GB, 1, null),
                        new UsageRecord(NOON, alice, GB, 1, List.of(new UsageAllocation(2, null))))
                .get(kind));
        Collections.shuffle(records, order);

        assertThat(market.refusalOf(records.toArray(UsageRecord[]::new))).isNotEmpty();
        assertThat(market.aws.billed()).isEmpty();
    }

    private static List<UsageRecord> answered(Market market, List<UsageRecord> owed) {
        try {
            return market.meter(owed).results().stream().map(Result::record).toList();
        } catch (AwsException | ConnectionDroppedException unanswered) {
            return List.of();
        }
    }

    /** Long enough ago that all generated usage lies within the subscription. */
    private static String subscribeBob(Market market) {
        market.passes(Duration.ofDays(-1));
        String bob = market.aws.subscribe(BOB);
        market.clock.moveTo(NOON);
        return bob;
    }
}
