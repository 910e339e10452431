package com.guance.billing.metering;

import com.guance.billing.metering.TaggedUnits.Tag;
import com.guance.billing.policy.AttributionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a record's units are shown: the largest workspaces one by one, the others per site, what is left as other (MET-5). */
final class Attribution {

    private static final String OTHER = "other";
    private static final Comparator<Allocation> LARGEST_FIRST = Comparator.comparingLong(Allocation::units)
            .reversed()
            .thenComparing(allocation -> allocation.workspace().value());

    private final AttributionPolicy policy;
    private final TreeMap<String, Long> bySite = new TreeMap<>();
    private final List<TaggedUnits> single = new ArrayList<>();
    private long other;
    private long bytes;

    private Attribution(AttributionPolicy policy, long other) {
        this.policy = policy;
        this.other = other;
    }

    /** The parts: the same for the same units, in whatever order they come; their sum is the units', and no two are alike. */
    static List<TaggedUnits> of(Units units, AttributionPolicy policy) {
        Attribution shown = new Attribution(policy, units.other());
        shown.add(units.byWorkspace().stream().sorted(LARGEST_FIRST).toList());
        shown.gather();
        return shown.parts();
    }

    private void add(List<Allocation> largestFirst) {
        int alone = Math.min(largestFirst.size(), policy.mostAllocations());
        largestFirst.subList(0, alone).forEach(allocation -> {
            TaggedUnits part = new TaggedUnits(
                    tags(
                            allocation.workspace().value(),
                            allocation.site().value(),
                            key -> policy.tags().value(key, allocation.workspace(), allocation.site())),
                    allocation.units());
            single.add(part);
            bytes += part.bytes();
        });
        largestFirst.subList(alone, largestFirst.size()).forEach(this::gather);
        for (int last = alone - 1; last >= 0 && !fits(); last--) {
            bytes -= single.remove(last).bytes();
            gather(largestFirst.get(last));
        }
    }

    private void gather(Allocation allocation) {
        if (bySite.merge(allocation.site().value(), allocation.units(), Long::sum) == allocation.units()) {
            bytes += TaggedUnits.bytes(tagsOf(allocation.site().value()));
        }
    }

    /** Too many sites, too: the smallest of them first. */
    private void gather() {
        while (!fits() && !bySite.isEmpty()) {
            Map.Entry<String, Long> smallest =
                    bySite.entrySet().stream().min(Map.Entry.comparingByValue()).get();
            other += smallest.getValue();
            bytes -= TaggedUnits.bytes(tagsOf(smallest.getKey()));
            bySite.remove(smallest.getKey());
        }
    }

    private boolean fits() {
        int ofOther = other > 0 ? 1 : 0;
        return single.size() + bySite.size() + ofOther <= policy.mostAllocations()
                && bytes + ofOther * (long) TaggedUnits.bytes(tagsOf(OTHER)) <= policy.mostBytes();
    }

    /** In the order of what the buyer reads; a workspace that is called as what was gathered is added to it. */
    private List<TaggedUnits> parts() {
        Map<List<Tag>, Long> parts = new LinkedHashMap<>();
        Stream.of(
                        single.stream()
                                .sorted(Comparator.comparing(
                                        part -> part.tags().get(0).value())),
                        bySite.entrySet().stream().map(site -> new TaggedUnits(tagsOf(site.getKey()), site.getValue())),
                        Stream.of(other).filter(units -> units > 0).map(units -> new TaggedUnits(tagsOf(OTHER), units)))
                .flatMap(all -> all)
                .forEach(part -> parts.merge(part.tags(), part.units(), Long::sum));
        return parts.entrySet().stream()
                .map(part -> new TaggedUnits(part.getKey(), part.getValue()))
                .toList();
    }

    private List<Tag> tagsOf(String site) {
        return tags(OTHER, site, key -> OTHER);
    }

    private List<Tag> tags(String workspace, String site, UnaryOperator<String> ofHost) {
        List<Tag> tags = new ArrayList<>(
                List.of(new Tag("workspace", TagValue.of(workspace)), new Tag("site", TagValue.of(site))));
        policy.tags().keys().forEach(key -> tags.add(new Tag(key, TagValue.of(ofHost.apply(key)))));
        return List.copyOf(tags);
    }
}
