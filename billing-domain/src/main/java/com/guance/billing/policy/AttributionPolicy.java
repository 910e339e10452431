package com.guance.billing.policy;

import com.guance.billing.Required;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a record shows the buyer whose usage it was (MET-5). What has no room of its own is gathered: the smallest workspaces per site,
 * then sites as <em>other</em>.
 *
 * @param mostAllocations in how many parts, 1–2,500 ("UsageRecord" page of the AWS API reference); default 2,500
 * @param mostBytes how large they may be together in the marketplace's words, at least 1; default 80,000, so that CloudTrail keeps the
 *     whole call of such a record
 * @param tags what the host adds to workspace and site
 */
public record AttributionPolicy(int mostAllocations, int mostBytes, WorkspaceTags tags) {

    private static final int MOST_ALLOCATIONS = 2_500;
    private static final int MOST_KEYS = 3;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9 +\\-=._:/@]{1,100}");
    private static final Set<String> TAKEN = Set.of("workspace", "site");

    /**
     * Checks the limits and the keys.
     *
     * @throws IllegalArgumentException if one is out of range, or a key is none, comes twice or is taken
     */
    public AttributionPolicy {
        Required.value(tags, "tags");
        if (mostAllocations < 1 || mostAllocations > MOST_ALLOCATIONS || mostBytes < 1) {
            throw new IllegalArgumentException("a record has 1-2500 allocations, of at least one byte");
        }
        List<String> keys = tags.keys();
        boolean sound = keys.stream().allMatch(key -> KEY.matcher(key).matches() && !TAKEN.contains(key));
        if (!sound || keys.size() > MOST_KEYS || Set.copyOf(keys).size() < keys.size()) {
            throw new IllegalArgumentException("at most 3 different tags besides workspace and site, not " + keys);
        }
    }

    /** The documented defaults. */
    public static AttributionPolicy defaults() {
        return new AttributionPolicy(MOST_ALLOCATIONS, 80_000, WorkspaceTags.none());
    }

    /** The same with other tags of the host. */
    public AttributionPolicy withTags(WorkspaceTags other) {
        return new AttributionPolicy(mostAllocations, mostBytes, other);
    }

    /** The same with other limits. */
    public AttributionPolicy withLimits(int allocations, int bytes) {
        return new AttributionPolicy(allocations, bytes, tags);
    }
}
