package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Workspaces by what is so of them, page by page: a part of the contract of {@link com.guance.billing.ports.driven.Workspaces}.
 */
public interface WorkspaceListsContract extends StoreContract {

    /** Paid through an account. */
    @Test
    @DisplayName("those that a cloud account pays for now are listed, by whichever of its subscriptions, and no others")
    default void thosePaidThroughAnAccountAreListed() {
        Change<Workspace> taken = lived("wksp_e", WorkspaceStep.TAKEOVER_OF_1);
        save(List.of(
                Given.workspacePaidBy("1", "wksp_a"),
                Given.workspacePaidBy("2", "wksp_b"),
                Given.workspacePaidByHolder("wksp_c"),
                lived("wksp_d", WorkspaceStep.END_OF_1),
                taken,
                GivenWorkspaces.waitingFor("3", "wksp_f"),
                lived("wksp_g", WorkspaceStep.DISSOLVE),
                lived("wksp_h", WorkspaceStep.SUCCESSOR_OF_1)));

        assertThat(ids(new Which.PaidThrough(Given.accountId("1")))).containsExactly("wksp_a", "wksp_e");
        assertThat(ids(new Which.PaidThrough(Given.accountId("2")))).containsExactly("wksp_b");
        assertThat(ids(new Which.PaidThrough(Given.accountId("3")))).isEmpty();
        assertThat(SavedWorkspaces.ids(SavedWorkspaces.paidBy(unitOfWork(), "1", 10)))
                .containsExactly("wksp_a");
    }

    /** END-6 */
    @Test
    @DisplayName(
            "those that wait for a cloud account are listed: by a change, for a successor, for a return, or for two (ARR-6, END-5, END-6); none that is dissolved")
    default void thoseAwaitingAnAccountAreListed() {
        save(List.of(
                Given.workspacePaidBy("1", "wksp_a"),
                lived("wksp_b", WorkspaceStep.END_OF_1),
                lived("wksp_c", WorkspaceStep.SUCCESSOR_OF_1),
                lived("wksp_d", WorkspaceStep.END_OF_1, WorkspaceStep.SETTLE_BY_HOLDER),
                lived("wksp_e", WorkspaceStep.END_OF_1, WorkspaceStep.RETURN_OF_1),
                lived("wksp_f", WorkspaceStep.WAIT_FOR_3),
                lived("wksp_g", WorkspaceStep.WAIT_FOR_3, WorkspaceStep.WITHDRAW),
                GivenWorkspaces.waitingFor("3", "wksp_h"),
                GivenWorkspaces.awaitingSubscription("wksp_i"),
                lived("wksp_j", WorkspaceStep.END_OF_1, WorkspaceStep.WAIT_FOR_3),
                lived("wksp_k", WorkspaceStep.END_OF_1, WorkspaceStep.WAIT_FOR_3, WorkspaceStep.DISSOLVE)));

        assertThat(ids(new Which.Awaiting(Given.accountId("1")))).containsExactly("wksp_b", "wksp_c", "wksp_j");
        assertThat(ids(new Which.Awaiting(Given.accountId("3")))).containsExactly("wksp_f", "wksp_h", "wksp_j");
    }

    /** LOCK-7 */
    @Test
    @DisplayName("those that a Billing Center account settles now are listed, not those that it only holds (LOCK-7)")
    default void thoseSettledByAHolderAreListed() {
        save(List.of(
                Given.workspacePaidBy("1", "wksp_a"),
                Given.workspacePaidByHolder("wksp_b"),
                lived("wksp_c", WorkspaceStep.SETTLE_BY_HOLDER),
                livedBy("wksp_d", WorkspaceStep.ARREARS),
                livedBy("wksp_e", WorkspaceStep.SETTLE_BY_1),
                livedBy("wksp_f", WorkspaceStep.MOVE),
                livedBy("wksp_g", WorkspaceStep.DISSOLVE),
                lived("wksp_h", WorkspaceStep.END_OF_1),
                GivenWorkspaces.experience("wksp_i")));

        assertThat(ids(new Which.SettledBy(Given.HOLDER.id()))).containsExactly("wksp_b", "wksp_c", "wksp_d");
        assertThat(ids(new Which.SettledBy(GivenWorkspaces.OTHER_HOLDER.id()))).containsExactly("wksp_f");
        assertThat(ids(new Which.SettledBy(new BillingCenterAccountId("BC-1")))).isEmpty();
    }

