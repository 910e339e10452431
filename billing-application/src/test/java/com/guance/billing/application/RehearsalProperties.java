package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.RehearseDue.Rehearsal;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Whatever has happened before, and whenever it would be: what is shown is what is sent. */
class RehearsalProperties {

    @Property(tries = 200)
    @Label("ASK-4 what a rehearsal shows is what the next run sends, and it leaves nothing behind")
    void shownIsSent(
            @ForAll("histories") List<Step> history, @ForAll long seed, @ForAll @IntRange(max = 12) int hours) {
        History played = new History(seed);
        Stream.concat(history.stream(), Stream.of(Step.REGISTER, Step.CHARGE, Step.CHARGE, Step.CHARGE))
                .forEach(played::play);
        Scene scene = played.scene();
        scene.pass(Duration.ofHours(hours));
        Commits commits = new Commits(scene.store, new ArrayList<>());
        SentRecords sent = SentRecords.accepting(scene.aws.asPort(scene.profile));
        CloudBilling node = scene.node(commits, sent);

        Rehearsal shown = node.rehearseDue().rehearse(scene.now());

        assertThat(commits.committed()).as("one transaction, given up").containsExactly(false);
        assertThat(sent.calls()).isEmpty();
        assertThat(scene.events()).isEmpty();
        assertThat(node.rehearseDue().rehearse(scene.now())).isEqualTo(shown);
        assertThat(node.due().run(scene.now())).isEqualTo(shown.done());
        assertThat(sent.calls()).isEqualTo(shown.calls());
        Statistics.label("something was sent")
                .collect(!shown.calls().isEmpty())
                .coverage(coverage -> coverage.check(true).count(times -> times > 10));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Arbitraries.frequency(Stream.of(Step.values())
                        .map(step -> Tuple.of(step.weight(), step))
                        .collect(Collectors.toList()))
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
    }

    /** A store that notes of each transaction whether it was committed. */
    private record Commits(UnitOfWork real, List<Boolean> committed) implements UnitOfWork {

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            Either<L, R> result = real.inTransaction(work);
            committed.add(result.isRight());
            return result;
        }
    }
}
