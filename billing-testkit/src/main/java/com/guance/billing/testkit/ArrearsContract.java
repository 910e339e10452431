package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arrears of Billing Center accounts: the contract of {@link com.guance.billing.ports.driven.ArrearsStore}. */
public interface ArrearsContract extends AggregateContract<Arrears> {

    @Override
    default Change<Arrears> birth() {
        return GivenWorkspaces.watched("bc-1");
    }

    @Override
    default Change<Arrears> next(Arrears before) {
        return before.begin(Given.byClock(Given.NOW.plusNanos(3)));
    }

    @Override
    default Option<Versioned<Arrears>> load(Stores stores) {
        BillingCenterAccountId id = new BillingCenterAccountId("bc-1");
        return Option.of(stores.arrears().find(List.of(id)).get(id));
    }

    @Override
    default void bear(Stores stores, Change<Arrears> birth) {
        stores.arrears().save(List.of(Revision.first(birth)));
    }

    @Override
    default void save(Stores stores, Revision<Arrears> revision) {
        stores.arrears().save(List.of(revision));
    }

    /** Loading. */
    @Test
    @DisplayName("accounts that are watched are loaded, by id; nobody is asked for, nobody is loaded")
    default void thoseThatAreWatchedAreLoaded() {
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            bear(stores, GivenWorkspaces.inArrears("bc-2"));
        });

        assertThat(found(List.of("bc-2", "BC-1", "bc-3")))
                .isEqualTo(Map.of(
                        new BillingCenterAccountId("bc-2"),
                        new Versioned<>(GivenWorkspaces.inArrears("bc-2").after(), 1)));
        assertThat(found(List.of())).isEmpty();
    }

    /** Many. */
    @Test
    @DisplayName("2,000 accounts are saved at once, and loaded at once")
    default void manyAreLoadedAtOnce() {
        List<String> ids = IntStream.range(0, 2_000).mapToObj(i -> "bc-观-" + i).collect(Collectors.toList());
        List<Revision<Arrears>> births =
                ids.stream().map(GivenWorkspaces::watched).map(Revision::first).collect(Collectors.toList());

        Work.run(unitOfWork(), stores -> stores.arrears().save(births));

        assertThat(found(ids)).hasSize(2_000);
    }

    /** All or none. */
    @Test
    @DisplayName("changes are saved all or none: one stale one refuses all")
    default void changesAreSavedAllOrNone() {
        Work.run(unitOfWork(), stores -> bear(stores, birth()));
        List<Revision<Arrears>> revisions = List.of(
                Revision.first(GivenWorkspaces.watched("bc-0")),
                new Revision<>(2, next(birth().after())),
                Revision.first(GivenWorkspaces.watched("bc-2")));

        Work.refused(unitOfWork(), stores -> stores.arrears().save(revisions));

        assertThat(found(List.of("bc-0", "bc-1", "bc-2")))
                .containsOnly(Map.entry(new BillingCenterAccountId("bc-1"), new Versioned<>(birth().after(), 1)));
    }

    /** LOCK-7 */
    @Test
    @DisplayName(
            "births, changes and touches of different accounts are saved together; no change saves nothing (LOCK-7)")
    default void mixedChangesAreSavedTogether() {
        Change<Arrears> second = GivenWorkspaces.inArrears("bc-2");
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            bear(stores, second);
        });

        Work.run(unitOfWork(), stores -> {
            stores.arrears()
                    .save(List.of(
                            new Revision<>(1, Change.none(second.after())),
                            Revision.first(GivenWorkspaces.watched("bc-3")),
                            new Revision<>(1, next(birth().after()))));
            stores.arrears().save(List.of());
        });

        assertThat(found(List.of("bc-1", "bc-2", "bc-3")).values())
                .containsExactlyInAnyOrder(
                        new Versioned<>(next(birth().after()).after(), 2),
                        new Versioned<>(second.after(), 2),
                        new Versioned<>(GivenWorkspaces.watched("bc-3").after(), 1));
    }

    /** LOCK-7 */
    @Test
    @DisplayName("arrears that begin or are settled have an open cascade until it has reached every workspace (LOCK-7)")
    default void everyChangeOpensACascade() {
        Change<Arrears> began = next(birth().after());
        Change<Arrears> locked = began.after().cascadeCompleted();
        Change<Arrears> settled = locked.after().settled(Given.byHolder());
        Change<Arrears> released = settled.after().cascadeCompleted();
        Work.run(unitOfWork(), stores -> bear(stores, birth()));
        assertThat(open(10)).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(1, began)));
        assertThat(open(10)).containsExactly(new Versioned<>(began.after(), 2));
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(2, locked)));
        assertThat(open(10)).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(3, settled)));
        assertThat(open(10)).containsExactly(new Versioned<>(settled.after(), 4));
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(4, released)));
        assertThat(open(10)).isEmpty();
    }

    /** LOCK-7 */
    @Test
    @DisplayName("a touch leaves an open cascade open (LOCK-7)")
    default void aTouchLeavesACascadeOpen() {
        Change<Arrears> began = GivenWorkspaces.inArrears("bc-1");
        Work.run(unitOfWork(), stores -> {
            bear(stores, began);
            save(stores, new Revision<>(1, Change.none(began.after())));
        });

        assertThat(open(10)).containsExactly(new Versioned<>(began.after(), 2));
    }

    /** Order and limit. */
    @Test
    @DisplayName("open cascades come in the order of the accounts' ids, at most as many as asked for")
    default void openCascadesComeInOrder() {
        List<String> ids = List.of("b", "B", "10", "2", "a", "é");
        Work.run(unitOfWork(), stores -> ids.forEach(id -> bear(stores, GivenWorkspaces.inArrears(id))));
        List<String> ordered = ids.stream().sorted().collect(Collectors.toList());

        assertThat(open(100))
                .extracting(found -> found.aggregate().account().value())
                .isEqualTo(ordered);
        assertThat(open(2))
                .extracting(found -> found.aggregate().account().value())
                .isEqualTo(ordered.subList(0, 2));
    }

    private Map<BillingCenterAccountId, Versioned<Arrears>> found(List<String> ids) {
        List<BillingCenterAccountId> asked =
                ids.stream().map(BillingCenterAccountId::new).collect(Collectors.toList());
        return Work.in(unitOfWork(), stores -> stores.arrears().find(asked));
    }

    private List<Versioned<Arrears>> open(int limit) {
        return Work.in(unitOfWork(), stores -> stores.arrears().withOpenCascade(limit));
    }
}
