package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.testkit.WorkspaceLife.Birth;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What time brings to workspaces, and what it has brought: a part of the contract of
 * {@link com.guance.billing.ports.driven.Workspaces}.
 */
public interface WorkspaceTimesContract extends StoreContract {

    /** A long time. */
    Duration LONG = Duration.ofDays(365);

    /** LOCK-6 */
    @Test
    @DisplayName(
            "a workspace is due at the instant at which time brings something, to the nanosecond, and not before (LOCK-6)")
    default void aWorkspaceIsDueAtItsInstant() {
        List<Change<Workspace>> waiting = List.of(
                lived("wksp_1", Birth.AWAITING),
                lived("wksp_2", Birth.PAID_BY_HOLDER, WorkspaceStep.WAIT_FOR_3),
                lived("wksp_3", Birth.PAID_BY_1, WorkspaceStep.SUCCESSOR_OF_1),
                lived("wksp_4", Birth.PAID_BY_1, WorkspaceStep.END_OF_1),
                lived("wksp_5", Birth.PAID_BY_HOLDER, WorkspaceStep.LOCK_BY_STAFF, WorkspaceStep.DAYS_PASS));
        waiting.forEach(birth -> SavedWorkspaces.bear(unitOfWork(), List.of(birth)));

        for (Change<Workspace> birth : waiting) {
            Instant at = birth.after().nextDue().get();
            Versioned<Workspace> expected = new Versioned<>(birth.after(), 1);
            assertThat(due(at.minusNanos(1), 10)).doesNotContain(expected);
            assertThat(due(at, 10)).contains(expected);
            assertThat(due(at.plus(LONG), 10)).contains(expected);
        }
    }

    /** LOCK-6 */
    @Test
    @DisplayName("nothing is due of those to which time brings nothing: unlocked, fully locked, closed")
    default void nothingIsDueWhereTimeBringsNothing() {
        SavedWorkspaces.bear(
                unitOfWork(),
                List.of(
                        lived("wksp_1", Birth.PAID_BY_1),
                        lived("wksp_2", Birth.EXPERIENCE),
                        lived("wksp_3", Birth.PAID_BY_1, WorkspaceStep.END_OF_1, WorkspaceStep.WEEKS_PASS),
                        lived("wksp_4", Birth.PAID_BY_1, WorkspaceStep.END_OF_1, WorkspaceStep.DISSOLVE),
                        lived("wksp_5", Birth.AWAITING, WorkspaceStep.WEEKS_PASS),
                        lived("wksp_6", Birth.PAID_BY_1, WorkspaceStep.END_OF_1, WorkspaceStep.SETTLE_BY_HOLDER),
                        lived("wksp_7", Birth.PAID_BY_HOLDER, WorkspaceStep.WAIT_FOR_3, WorkspaceStep.WITHDRAW)));

        assertThat(due(Given.NOW.plus(LONG), 10)).isEmpty();
    }

    /** LOCK-4 */
    @Test
    @DisplayName(
            "what was brought is not due again; what comes next is: three reminders, then the full lock (LOCK-3, LOCK-4)")
    default void whatWasBroughtIsNotDueAgain() {
        SavedWorkspaces.bear(unitOfWork(), List.of(lived("wksp_1", Birth.PAID_BY_1, WorkspaceStep.END_OF_1)));
        Instant end = Given.NOW.plus(LONG);

        for (int times = 1; times <= 4; times++) {
            Versioned<Workspace> due = due(end, 1).get(0);
            Instant at = due.aggregate().nextDue().get();
            Change<Workspace> brought = due.aggregate().advance(at, LockPolicy.defaults(), false);
            Work.run(unitOfWork(), stores -> stores.workspaces().save(List.of(Revision.of(due, brought))));
            assertThat(brought.events()).hasSize(1);
            assertThat(due(at, 1)).isEmpty();
        }

        assertThat(due(end, 1)).isEmpty();
    }

