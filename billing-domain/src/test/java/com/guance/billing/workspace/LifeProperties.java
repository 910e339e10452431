package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.FullyLocked;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.LockEvent.LockReminded;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What is so after every step of any life. */
class LifeProperties {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Property
    @Label("UNL-4 INV-1 active and unlocked, somebody pays who can, or a successor is awaited within its deadline")
    void somebodyPays(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(born, steps, stage -> {
            Workspace now = stage.workspace();
            if (now.activeSince().isDefined() && now.closed().isEmpty() && !now.isLocked()) {
                assertThat(stage.payerCanPay()
                                || now.successor().exists(it -> stage.now().isBefore(it.deadline())))
                        .isTrue();
            }
        });
    }

    @Property
    @Label("INV-4 the events of a life lead to the same workspace again, field by field")
    void replays(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(born, steps, stage -> {
            assertThat(Workspace.replay(stage.told())).isEqualTo(stage.workspace());
            Statistics.label("phase").collect(stage.workspace().phase());
            stage.told().forEach(event -> Statistics.label("event").collect(event.getClass()));
        });
        mustOccur("phase", Stream.of(Phase.values()));
        mustOccur(
                "event",
                Stream.of(LifeEvent.class, SettlementEvent.class, LockEvent.class)
                        .flatMap(family -> Stream.of(family.getPermittedSubclasses())));
    }

    @Property
    @Label("SET-10 whoever paid paid without overlap, in order, and only the last may still pay")
    void bindings(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(born, steps, stage -> {
            List<Binding> all = stage.workspace().bindings().all();
            for (int i = 0; i < all.size(); i++) {
                Option<Instant> until = all.get(i).until();
                Instant from = all.get(i).from();
                assertThat(from).isBeforeOrEqualTo(until.getOrElse(from)).isBeforeOrEqualTo(stage.now());
                if (i + 1 < all.size()) {
                    assertThat(until.get()).isBeforeOrEqualTo(all.get(i + 1).from());
                }
            }
        });
    }

    @Property
    @Label("LOCK-1 LOCK-2 locked, and a countdown runs, exactly while there are causes")
    void locks(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(born, steps, stage -> {
            Locks locks = stage.workspace().locks();
            assertThat(stage.workspace().isLocked()).isEqualTo(!locks.causes().isEmpty());
            assertThat(locks.countdown().isDefined()).isEqualTo(locks.isLocked());
            assertThat(locks.causes().stream().filter(cause -> cause.ended().isDefined()))
                    .hasSizeLessThan(2);
        });
    }

    @Property
    @Label("ARR-7 ARR-8 active and Commercial for ever, once it is; before that it owns neither payer nor month")
    void oneWay(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        Stage stage = new Stage(born);
        steps.forEach(step -> {
            Workspace before = stage.workspace();
            step.on(stage);
            Workspace after = stage.workspace();
            if (before.activeSince().isDefined()) {
                assertThat(after.activeSince()).isEqualTo(before.activeSince());
                assertThat(after.plan()).isEqualTo(Plan.COMMERCIAL);
                assertThat(after.closed().contains(Closure.LAPSED)).isFalse();
            } else if (after.activeSince().isEmpty()) {
                assertThat(after.bindings().all()).isEmpty();
                assertThat(after.monthUsed()).isEmpty();
            }
        });
    }

    @Property
    @Label("SET-6 SET-13 no two changes of one workspace use the same month")
    void onceAMonth(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(
                born,
                steps,
                stage -> assertThat(stage.told().stream()
                                .filter(SettlementMethodChanged.class::isInstance)
                                .flatMap(event -> ((SettlementMethodChanged) event)
                                        .month()
                                        .toJavaStream())
                                .map(at -> YearMonth.from(at.atZone(SHANGHAI))))
                        .doesNotHaveDuplicates());
    }

    @Property
    @Label("SET-9 UNL-6 DIS-1 ARR-8 from a closed workspace comes no event, from a fully locked one no way back")
    void finality(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        Stage stage = new Stage(born);
        steps.forEach(step -> {
            Workspace before = stage.workspace();
            step.on(stage);
            if (before.closed().isDefined()) {
                assertThat(stage.workspace()).isSameAs(before);
            } else if (before.phase() == Phase.FULLY_LOCKED) {
                assertThat(stage.workspace().phase()).isIn(Phase.FULLY_LOCKED, Phase.DISSOLVED, Phase.LAPSED);
            }
        });
    }

    @Property
    @Label("LOCK-4 LOCK-6 no reminder and no full lock is told twice, and nothing that is due is left behind")
    void onceEach(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        live(born, steps, stage -> {
            assertThat(stage.told().stream().filter(it -> it instanceof LockReminded || it instanceof FullyLocked))
                    .doesNotHaveDuplicates();
            stage.waits(Duration.ZERO);
            assertThat(stage.workspace().nextDue().forAll(stage.now()::isBefore))
                    .isTrue();
        });
    }

    @Property
    @Label("UNL-5 what is unlocked is unlocked: it answers with obstacles, or with a workspace that nothing locks")
    void unlocking(@ForAll("births") Change<Workspace> born, @ForAll("lives") List<LifeStep> steps) {
        Stage stage = new Stage(born);
        steps.forEach(step -> {
            boolean locked = stage.workspace().isLocked();
            int told = stage.told().size();
            step.on(stage);
            boolean accepted = stage.told().stream().skip(told).anyMatch(LockReleased.class::isInstance);
            if (step == LifeStep.UNLOCK && accepted) {
                assertThat(locked).isTrue();
                assertThat(stage.workspace().isLocked()).isFalse();
            }
            Statistics.label("unlocked").collect(step == LifeStep.UNLOCK && accepted);
        });
        mustOccur("unlocked", Stream.of(true));
    }

    private static void live(Change<Workspace> born, List<LifeStep> steps, Consumer<Stage> holds) {
        Stage stage = new Stage(born);
        holds.accept(stage);
        steps.forEach(step -> {
            step.on(stage);
            holds.accept(stage);
        });
    }

    private static void mustOccur(String label, Stream<?> cases) {
        List<?> all = cases.toList();
        Statistics.label(label)
                .coverage(checker -> all.forEach(value -> checker.check(value).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<Change<Workspace>> births() {
        var owner = World.byOwner(World.START);
        return Arbitraries.of(
                Workspace.register(Given.form(), Asked.billingCenter(owner), Life.around())
                        .get(),
                Workspace.register(Given.form(), Life.pending().asked(World.START), Life.around())
                        .get(),
                Workspace.registerAwaiting(Given.form(), Cloud.AWS, Life.around(), owner)
                        .get(),
                Workspace.registerExperience(Given.form(), Life.around(), owner).get());
    }

    /** Most lives begin with a payer: what is seldom by chance happens afterwards. */
    @Provide
    Arbitrary<List<LifeStep>> lives() {
        Arbitrary<List<LifeStep>> beginnings = Arbitraries.of(
                List.of(),
                List.of(LifeStep.FIRST_ACTIVE, LifeStep.SETTLE_BY_FIRST),
                List.of(LifeStep.SECOND_ACTIVE, LifeStep.SETTLE_BY_SECOND));
        Arbitrary<List<LifeStep>> further = Arbitraries.frequencyOf(
                        Tuple.of(60, Arbitraries.of(LifeStep.OFTEN)), Tuple.of(1, Arbitraries.just(LifeStep.DISSOLVE)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
        return Combinators.combine(beginnings, further)
                .as((before, after) ->
                        Stream.concat(before.stream(), after.stream()).toList());
    }
}
