package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How usage may be split by tags (MET-5; "Vendor-metered tagging" page of the seller guide). */
final class AllocationRules {

    private static final int MOST_TAGS = 5;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9 +\\-=._:/@]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9 +\\-=._:/@]{1,256}");

    private AllocationRules() {}

    static void check(UsageRecord record) {
        List<UsageAllocation> allocations = record.allocationsOrNone();
        allocations.forEach(allocation -> tags(allocation.tagsOrNone()));
        if (allocations.isEmpty()) {
            return;
        }
        long sum = allocations.stream().mapToLong(UsageAllocation::quantity).sum();
        if (sum != record.quantity()) {
            throw refused("allocations sum to " + sum + ", the quantity is " + record.quantity());
        }
        distinct(allocations);
    }

    /** Tag sets are compared without their order; the empty set is the untagged part, so it too may come only once. */
    private static void distinct(List<UsageAllocation> allocations) {
        Set<Set<Tag>> seen = new HashSet<>();
        for (UsageAllocation allocation : allocations) {
            if (!seen.add(Set.copyOf(allocation.tagsOrNone()))) {
                throw refused("two allocations have the same tags, or none");
            }
        }
    }

    private static void tags(List<Tag> tags) {
        if (tags.size() > MOST_TAGS) {
            throw invalidTag("an allocation has at most 5 tags, not " + tags.size());
        }
        if (tags.stream().map(Tag::key).collect(Collectors.toSet()).size() < tags.size()) {
            throw invalidTag("an allocation has the same key twice");
        }
        for (Tag tag : tags) {
            if (!KEY.matcher(tag.key()).matches() || !VALUE.matcher(tag.value()).matches()) {
                throw invalidTag("a tag is too long, empty, or has a character outside [A-Za-z0-9 +-=._:/@]");
            }
        }
    }

    private static AwsException refused(String why) {
        return AwsException.refused("InvalidUsageAllocationsException", why);
    }

    private static AwsException invalidTag(String why) {
        return AwsException.refused("InvalidTagException", why);
    }
}
