package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Workspaces, by their history: the contract of {@link com.guance.billing.ports.driven.Workspaces}. */
public interface WorkspacesContract extends AggregateContract<Workspace> {

    @Override
    default Change<Workspace> birth() {
        return Given.workspacePaidBy("1", "wksp_1");
    }

    @Override
    default Change<Workspace> next(Workspace before) {
        return Given.payerEnded(before, "1");
    }

    @Override
    default Option<Versioned<Workspace>> load(Stores stores) {
        WorkspaceId id = new WorkspaceId("wksp_1");
        return Option.of(stores.workspaces().find(List.of(id)).get(id));
    }

    @Override
    default void bear(Stores stores, Change<Workspace> birth) {
        stores.workspaces().save(List.of(Revision.first(birth)));
    }

    @Override
    default void save(Stores stores, Revision<Workspace> revision) {
        stores.workspaces().save(List.of(revision));
    }

    /** Loading. */
    @Test
    @DisplayName("those that exist are loaded, by id; nobody is asked for, nobody is loaded")
    default void thoseThatExistAreLoaded() {
        SavedWorkspaces.bear(
                unitOfWork(), List.of(Given.workspacePaidBy("1", "wksp_1"), Given.workspacePaidByHolder("wksp_2")));
        List<WorkspaceId> asked = List.of(new WorkspaceId("wksp_2"), new WorkspaceId("wksp_3"));

        assertThat(Work.map(unitOfWork(), stores -> stores.workspaces().find(asked)))
                .isEqualTo(Map.of(
                        new WorkspaceId("wksp_2"),
                        new Versioned<>(Given.workspacePaidByHolder("wksp_2").after(), 1)));
        assertThat(Work.map(unitOfWork(), stores -> stores.workspaces().find(List.of())))
                .isEmpty();
    }

    /** Identity. */
    @Test
    @DisplayName("ids that differ in case, accents, width or trailing space are different workspaces")
    default void similarIdsAreDifferent() {
        List<Change<Workspace>> births = IntStream.range(0, SavedWorkspaces.SIMILAR.size())
                .mapToObj(i -> Given.named(SavedWorkspaces.SIMILAR.get(i), "name " + i, "1"))
                .collect(Collectors.toList());
        SavedWorkspaces.bear(unitOfWork(), births);

        Map<WorkspaceId, Versioned<Workspace>> found = SavedWorkspaces.find(unitOfWork(), SavedWorkspaces.SIMILAR);

        assertThat(found).hasSize(SavedWorkspaces.SIMILAR.size());
        births.forEach(birth -> assertThat(found).containsEntry(birth.after().id(), new Versioned<>(birth.after(), 1)));
    }

    /** Text. */
    @Test
    @DisplayName("names of 256 characters, beyond the basic plane too, come back as they were")
    default void longNamesComeBack() {
        List<Change<Workspace>> births = List.of(
                Given.named("wksp_1", "\uD83D\uDE80".repeat(256), "1"),
                Given.named("wksp_2", "观".repeat(256), "1"),
                Given.named("wksp_3", "'; DROP TABLE \"workspace\" -- \\ % _ é e\u0301 \u202E\u2028{}${x}?:x", "1"));
        SavedWorkspaces.bear(unitOfWork(), births);

        Map<WorkspaceId, Versioned<Workspace>> found =
                SavedWorkspaces.find(unitOfWork(), List.of("wksp_1", "wksp_2", "wksp_3"));

        births.forEach(birth -> assertThat(found).containsEntry(birth.after().id(), new Versioned<>(birth.after(), 1)));
    }

