package com.guance.billing.arrears;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrears.ArrearsEvent.ArrearsBegan;
import com.guance.billing.arrears.ArrearsEvent.ArrearsReached;
import com.guance.billing.arrears.ArrearsEvent.ArrearsSettled;
import com.guance.billing.arrears.ArrearsEvent.ArrearsWatched;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArrearsProperties {

    private static final BillingCenterAccountId ACCOUNT = World.HOLDER.id();
    private static final Request BIRTH = World.byStaff(World.START);

    enum Step {
        BEGIN,
        SETTLE,
        REACH
    }

    @Property(tries = 500)
    @Label(
            "LOCK-7 UNL-2 arrears stand from the first beginning to the first settling, each told once and to be reached")
    void beginsAndSettles(@ForAll("steps") List<Step> steps) {
        Arrears arrears = Arrears.watched(ACCOUNT, BIRTH).after();
        Option<Request> since = Option.none();
        Request told = BIRTH;
        boolean open = false;
        int changes = 0;
        for (int i = 0; i < steps.size(); i++) {
            Request by = World.byStaff(World.START.plusSeconds(i + 1));
            Change<Arrears> change = on(arrears, steps.get(i), by);
            boolean news = switch (steps.get(i)) {
                case BEGIN -> since.isEmpty();
                case SETTLE -> since.isDefined();
                case REACH -> open;
            };
            if (news && steps.get(i) != Step.REACH) {
                since = Option.when(steps.get(i) == Step.BEGIN, by);
                told = by;
                changes++;
            }
            open = news ? steps.get(i) != Step.REACH : open;
            arrears = change.after();

            assertThat(change.events()).hasSize(news ? 1 : 0);
            assertThat(arrears.since()).isEqualTo(since);
            assertThat(arrears.stand()).isEqualTo(since.isDefined());
            assertThat(arrears.told()).isEqualTo(told);
            assertThat(arrears.cascadeOpen()).isEqualTo(open);
            assertThat(arrears.changes()).isEqualTo(changes);
        }
    }

    @Property(tries = 300)
    @Label("INV-4 arrears are what their events say, field by field")
    void replay(@ForAll("steps") List<Step> steps) {
        Change<Arrears> change = Arrears.watched(ACCOUNT, BIRTH);
        for (int i = 0; i < steps.size(); i++) {
            change = change.then(on(change.after(), steps.get(i), World.byStaff(World.START.plusSeconds(i))));
        }
        Arrears replayed = Arrears.replay(
                change.events().stream().map(ArrearsEvent.class::cast).toList());

        assertThat(replayed).isEqualTo(change.after());
        assertThat(replayed).usingRecursiveComparison().isEqualTo(change.after());
    }

    @Example
    @Label("INV-4 a history starts with the birth, and a birth within it changes nothing")
    void birth() {
        ArrearsWatched birth = new ArrearsWatched(ACCOUNT, BIRTH);

        assertThatIllegalArgumentException().isThrownBy(() -> Arrears.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arrears.replay(List.of(new ArrearsBegan(ACCOUNT, BIRTH), birth)));
        assertThat(Arrears.replay(List.of(birth, birth)))
                .isEqualTo(Arrears.watched(ACCOUNT, BIRTH).after());
    }

    @Example
    @Label("LOCK-7 each event of arrears is a case of its own, and names account, actor and instant")
    void events() {
        List<ArrearsEvent> all = List.of(
                new ArrearsWatched(ACCOUNT, BIRTH),
                new ArrearsBegan(ACCOUNT, BIRTH),
                new ArrearsSettled(ACCOUNT, BIRTH),
                new ArrearsReached(ACCOUNT, BIRTH));

        assertThat(all)
                .extracting(event -> event.<String>fold(is("watched"), is("began"), is("settled"), is("reached")))
                .containsExactly("watched", "began", "settled", "reached");
        assertThat(all).extracting(DomainEvent::subject).containsOnly(ACCOUNT.value());
        assertThat(all).extracting(DomainEvent::request).containsOnly(BIRTH);
    }

    private static Change<Arrears> on(Arrears arrears, Step step, Request by) {
        return switch (step) {
            case BEGIN -> arrears.begin(by);
            case SETTLE -> arrears.settled(by);
            case REACH -> arrears.cascadeCompleted();
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(10);
    }
}
