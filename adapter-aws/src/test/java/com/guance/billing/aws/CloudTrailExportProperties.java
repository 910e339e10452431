package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Evidence;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CloudTrailExportProperties {

    @Property(tries = 300)
    @Label("ASK-3 what was answered Success is read back from every form of export, with the time of its call")
    void roundTrip(@ForAll("calls") List<List<BilledLine>> calls) {
        List<ObjectNode> events = events(calls);
        Legible<BilledLine> expected =
                Legible.of(calls.stream().flatMap(List::stream).toList());

        assertThat(Trails.read(Trails.file(events))).isEqualTo(expected);
        assertThat(Trails.read(events.toString())).isEqualTo(expected);
        assertThat(Trails.lines(lines(events))).isEqualTo(expected);
        assertThat(Trails.lines(Trails.file(events))).isEqualTo(expected);
        ObjectNode ofTheCli = Trails.JSON.createObjectNode();
        ofTheCli.putArray("Events");
        events.forEach(event -> ofTheCli.withArray("Events").addObject().put("CloudTrailEvent", event.toString()));
        assertThat(Trails.read(ofTheCli.toPrettyString())).isEqualTo(expected);
    }

    @Property(tries = 300)
    @Label("ASK-3 a map as Lake prints it is read back, whatever stands in its texts")
    void flattened(@ForAll("calls") List<List<BilledLine>> calls, @ForAll boolean nested) {
        List<ObjectNode> events = events(calls);
        Legible<BilledLine> expected =
                Legible.of(calls.stream().flatMap(List::stream).toList());

        assertThat(Trails.read(Trails.lakeCsv(events, nested))).isEqualTo(expected);
        assertThat(Trails.read(Trails.lakeJson(events, nested))).isEqualTo(expected);
    }

    @Property(tries = 500)
    @Label("ASK-3 no text breaks the reader of flattened maps")
    void anyMap(@ForAll("rubbish") String rubbish) {
        assertThat(FlattenedMap.read("{a=" + rubbish)).isNotNull();
        assertThat(FlattenedMap.read(rubbish)).isNotNull();
    }

    @Property(tries = 200)
    @Label("ASK-3 events that are delivered twice bill nothing twice")
    void twice(@ForAll("calls") List<List<BilledLine>> calls) {
        List<ObjectNode> events = events(calls);
        List<ObjectNode> twice = new ArrayList<>(events);
        twice.addAll(events);

        assertThat(found(twice)).isEqualTo(found(events));
    }

    @Property(tries = 500)
    @Label("ASK-3 no text breaks the reader, and a line spoils no other")
    void anyText(@ForAll("rubbish") String rubbish, @ForAll("calls") List<List<BilledLine>> calls) {
        assertThat(Trails.read(rubbish).lines()).isEmpty();
        List<ObjectNode> events = events(calls);

        Legible<BilledLine> read =
                Trails.lines(lines(events) + "\n" + rubbish.replace('\n', ' ') + "\n" + lines(events));

        assertThat(read.lines()).hasSize(2 * calls.stream().mapToInt(List::size).sum());
        assertThat(read.problems()).allMatch(problem -> problem.number() == Math.max(1, events.size()) + 1);
    }

    @Property(tries = 200)
    @Label("ASK-3 of a file that is cut off what came before is kept, and it is told")
    void cutOff(@ForAll("calls") List<List<BilledLine>> calls, @ForAll int where) {
        String text = Trails.file(events(calls));
        Legible<BilledLine> read = Trails.read(text.substring(0, Math.floorMod(where, text.length() - 1) + 1));
        List<BilledLine> all = calls.stream().flatMap(List::stream).toList();

        assertThat(read.lines()).isEqualTo(all.subList(0, read.lines().size()));
        assertThat(read.problems()).hasSize(1);
    }

    @Provide
    Arbitrary<String> rubbish() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("{}[]\":,0a \\\u202f").ofMaxLength(30),
                Arbitraries.strings().all().ofMaxLength(30));
    }

    @Provide
    Arbitrary<List<List<BilledLine>>> calls() {
        return Combinators.combine(
                        Arbitraries.of(legacy(), licensed()),
                        Arbitraries.of("hosts", "观 \"\\ d"),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.longs().between(0, Integer.MAX_VALUE))
                .as((customer, dimension, hour, quantity) -> new BilledLine(
                        new RecordId(
                                new Meter(customer, new Dimension(dimension)),
                                MeteringHour.of(Records.HOUR.plus(Duration.ofHours(hour)))),
                        quantity,
                        Records.HOUR,
                        "us-east-1",
                        true))
                .list()
                .ofMaxSize(5)
                .list()
                .ofMaxSize(5)
                .map(calls -> IntStream.range(0, calls.size())
                        .mapToObj(i -> calls.get(i).stream()
                                .map(line -> new BilledLine(
                                        line.record(), line.quantity(), Records.HOUR.plusSeconds(i), "us-east-1", true))
                                .toList())
                        .toList());
    }

    private static Reconciliation found(List<ObjectNode> events) {
        return Reconciliation.of(
                List.of(),
                Trails.read(Trails.file(events)).lines(),
                List.of(),
                new Evidence(Option.none(), List.of(), Gaps.NONE));
    }

    private static List<ObjectNode> events(List<List<BilledLine>> calls) {
        return IntStream.range(0, calls.size())
                .mapToObj(i -> Trails.event("e-" + i, Records.HOUR.plusSeconds(i), calls.get(i)))
                .toList();
    }

    private static String lines(List<ObjectNode> events) {
        return events.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    }

    static MarketplaceCustomer legacy() {
        return new MarketplaceCustomer.Legacy(Records.PROFILE.product(), "customer-1");
    }

    static MarketplaceCustomer licensed() {
        return new MarketplaceCustomer.Licensed(Records.PROFILE.product(), "111122223333", "l-0123");
    }
}
