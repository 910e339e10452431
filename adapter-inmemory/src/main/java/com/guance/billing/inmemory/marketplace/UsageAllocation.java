package com.guance.billing.inmemory.marketplace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a record's quantity ("UsageAllocation" page), unchecked.
 *
 * @param quantity whole units
 * @param tags in the order sent, since a key may wrongly come twice; null when untagged, which is not the same as an empty list
 */
record UsageAllocation(long quantity, @Nullable List<Tag> tags) {

    UsageAllocation {
        tags = tags == null ? null : List.copyOf(tags);
    }

    List<Tag> tagsOrNone() {
        return tags == null ? List.of() : tags;
    }

    BilledUsage.Share billed() {
        Map<String, String> byKey = new LinkedHashMap<>();
        tagsOrNone().forEach(tag -> byKey.put(tag.key(), tag.value()));
        return new BilledUsage.Share(byKey, quantity);
    }

    /** A key and a value, unchecked. */
    record Tag(String key, String value) {}
}