    /** INV-4 */
    @Test
    @DisplayName("locks come back in the order in which they came, bindings and instants to the nanosecond (INV-4)")
    default void aLongHistoryComesBack() {
        Workspace born = birth().after();
        Change<Workspace> history = next(born);
        history = history.then(history.after()
                .lock(new LockCause.Arrears(Given.HOLDER.id()), LockPolicy.defaults(), Given.byHolder()));
        history = history.then(history.after()
                .lock(
                        new LockCause.Administrative("违规 \uD83D\uDE80", Given.OWNER),
                        LockPolicy.defaults(),
                        Given.byHolder()));
        Change<Workspace> whole = history;
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            save(stores, new Revision<>(1, whole));
        });

        Workspace loaded = Work.in(unitOfWork(), this::load).get().aggregate();

        Same.assertSame(loaded, whole.after());
        assertThat(loaded.locks().causes()).hasSize(3);
    }

    /** All or none. */
    @Test
    @DisplayName("changes are saved all or none: one stale one refuses all")
    default void changesAreSavedAllOrNone() {
        SavedWorkspaces.bear(unitOfWork(), List.of(birth()));
        List<Revision<Workspace>> revisions = List.of(
                Revision.first(Given.workspacePaidByHolder("wksp_0")),
                new Revision<>(2, next(birth().after())),
                Revision.first(Given.workspacePaidByHolder("wksp_2")));

        Work.refused(unitOfWork(), stores -> stores.workspaces().save(revisions));

        assertThat(SavedWorkspaces.find(unitOfWork(), List.of("wksp_0", "wksp_1", "wksp_2")))
                .containsOnly(Map.entry(new WorkspaceId("wksp_1"), new Versioned<>(birth().after(), 1)));
    }

    /** Mixed batches. */
    @Test
    @DisplayName("births, changes and touches of different workspaces are saved together; no change saves nothing")
    default void mixedChangesAreSavedTogether() {
        SavedWorkspaces.bear(unitOfWork(), List.of(birth(), Given.workspacePaidByHolder("wksp_2")));
        Workspace second = Given.workspacePaidByHolder("wksp_2").after();

        Work.run(unitOfWork(), stores -> {
            stores.workspaces()
                    .save(List.of(
                            new Revision<>(1, Change.none(second)),
                            Revision.first(Given.workspacePaidByHolder("wksp_3")),
                            new Revision<>(1, next(birth().after()))));
            stores.workspaces().save(List.of());
        });

        assertThat(SavedWorkspaces.find(unitOfWork(), List.of("wksp_1", "wksp_2", "wksp_3")))
                .containsOnly(
                        Map.entry(
                                new WorkspaceId("wksp_1"),
                                new Versioned<>(next(birth().after()).after(), 2)),
                        Map.entry(new WorkspaceId("wksp_2"), new Versioned<>(second, 2)),
                        Map.entry(
                                new WorkspaceId("wksp_3"),
                                new Versioned<>(
                                        Given.workspacePaidByHolder("wksp_3").after(), 1)));
    }

    /** Who pays now. */
    @Test
    @DisplayName("those that a subscription pays for now are found, not those it paid for or another pays for")
    default void thosePaidForNowAreFound() {
        SavedWorkspaces.bear(
                unitOfWork(),
                List.of(
                        Given.workspacePaidBy("1", "wksp_a"),
                        Given.workspacePaidBy("1", "wksp_b"),
                        Given.workspacePaidBy("2", "wksp_c"),
                        Given.workspacePaidByHolder("wksp_d")));
        Versioned<Workspace> ended =
                SavedWorkspaces.paidBy(unitOfWork(), "1", 1).get(0);
        Work.run(unitOfWork(), stores -> save(stores, Revision.of(ended, next(ended.aggregate()))));

        assertThat(SavedWorkspaces.paidBy(unitOfWork(), "1", 10))
                .containsExactly(
                        new Versioned<>(Given.workspacePaidBy("1", "wksp_b").after(), 1));
        assertThat(SavedWorkspaces.paidBy(unitOfWork(), "3", 10)).isEmpty();
    }

    /** Coming back. */
    @Test
    @DisplayName("one that is bound again is found under its new payer only")
    default void oneBoundAgainIsFoundUnderItsNewPayer() {
        Change<Workspace> ended = next(birth().after());
        Change<Workspace> rebound = ended.then(SavedWorkspaces.boundTo("2", ended.after()));
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            save(stores, new Revision<>(1, rebound));
        });

        assertThat(SavedWorkspaces.paidBy(unitOfWork(), "1", 10)).isEmpty();
        assertThat(SavedWorkspaces.paidBy(unitOfWork(), "2", 10)).containsExactly(new Versioned<>(rebound.after(), 2));
    }

    /** Order and limit. */
    @Test
    @DisplayName("those that a subscription pays for come in the order of their ids, at most as many as asked for")
    default void thosePaidForComeInOrder() {
        List<String> ids = List.of("wksp_10", "wksp_2", "wksp_B", "wksp_a", "wksp-c", "Wksp_z", "wksp_é");
        SavedWorkspaces.bear(
                unitOfWork(),
                ids.stream().map(id -> Given.workspacePaidBy("1", id)).collect(Collectors.toList()));
        List<String> ordered = ids.stream().sorted().collect(Collectors.toList());

        assertThat(SavedWorkspaces.ids(SavedWorkspaces.paidBy(unitOfWork(), "1", 100)))
                .isEqualTo(ordered);
        assertThat(SavedWorkspaces.ids(SavedWorkspaces.paidBy(unitOfWork(), "1", 3)))
                .isEqualTo(ordered.subList(0, 3));
    }

    /** END-4 */
    @Test
    @DisplayName("2,000 workspaces are saved at once, found at once, and ended in chunks, each once (END-4)")
    default void twoThousandAtOnce() {
        List<String> ids =
                IntStream.range(0, 2_000).mapToObj(i -> "wksp_" + (10_000 + i)).collect(Collectors.toList());
        SavedWorkspaces.bear(
                unitOfWork(),
                ids.stream().map(id -> Given.workspacePaidBy("1", id)).collect(Collectors.toList()));
        assertThat(SavedWorkspaces.find(unitOfWork(), ids)).hasSize(2_000);

        List<String> ended = new ArrayList<>();
        List<Versioned<Workspace>> chunk = SavedWorkspaces.paidBy(unitOfWork(), "1", 700);
        while (!chunk.isEmpty()) {
            ended.addAll(SavedWorkspaces.ids(chunk));
            SavedWorkspaces.end(unitOfWork(), "1", chunk);
            chunk = SavedWorkspaces.paidBy(unitOfWork(), "1", 700);
        }

        assertThat(ended).isEqualTo(ids);
        assertThat(SavedWorkspaces.find(unitOfWork(), ids).values())
                .allMatch(workspace ->
                        workspace.version() == 2 && workspace.aggregate().isLocked());
    }
}