    /** Order and limit. */
    @Test
    @DisplayName("the longest due come first, of one instant in the order of their ids, at most as many as asked for")
    default void theLongestDueComeFirst() {
        SavedWorkspaces.bear(
                unitOfWork(),
                List.of(
                        lived("wksp_a", Birth.AWAITING, WorkspaceStep.TOUCH),
                        lived("wksp_b", Birth.PAID_BY_1, WorkspaceStep.END_OF_1),
                        lived("wksp_B", Birth.AWAITING),
                        lived("wksp_2", Birth.PAID_BY_1, WorkspaceStep.TOUCH, WorkspaceStep.SUCCESSOR_OF_1),
                        lived("wksp_10", Birth.PAID_BY_1, WorkspaceStep.END_OF_1),
                        lived("wksp_3", Birth.PAID_BY_1, WorkspaceStep.SUCCESSOR_OF_1)));
        List<String> ordered = List.of("wksp_3", "wksp_2", "wksp_10", "wksp_b", "wksp_B", "wksp_a");
        Instant end = Given.NOW.plus(LONG);

        assertThat(SavedWorkspaces.ids(due(end, 100))).isEqualTo(ordered);
        assertThat(SavedWorkspaces.ids(due(end, 3))).isEqualTo(ordered.subList(0, 3));
        assertThat(SavedWorkspaces.ids(due(Given.NOW.plus(Duration.ofDays(10)), 100)))
                .isEqualTo(ordered.subList(0, 4));
    }

    /** Audit. */
    @Test
    @DisplayName(
            "a history has the workspace's events and no others, in the order in which they happened, over all its versions")
    default void aHistoryHasAllEvents() {
        List<Change<Workspace>> life = new WorkspaceLife(
                        "观 \uD83D\uDE80",
                        Birth.PAID_BY_1,
                        List.of(
                                WorkspaceStep.END_OF_1,
                                WorkspaceStep.LOCK_BY_STAFF,
                                WorkspaceStep.TOUCH,
                                WorkspaceStep.DAYS_PASS,
                                WorkspaceStep.SETTLE_BY_HOLDER,
                                WorkspaceStep.DISSOLVE))
                .of("wksp_1");
        for (int version = 0; version < life.size(); version++) {
            Revision<Workspace> revision = new Revision<>(version, life.get(version));
            Change<Workspace> another = lived("wksp_1" + version, Birth.PAID_BY_1);
            Work.run(unitOfWork(), stores -> stores.workspaces().save(List.of(revision, Revision.first(another))));
        }

        Same.assertSame(history("wksp_1", 0, 100), EventsOfEveryKind.whole(life).events());
        assertThat(history("wksp_11", 0, 100))
                .isEqualTo(lived("wksp_11", Birth.PAID_BY_1).events());
    }

    /** Pages. */
    @Test
    @DisplayName("a history comes in pages: so many events left out, at most as many as asked for")
    default void aHistoryComesInPages() {
        Change<Workspace> whole = lived(
                "wksp_1", Birth.PAID_BY_1, WorkspaceStep.END_OF_1, WorkspaceStep.LOCK_BY_STAFF, WorkspaceStep.DISSOLVE);
        SavedWorkspaces.bear(unitOfWork(), List.of(whole));
        int size = whole.events().size();

        for (int after = 0; after <= size; after++) {
            assertThat(history("wksp_1", after, 2)).isEqualTo(whole.events().subList(after, Math.min(after + 2, size)));
        }
        assertThat(history("wksp_1", size + 1, 2)).isEmpty();
    }

    /** Audit. */
    @Test
    @DisplayName("a history outlives being told, and nobody has one who was never registered")
    default void aHistoryOutlivesBeingTold() {
        Change<Workspace> birth = lived("wksp_1", Birth.PAID_BY_1);
        SavedWorkspaces.bear(unitOfWork(), List.of(birth));
        Work.run(unitOfWork(), stores -> stores.outbox().told(stores.outbox().pending(Instant.MAX, 100)));

        assertThat(history("wksp_1", 0, 100)).isEqualTo(birth.events());
        assertThat(history("WKSP_1", 0, 100)).isEmpty();
    }

    private static Change<Workspace> lived(String id, Birth birth, WorkspaceStep... steps) {
        return EventsOfEveryKind.whole(new WorkspaceLife("a name", birth, List.of(steps)).of(id));
    }

    private List<Versioned<Workspace>> due(Instant at, int limit) {
        return Work.in(unitOfWork(), stores -> stores.workspaces().due(at, limit));
    }

    private List<WorkspaceEvent> history(String workspace, int after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.workspaces().history(new WorkspaceId(workspace), after, limit));
    }
}
