package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationRulesTest {

    private static final String ALLOCATIONS = "InvalidUsageAllocationsException";
    private static final String TAG = "InvalidTagException";

    private final Market market = Market.global();

    @Test
    @DisplayName("MET-5 shares with distinct tags that sum to the quantity are billed as sent")
    void accepted() {
        market.meter(record(6, tagged(1, "workspace", "a"), tagged(2, "workspace", "b"), untagged(3)));

        assertThat(market.aws.billed()).singleElement().satisfies(usage -> {
            assertThat(usage.quantity()).isEqualTo(6);
            assertThat(usage.shares())
                    .containsExactly(
                            new BilledUsage.Share(Map.of("workspace", "a"), 1),
                            new BilledUsage.Share(Map.of("workspace", "b"), 2),
                            new BilledUsage.Share(Map.of(), 3));
        });
    }

    @Test
    @DisplayName("the sum must be the quantity, neither more nor less")
    void sum() {
        assertThat(market.refusalOf(record(2, untagged(1)))).isEqualTo(ALLOCATIONS);
        assertThat(market.refusalOf(record(2, untagged(3)))).isEqualTo(ALLOCATIONS);
    }

    @Test
    @DisplayName("tag sets are distinct whatever their order, and at most one allocation is untagged")
    void distinct() {
        UsageAllocation ab = allocation(1, new Tag("a", "1"), new Tag("b", "2"));
        UsageAllocation ba = allocation(1, new Tag("b", "2"), new Tag("a", "1"));
        assertThat(market.refusalOf(record(2, ab, ba))).isEqualTo(ALLOCATIONS);
        assertThat(market.refusalOf(record(2, untagged(1), untagged(1)))).isEqualTo(ALLOCATIONS);
    }

    @Test
    @DisplayName("2,500 allocations are taken, 2,501 and an empty list are not")
    void howMany() {
        UsageAllocation[] most = shares(2_500);
        assertThat(market.refusalOf(record(2_501, shares(2_501)))).isEqualTo("ValidationException");
        assertThat(market.refusalOf(record(0))).isEqualTo("ValidationException");
        assertThat(market.meter(record(2_500, most)).results()).hasSize(1);
    }

    @Test
    @DisplayName("an allocation is a quantity like another: never below 0, never over an int")
    void range() {
        assertThat(market.refusalOf(record(0, tagged(-1, "a", "1"), untagged(1))))
                .isEqualTo("ValidationException");
        assertThat(market.refusalOf(record(1, untagged(1L << 31)))).isEqualTo("ValidationException");
    }

    @Test
    @DisplayName("five tags at most, no key twice, and a list of no tags is not the same as no tags")
    void tags() {
        Tag[] six = IntStream.range(0, 6).mapToObj(n -> new Tag("k" + n, "v")).toArray(Tag[]::new);
        assertThat(market.refusalOf(record(1, allocation(1, six)))).isEqualTo(TAG);
        assertThat(market.refusalOf(record(1, allocation(1, new Tag("k", "1"), new Tag("k", "2")))))
                .isEqualTo(TAG);
        assertThat(market.refusalOf(record(1, allocation(1)))).isEqualTo("ValidationException");
        assertThat(market.meter(record(1, allocation(1, Arrays.copyOf(six, 5)))).results())
                .hasSize(1);
    }

    @Test
    @DisplayName("a key has 1 to 100 characters, a value 1 to 256")
    void lengths() {
        assertThat(refusalOfTag("k".repeat(101), "v")).isEqualTo(TAG);
        assertThat(refusalOfTag("k", "v".repeat(257))).isEqualTo(TAG);
        assertThat(refusalOfTag("", "v")).isEqualTo(TAG);
        assertThat(refusalOfTag("k", "")).isEqualTo(TAG);
        assertThat(refusalOfTag("k".repeat(100), "v".repeat(256))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "工作空间", "a,b", "a;b", "a\\b", "a\nb", "a\n", "\uD83D\uDE00", "a\tb"})
    @DisplayName("what is not in AWS's set of characters is an invalid tag")
    void characters(String text) {
        assertThat(refusalOfTag("k", text)).isEqualTo(TAG);
        assertThat(refusalOfTag(text, "v")).isEqualTo(TAG);
    }

    @Test
    @DisplayName("every character of AWS's set passes")
    void allCharacters() {
        assertThat(refusalOfTag("aZ09 +-=._:/@", "aZ09 +-=._:/@")).isNull();
    }

    private @Nullable String refusalOfTag(String key, String value) {
        try {
            market.meter(record(1, tagged(1, key, value)));
            return null;
        } catch (AwsException refused) {
            return refused.type();
        }
    }

    private static UsageRecord record(long quantity, UsageAllocation... allocations) {
        return new UsageRecord(NOON, CustomerReference.account(ALICE), GB, quantity, List.of(allocations));
    }

    private static UsageAllocation[] shares(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> tagged(1, "workspace", "w" + n))
                .toArray(UsageAllocation[]::new);
    }

    private static UsageAllocation untagged(long quantity) {
        return new UsageAllocation(quantity, null);
    }

    private static UsageAllocation tagged(long quantity, String key, String value) {
        return allocation(quantity, new Tag(key, value));
    }

    private static UsageAllocation allocation(long quantity, Tag... tags) {
        return new UsageAllocation(quantity, List.of(tags));
    }
}