    /** UNL-2 */
    @Test
    @DisplayName(
            "those that the arrears of a Billing Center account lock are listed, whoever settles them now (UNL-2); none that is dissolved")
    default void thoseLockedByArrearsAreListed() {
        save(List.of(
                Given.workspacePaidByHolder("wksp_a"),
                livedBy("wksp_b", WorkspaceStep.ARREARS),
                livedBy("wksp_c", WorkspaceStep.ARREARS, WorkspaceStep.ARREARS_SETTLED),
                livedBy("wksp_d", WorkspaceStep.ARREARS, WorkspaceStep.SETTLE_BY_2),
                livedBy("wksp_e", WorkspaceStep.LOCK_BY_STAFF),
                livedBy("wksp_f", WorkspaceStep.MOVE_INTO_ARREARS),
                livedBy("wksp_g", WorkspaceStep.ARREARS, WorkspaceStep.MOVE),
                lived("wksp_h", WorkspaceStep.END_OF_1, WorkspaceStep.SETTLE_IN_ARREARS),
                livedBy("wksp_i", WorkspaceStep.ARREARS, WorkspaceStep.DISSOLVE)));

        assertThat(ids(new Which.LockedByArrears(Given.HOLDER.id())))
                .containsExactly("wksp_b", "wksp_d", "wksp_g", "wksp_h");
        assertThat(ids(new Which.LockedByArrears(GivenWorkspaces.OTHER_HOLDER.id())))
                .containsExactly("wksp_f");
    }

    /** SET-11 */
    @Test
    @DisplayName(
            "those of a Billing Center account are listed in every phase but closed, and from a move on the other's (SET-14)")
    default void thoseUnderAHolderAreListed() {
        save(List.of(
                Given.workspacePaidBy("1", "wksp_a"),
                Given.workspacePaidByHolder("wksp_b"),
                lived("wksp_c", WorkspaceStep.END_OF_1),
                lived("wksp_d", WorkspaceStep.END_OF_1, WorkspaceStep.WEEKS_PASS),
                lived("wksp_e", WorkspaceStep.DISSOLVE),
                lived("wksp_f", WorkspaceStep.END_OF_1, WorkspaceStep.MOVE),
                GivenWorkspaces.experience("wksp_g"),
                GivenWorkspaces.awaitingSubscription("wksp_h"),
                EventsOfEveryKind.whole(
                        new WorkspaceLife("lapsed", WorkspaceLife.Birth.AWAITING, List.of(WorkspaceStep.WEEKS_PASS))
                                .of("wksp_i"))));

        assertThat(ids(new Which.Under(Given.HOLDER.id())))
                .containsExactly("wksp_a", "wksp_b", "wksp_c", "wksp_d", "wksp_g", "wksp_h");
        assertThat(ids(new Which.Under(GivenWorkspaces.OTHER_HOLDER.id()))).containsExactly("wksp_f");
    }

    /** Whole. */
    @Test
    @DisplayName("what is listed is whole, and has its version")
    default void whatIsListedIsWhole() {
        Change<Workspace> born = GivenWorkspaces.waitingFor("3", "wksp_a");
        Change<Workspace> active = GivenWorkspaces.activated(born.after(), "3", Given.NOW.plusSeconds(60));
        save(List.of(born));
        assertThat(list(new Which.Awaiting(Given.accountId("3")), Option.none(), 1))
                .containsExactly(new Versioned<>(born.after(), 1));

        Work.run(unitOfWork(), stores -> stores.workspaces().save(List.of(new Revision<>(1, active))));

        assertThat(list(new Which.Awaiting(Given.accountId("3")), Option.none(), 1))
                .isEmpty();
        assertThat(list(new Which.PaidThrough(Given.accountId("3")), Option.none(), 1))
                .containsExactly(new Versioned<>(active.after(), 2));
        assertThat(list(new Which.Under(Given.HOLDER.id()), Option.none(), 1))
                .containsExactly(new Versioned<>(active.after(), 2));
    }

