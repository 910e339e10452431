package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.TaggedUnits.Tag;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.policy.WorkspaceTags;
import com.guance.billing.site.SiteId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class AttributionProperties {

    @Property
    @Label("MET-5 what is shown sums to the units, within the limits, in tags that a marketplace takes, no two alike")
    void shown(@ForAll("units") Units units, @ForAll("policies") AttributionPolicy policy) {
        List<TaggedUnits> shown = Attribution.of(units, policy);
        Statistics.label("shown")
                .collect(
                        shown.isEmpty()
                                ? "nothing"
                                : shown.size() >= units.byWorkspace().size() ? "each" : "gathered");

        assertThat(shown.stream().mapToLong(TaggedUnits::units).sum()).isEqualTo(units.total());
        assertThat(shown).hasSizeLessThanOrEqualTo(policy.mostAllocations());
        assertThat(shown.size() <= 1
                        || shown.stream().mapToInt(TaggedUnits::bytes).sum() <= policy.mostBytes())
                .isTrue();
        assertThat(shown).extracting(TaggedUnits::tags).doesNotHaveDuplicates();
        assertThat(shown).allSatisfy(part -> {
            assertThat(part.tags()).extracting(Tag::key).isEqualTo(keys(policy));
            assertThat(part.tags()).allMatch(tag -> tag.value().matches("[A-Za-z0-9 +\\-=._:/@]{1,256}"));
        });
    }

    @Property
    @Label("MET-5 MET-6 the same units are shown alike, in whatever order they come")
    void order(@ForAll("units") Units units, @ForAll("policies") AttributionPolicy policy, @ForAll Random chance) {
        List<Allocation> shuffled = new ArrayList<>(units.byWorkspace());
        Collections.shuffle(shuffled, chance);

        assertThat(Attribution.of(new Units(shuffled, units.other()), policy)).isEqualTo(Attribution.of(units, policy));
    }

    @Property
    @Label("MET-5 nobody who is gathered has more units than anybody who is shown by name")
    void smallestFirst(@ForAll("units") Units units, @ForAll("policies") AttributionPolicy policy) {
        List<TaggedUnits> shown = Attribution.of(units, policy);
        long smallest = shown.stream()
                .filter(part -> isNamed(units, part))
                .mapToLong(TaggedUnits::units)
                .min()
                .orElse(Long.MAX_VALUE);

        assertThat(units.byWorkspace())
                .filteredOn(allocation -> shown.stream().noneMatch(part -> isOf(allocation, part)))
                .allMatch(gathered -> gathered.units() <= smallest);
    }

    @Example
    @Label("MET-5 more than there is room for: the largest by name, the others per site, the smallest sites as other")
    void gathered() {
        Units units = new Units(
                List.of(of("a", "us1", 5), of("b", "eu1", 1), of("c", "us1", 2), of("d", "cn1", 3), of("e", "eu1", 9)),
                4);

        assertThat(words(units, 6))
                .containsExactly("a us1 5", "b eu1 1", "c us1 2", "d cn1 3", "e eu1 9", "other other 4");
        assertThat(words(units, 5))
                .containsExactly("e eu1 9", "other cn1 3", "other eu1 1", "other us1 7", "other other 4");
        assertThat(words(units, 3)).containsExactly("other eu1 10", "other us1 7", "other other 7");
        assertThat(words(units, 1)).containsExactly("other other 24");
        assertThat(words(new Units(List.of(), 0), 1)).isEmpty();
    }

    @Example
    @Label("MET-5 a workspace or site called other, or as long as can be, is shown without harm")
    void names() {
        Units units = new Units(List.of(of("other", "us1", 5), of("other2", "us1", 1), of("z", "us1", 1)), 0);

        assertThat(Attribution.of(units, AttributionPolicy.defaults().withLimits(2, 10_000)))
                .extracting(part -> part.tags().get(0).value(), TaggedUnits::units)
                .containsExactly(tuple("other", 7L));
    }

    @Example
    @Label("MET-5 tags of the host are on every part, what it leaves empty too")
    void ofTheHost() {
        AttributionPolicy policy =
                AttributionPolicy.defaults().withLimits(2, 10_000).withTags(team());
        Units units = new Units(List.of(of("a", "us1", 5), of("b", "us1", 1), of("c", "us1", 1)), 0);

        assertThat(Attribution.of(units, policy))
                .extracting(part -> part.tags().get(2))
                .containsExactly(new Tag("team", "-"), new Tag("team", "other"));
        assertThat(Attribution.of(
                        units,
                        policy.withTags(team((workspace, site) -> "of " + workspace.value() + "/" + site.value()))))
                .extracting(part -> part.tags().get(2))
                .containsExactly(new Tag("team", "of a/us1"), new Tag("team", "other"));
    }

    @Example
    @Label("MET-5 by default 532 usual workspaces are shown one by one, the others gathered; with more room 2,500")
    void usual() {
        List<Allocation> many = IntStream.range(0, 2_501)
                .mapToObj(i -> of("wksp_" + "0".repeat(28) + (10_000 + i), "us1", 1))
                .toList();

        AttributionPolicy roomy = new AttributionPolicy(2_500, 400_000, WorkspaceTags.none());

        assertThat(Attribution.of(new Units(many, 0), AttributionPolicy.defaults()))
                .hasSize(533)
                .filteredOn(part -> part.tags().get(0).value().equals("other"))
                .singleElement()
                .satisfies(part -> assertThat(part.units()).isEqualTo(2_501 - 532));
        assertThat(Attribution.of(new Units(many.subList(0, 2_500), 0), roomy)).hasSize(2_500);
        assertThat(Attribution.of(new Units(many, 0), roomy))
                .hasSize(2_500)
                .filteredOn(part -> part.tags().get(0).value().equals("other"))
                .singleElement()
                .satisfies(part -> assertThat(part.units()).isEqualTo(2));
    }

    @Example
    @Label("MET-5 what fits to the byte is shown, and no more is gathered than has no room")
    void toTheByte() {
        Units oneSite = new Units(List.of(of("a", "us1", 5), of("b", "us1", 3), of("c", "us1", 1)), 0);
        int ofAll = words(oneSite, 9, 10_000).size() * part("a");
        Units sites = new Units(List.of(of("a", "us1", 5), of("b", "eu1", 3), of("c", "cn1", 1)), 0);

        assertThat(words(oneSite, 9, ofAll)).containsExactly("a us1 5", "b us1 3", "c us1 1");
        assertThat(words(oneSite, 9, ofAll - 1)).containsExactly("a us1 5", "other us1 4");
        assertThat(words(sites, 9, ofAll - 1)).containsExactly("other us1 5", "other other 4");
    }

    private static int part(String workspace) {
        return TaggedUnits.bytes(List.of(new Tag("workspace", workspace), new Tag("site", "us1")));
    }

    private static List<String> words(Units units, int most) {
        return words(units, most, 10_000);
    }

    private static List<String> words(Units units, int most, int bytes) {
        return Attribution.of(units, AttributionPolicy.defaults().withLimits(most, bytes)).stream()
                .map(part ->
                        part.tags().get(0).value() + " " + part.tags().get(1).value() + " " + part.units())
                .toList();
    }

    private static boolean isNamed(Units units, TaggedUnits part) {
        return units.byWorkspace().stream().anyMatch(allocation -> isOf(allocation, part));
    }

    private static boolean isOf(Allocation allocation, TaggedUnits part) {
        return part.tags().get(0).value().equals(allocation.workspace().value());
    }

    private static List<String> keys(AttributionPolicy policy) {
        List<String> keys = new ArrayList<>(List.of("workspace", "site"));
        keys.addAll(policy.tags().keys());
        return keys;
    }

    private static Allocation of(String workspace, String site, long units) {
        return new Allocation(new WorkspaceId(workspace), new SiteId(site), units);
    }

    private static WorkspaceTags team() {
        return team((workspace, site) -> "");
    }

    private static WorkspaceTags team(BiFunction<WorkspaceId, SiteId, String> value) {
        return new WorkspaceTags() {
            @Override
            public List<String> keys() {
                return List.of("team");
            }

            @Override
            public String value(String key, WorkspaceId workspace, SiteId site) {
                return value.apply(workspace, site);
            }
        };
    }

    @Provide
    Arbitrary<Units> units() {
        Arbitrary<List<Allocation>> allocations = Combinators.combine(
                        Arbitraries.of("us1", "eu1", "cn1", "\u79df"),
                        Arbitraries.longs().between(1, 50))
                .as((site, units) -> of("w", site, units))
                .list()
                .ofMaxSize(30)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> of(
                                "wksp_" + i,
                                all.get(i).site().value(),
                                all.get(i).units()))
                        .toList());
        return Combinators.combine(allocations, Arbitraries.longs().between(0, 3))
                .as(Units::new);
    }

    @Provide
    Arbitrary<AttributionPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(100, 6_000),
                        Arbitraries.of(WorkspaceTags.none(), team()))
                .as(AttributionPolicy::new);
    }
}
