package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a store of aggregates owes, whatever the aggregate. Not implemented by adapters directly.
 *
 * @param <A> the aggregate
 */
public interface AggregateContract<A> extends StoreContract {

    /** An aggregate's first change, always the same. */
    Change<A> birth();

    /** A later change of it, with events. */
    Change<A> next(A before);

    /** Loads the aggregate of {@link #birth()}. */
    Option<Versioned<A>> load(Stores stores);

    /** Saves a birth. */
    void bear(Stores stores, Change<A> birth);

    /** Saves a change that is not a birth. */
    void save(Stores stores, Revision<A> revision);

    /** What is not there is not found. */
    @Test
    @DisplayName("what was never saved is not found")
    default void whatWasNeverSavedIsNotFound() {
        assertThat(Work.option(unitOfWork(), this::load)).isEqualTo(Option.none());
    }

    /** INV-4 */
    @Test
    @DisplayName("a birth is version 1 and is loaded as it was saved (INV-4)")
    default void aBirthIsVersion1() {
        Versioned<A> born = born();

        assertThat(born.version()).isEqualTo(1);
        Same.assertSame(born.aggregate(), birth().after());
    }

    /** INV-4 */
    @Test
    @DisplayName("a save makes the next version, however many events it has, and the state is the fold of all (INV-4)")
    default void aSaveMakesTheNextVersion() {
        Versioned<A> born = born();
        Change<A> next = next(born.aggregate());
        Work.run(unitOfWork(), stores -> save(stores, Revision.of(born, next)));

        Versioned<A> loaded = loaded();

        assertThat(loaded.version()).isEqualTo(2);
        Same.assertSame(loaded.aggregate(), next.after());
    }

    /** Events saved are events that will be told. */
    @Test
    @DisplayName("the events of what is saved will be told, in order, once each")
    default void eventsOfWhatIsSavedWillBeTold() {
        Versioned<A> born = born();
        Change<A> next = next(born.aggregate());
        Work.run(unitOfWork(), stores -> save(stores, Revision.of(born, next)));

        List<DomainEvent> all =
                Stream.concat(birth().events().stream(), next.events().stream()).collect(Collectors.toList());
        assertThat(Work.pending(unitOfWork())).isEqualTo(all);
    }

    /** Optimistic versions. */
    @Test
    @DisplayName("a change from an older version is refused as StaleVersion, and nothing of it is written")
    default void aChangeFromAnOlderVersionIsRefused() {
        Versioned<A> born = born();
        Change<A> next = next(born.aggregate());
        Work.run(unitOfWork(), stores -> save(stores, Revision.of(born, next)));

        Work.refused(unitOfWork(), stores -> save(stores, Revision.of(born, next)));

        assertThat(loaded()).isEqualTo(new Versioned<>(next.after(), 2));
        assertThat(Work.pending(unitOfWork()))
                .hasSize(birth().events().size() + next.events().size());
    }

    /** Optimistic versions. */
    @Test
    @DisplayName("a change from a version that was never stored is refused as StaleVersion")
    default void aChangeFromAVersionNeverStoredIsRefused() {
        Change<A> next = next(birth().after());
        Work.refused(unitOfWork(), stores -> save(stores, new Revision<>(1, next)));
        Versioned<A> born = born();

        Work.refused(unitOfWork(), stores -> save(stores, new Revision<>(2, next)));

        assertThat(loaded()).isEqualTo(born);
    }

    /** Births are unique. */
    @Test
    @DisplayName("a birth of what exists is refused as StaleVersion, and nothing of it is written")
    default void aBirthOfWhatExistsIsRefused() {
        Versioned<A> born = born();

        Work.refused(unitOfWork(), stores -> bear(stores, birth()));

        assertThat(loaded()).isEqualTo(born);
        assertThat(Work.pending(unitOfWork())).isEqualTo(birth().events());
    }

    /** END-4 */
    @Test
    @DisplayName("a change without events touches: a new version, the same state, no event (END-4)")
    default void aChangeWithoutEventsTouches() {
        Versioned<A> born = born();

        Work.run(unitOfWork(), stores -> save(stores, Revision.of(born, Change.none(born.aggregate()))));

        assertThat(loaded()).isEqualTo(new Versioned<>(born.aggregate(), 2));
        assertThat(Work.pending(unitOfWork())).isEqualTo(birth().events());
    }

    /** END-4 */
    @Test
    @DisplayName("a touch makes every other change from the same version stale, another touch too (END-4)")
    default void aTouchMakesOthersStale() {
        Versioned<A> born = born();
        Revision<A> touch = Revision.of(born, Change.none(born.aggregate()));
        Work.run(unitOfWork(), stores -> save(stores, touch));

        Work.refused(unitOfWork(), stores -> save(stores, Revision.of(born, next(born.aggregate()))));
        Work.refused(unitOfWork(), stores -> save(stores, touch));
    }

    /** One winner. */
    @Test
    @DisplayName("of two transactions at once that save from one version, one is refused as StaleVersion")
    default void ofTwoFromOneVersionOneIsRefused() {
        Versioned<A> born = born();
        Revision<A> next = Revision.of(born, next(born.aggregate()));
        Revision<A> touch = Revision.of(born, Change.none(born.aggregate()));

        Overlap.assertOneOfTwoIsRefused(unitOfWork(), stores -> save(stores, next), stores -> save(stores, touch));

        assertThat(loaded().version()).isEqualTo(2);
    }

    /** One winner. */
    @Test
    @DisplayName("of two births at once one is refused as StaleVersion")
    default void ofTwoBirthsOneIsRefused() {
        Overlap.assertOneOfTwoIsRefused(unitOfWork(), stores -> bear(stores, birth()), stores -> bear(stores, birth()));

        assertThat(loaded()).isEqualTo(new Versioned<>(birth().after(), 1));
        assertThat(Work.pending(unitOfWork())).isEqualTo(birth().events());
    }

    private Versioned<A> born() {
        Work.run(unitOfWork(), stores -> bear(stores, birth()));
        return loaded();
    }

    private Versioned<A> loaded() {
        return Work.in(unitOfWork(), this::load).get();
    }
}