    /** Order and limit. */
    @Test
    @DisplayName(
            "every list comes in the order of ids, after the last of the page before, at most as many as asked for")
    default void listsComeInOrder() {
        List<String> ids = List.of("wksp_10", "wksp_2", "wksp_B", "wksp_a", "wksp-c", "Wksp_z", "wksp_é");
        List<String> ordered = ids.stream().sorted().collect(Collectors.toList());
        Map<Which, Function<String, Change<Workspace>>> lists = Map.of(
                new Which.PaidThrough(Given.accountId("1")), id -> lived("p" + id, WorkspaceStep.TOUCH),
                new Which.Awaiting(Given.accountId("3")), id -> GivenWorkspaces.waitingFor("3", "w" + id),
                new Which.LockedByArrears(Given.HOLDER.id()), id -> livedBy("l" + id, WorkspaceStep.ARREARS),
                new Which.SettledBy(GivenWorkspaces.OTHER_HOLDER.id()), id -> livedBy("s" + id, WorkspaceStep.MOVE),
                new Which.Under(GivenWorkspaces.OTHER_HOLDER.id()), id -> livedBy("s" + id, WorkspaceStep.MOVE));
        lists.forEach((which, born) -> {
            if (!(which instanceof Which.Under)) {
                save(ids.stream().map(born).collect(Collectors.toList()));
            }
        });

        lists.forEach((which, born) -> {
            List<String> expected = ordered.stream()
                    .map(id -> born.apply(id).after().id().value())
                    .collect(Collectors.toList());
            assertThat(ids(which)).as("%s", which).isEqualTo(expected);
            assertThat(pages(which, 3)).as("%s", which).isEqualTo(expected);
            assertThat(SavedWorkspaces.ids(list(which, Option.none(), 2))).isEqualTo(expected.subList(0, 2));
        });
    }

    /** Paging past what changed. */
    @Test
    @DisplayName("the last of the page before need not be listed any more, nor exist")
    default void theLastOfThePageBeforeMayBeGone() {
        save(List.of(
                Given.workspacePaidBy("1", "wksp_1"),
                Given.workspacePaidBy("2", "wksp_2"),
                Given.workspacePaidBy("1", "wksp_3")));

        for (String gone : List.of("wksp_2", "wksp_1x")) {
            assertThat(SavedWorkspaces.ids(
                            list(new Which.PaidThrough(Given.accountId("1")), Option.some(new WorkspaceId(gone)), 10)))
                    .containsExactly("wksp_3");
        }
    }

    /** Many. */
    @Test
    @DisplayName("2,000 workspaces are listed in pages of 300, each once")
    default void manyAreListedEachOnce() {
        List<String> ids =
                IntStream.range(0, 2_000).mapToObj(i -> "wksp_" + (10_000 + i)).collect(Collectors.toList());
        save(ids.stream().map(Given::workspacePaidByHolder).collect(Collectors.toList()));

        assertThat(pages(new Which.SettledBy(Given.HOLDER.id()), 300)).isEqualTo(ids);
    }

    /** A workspace that cloud account 1 paid for when it was born. */
    private static Change<Workspace> lived(String id, WorkspaceStep... steps) {
        return EventsOfEveryKind.whole(
                new WorkspaceLife("a name", WorkspaceLife.Birth.PAID_BY_1, List.of(steps)).of(id));
    }

    /** A workspace that the holder paid for when it was born. */
    private static Change<Workspace> livedBy(String id, WorkspaceStep... steps) {
        return EventsOfEveryKind.whole(
                new WorkspaceLife("a name", WorkspaceLife.Birth.PAID_BY_HOLDER, List.of(steps)).of(id));
    }

    private void save(List<Change<Workspace>> births) {
        SavedWorkspaces.bear(unitOfWork(), births);
    }

    private List<String> ids(Which which) {
        return SavedWorkspaces.ids(list(which, Option.none(), 100));
    }

    private List<String> pages(Which which, int size) {
        List<String> all = new ArrayList<>();
        List<Versioned<Workspace>> page = list(which, Option.none(), size);
        while (!page.isEmpty() && all.size() < 3_000) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(SavedWorkspaces.ids(page));
            page = list(which, Option.some(new WorkspaceId(all.get(all.size() - 1))), size);
        }
        return all;
    }

    private List<Versioned<Workspace>> list(Which which, Option<WorkspaceId> after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.workspaces().list(which, after, limit));
    }
}
