package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever customers, marketplace, store and time do, in whatever order: the invariants hold after every step. */
class HistoriesProperties {

    @Property(tries = 400)
    @Label("INV-1 INV-2 INV-4 INV-6 INV-7 INV-8 UNL-4 hold after every step of any history")
    void invariantsHold(@ForAll("histories") List<Step> history, @ForAll long seed) {
        History played = new History(seed);
        history.forEach(step -> {
            played.play(step);
            played.assertInvariants();
        });
        played.settleDown();
        played.assertInvariants();
        assertThat(played.billed()).isBetween(played.accepted(), played.accepted() + played.disputed());
        collect(played);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Arbitraries.frequency(Stream.of(Step.values())
                        .map(step -> Tuple.of(step.weight(), step))
                        .collect(Collectors.toList()))
                .list()
                .ofMinSize(20)
                .ofMaxSize(160);
    }

    private static void collect(History played) {
        interesting("something was billed", played.billed() > 0);
        interesting("a workspace was locked", played.saw("LockPlaced"));
        interesting("a workspace was unlocked", played.saw("LockReleased"));
        interesting("a workspace was fully locked", played.saw("FullyLocked"));
        interesting("a workspace was dissolved", played.saw("WorkspaceDissolved"));
        interesting("a change waited", played.saw("ChangeWaits"));
        interesting("someone was in arrears", played.saw("ArrearsBegan"));
        interesting("a second life began", played.lives() > 1);
        interesting("a record was in doubt", played.faults() > 0);
        interesting("a record backed off", played.saw("RecordUnprocessed"));
        interesting("something is unsettled", played.hasUnsettled());
        interesting("something was refused", played.refusals() > 0);
    }

    private static void interesting(String what, boolean occurred) {
        Statistics.label(what)
                .collect(occurred)
                .coverage(coverage -> coverage.check(true).count(times -> times > 0));
    }
}
