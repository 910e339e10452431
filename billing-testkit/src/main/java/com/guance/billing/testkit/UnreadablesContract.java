package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Unreadables.Unreached;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What cannot be read, and who was not reached: the contract of {@link com.guance.billing.ports.driven.Unreadables}. */
public interface UnreadablesContract extends StoreContract {

    /** Recording. */
    @Test
    @DisplayName("REL-1 an entry is recorded once, and listed by kind and id, page by page")
    default void recordedOnce() {
        UnreadableEntry one = entry(EntryKind.WORKSPACE, "1");
        UnreadableEntry two = entry(EntryKind.CHARGE, "2");
        UnreadableEntry three = entry(EntryKind.WORKSPACE, "3");
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().add(List.of(one, three))))
                .containsExactlyInAnyOrder(one, three);
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().add(List.of(one, two))))
                .containsExactly(two);
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().list(Option.none(), 10)))
                .containsExactly(two, one, three);
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().list(Option.some(two), 1)))
                .containsExactly(one);
        assertThat(count()).isEqualTo(3);
    }

    /** Reading again. */
    @Test
    @DisplayName("REL-1 an entry that can be read, or is not there, goes when it is read again")
    default void readAgain() {
        Work.run(unitOfWork(), stores -> EventsOfEveryKind.save(stores));
        List<UnreadableEntry> all = Arrays.stream(EntryKind.values())
                .map(kind -> entry(kind, "not there"))
                .toList();
        Work.run(unitOfWork(), stores -> stores.unreadables().add(all));
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().readAgain(all)))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(count()).isZero();
    }

    /** Leaving out. */
    @Test
    @DisplayName("REL-1 what a transaction has left out is its own")
    default void leftOut() {
        UnreadableEntry one = entry(EntryKind.WORKSPACE, "1");
        Work.run(unitOfWork(), stores -> {
            assertThat(stores.unreadables().leftOut()).isEmpty();
            stores.unreadables().leaveOut(List.of(one));
            assertThat(stores.unreadables().leftOut()).isEqualTo(Set.of(one));
        });
        Work.run(
                unitOfWork(),
                stores -> assertThat(stores.unreadables().leftOut()).isEmpty());
    }

    /** Unreached. */
    @Test
    @DisplayName(
            "REL-1 a workspace that a payer's change did not reach is kept once, listed page by page, and goes when"
                    + " reached")
    default void unreached() {
        Unreached one = new Unreached(EntryKind.ARREARS, "fc", new WorkspaceId("b"));
        Unreached two = new Unreached(EntryKind.SUBSCRIPTION, "s", new WorkspaceId("a"));
        Unreached three = new Unreached(EntryKind.SUBSCRIPTION, "s", new WorkspaceId("b"));
        Work.run(unitOfWork(), stores -> stores.unreadables().addUnreached(List.of(three, one)));
        Work.run(unitOfWork(), stores -> stores.unreadables().addUnreached(List.of(two, one)));
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().unreached(Option.none(), 10)))
                .containsExactly(one, two, three);
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().unreached(Option.some(one), 1)))
                .containsExactly(two);
        int unreached = Work.in(unitOfWork(), stores -> stores.unreadables().countUnreached());
        assertThat(unreached).isEqualTo(3);
        Work.run(unitOfWork(), stores -> stores.unreadables().removeUnreached(List.of(two, one)));
        assertThat(Work.list(unitOfWork(), stores -> stores.unreadables().unreached(Option.none(), 10)))
                .containsExactly(three);
    }

    private int count() {
        return Work.in(unitOfWork(), stores -> stores.unreadables().count());
    }

    private static UnreadableEntry entry(EntryKind kind, String id) {
        return new UnreadableEntry(kind, id, Reason.MALFORMED);
    }
}
