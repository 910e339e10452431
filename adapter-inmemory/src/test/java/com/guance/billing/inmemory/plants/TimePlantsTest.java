package com.guance.billing.inmemory.plants;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.ports.driven.Agreements;
import com.guance.billing.ports.driven.ArrearsStore;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.testkit.AgreementsContract;
import com.guance.billing.testkit.ArrearsContract;
import com.guance.billing.testkit.SubscriptionsContract;
import com.guance.billing.testkit.Verdict;
import com.guance.billing.testkit.WorkspaceTimesContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fault in what is due, in a history, in agreements or in arrears is reported by the contract:")
class TimePlantsTest {

    private static final int ALL = Integer.MAX_VALUE;

    @Test
    @DisplayName("workspaces: what is due at the instant is not given")
    void theInstantItselfIsMissed() {
        assertThat(brokenDue((sound, at, limit) -> sound.due(at.minusNanos(1), limit)))
                .contains("aWorkspaceIsDueAtItsInstant");
    }

    @Test
    @DisplayName("workspaces: an instant is taken for a microsecond")
    void nanosecondsDoNotMatter() {
        assertThat(brokenDue((sound, at, limit) ->
                        sound.due(at.truncatedTo(ChronoUnit.MICROS).plusNanos(999), limit)))
                .contains("aWorkspaceIsDueAtItsInstant");
    }

    @Test
    @DisplayName("workspaces: the shortest due come first, or all")
    void theShortestDueComeFirst() {
        assertThat(brokenDue((sound, at, limit) -> reversed(sound.due(at, limit))))
                .containsExactly("theLongestDueComeFirst");
        assertThat(brokenDue((sound, at, limit) -> sound.due(at, ALL))).containsExactly("theLongestDueComeFirst");
    }

    @Test
    @DisplayName("workspaces: nothing is ever due")
    void nothingIsEverDue() {
        assertThat(brokenDue((sound, at, limit) -> List.of()))
                .containsExactlyInAnyOrder(
                        "aWorkspaceIsDueAtItsInstant", "theLongestDueComeFirst", "whatWasBroughtIsNotDueAgain");
    }

    @Test
    @DisplayName("workspaces: a history is cut, counted from one, or turned round")
    void aHistoryIsCut() {
        assertThat(brokenHistory((sound, workspace, after, limit) -> sound.history(workspace, after, ALL)))
                .containsExactly("aHistoryComesInPages");
        assertThat(brokenHistory((sound, workspace, after, limit) -> sound.history(workspace, after + 1, limit)))
                .containsExactlyInAnyOrder("aHistoryComesInPages", "aHistoryHasAllEvents", "aHistoryOutlivesBeingTold");
        assertThat(brokenHistory((sound, workspace, after, limit) -> reversed(sound.history(workspace, after, limit))))
                .contains("aHistoryComesInPages", "aHistoryHasAllEvents");
    }

    @Test
    @DisplayName("subscriptions: what is undecided is due too late, in any order, without limit")
    void theUndecidedAreDueTooLate() {
        assertThat(brokenSubscriptions((sound, at, limit) -> sound.due(at.minusNanos(1), limit)))
                .contains("anUndecidedEndIsDueAtItsInstant", "theLongestDueComeFirst");
        assertThat(brokenSubscriptions((sound, at, limit) -> reversed(sound.due(at, limit))))
                .containsExactly("theLongestDueComeFirst");
        assertThat(brokenSubscriptions((sound, at, limit) -> sound.due(at, ALL)))
                .containsExactly("theLongestDueComeFirst");
        assertThat(brokenSubscriptions((sound, at, limit) -> sound.withOpenCascade(limit)))
                .contains("onlyWhatIsUndecidedIsDue");
    }

    @Test
    @DisplayName("agreements: case does not matter, or a change is forgotten")
    void agreementsAreMixedUp() {
        assertThat(Verdict.broken(
                        AgreementsContract.class,
                        store -> () -> store,
                        Planted.in(Agreements.class, "find", (sound, given) -> {
                            String asked = ((AgreementId) given[0]).value();
                            return sound.find(new AgreementId(asked))
                                    .orElse(() -> sound.find(new AgreementId(asked.replace("agmt-ab", "agmt-Ab"))));
                        })))
                .containsExactly("similarAgreementsAreDifferent");
        assertThat(Verdict.broken(
                        AgreementsContract.class,
                        store -> () -> store,
                        Planted.in(Agreements.class, "save", (sound, given) -> {
                            Revision<Agreement> revision = agreement(given[0]);
                            if (revision.from() == 0) {
                                sound.save(revision);
                            }
                            return given[0];
                        })))
                .contains("aSaveMakesTheNextVersion", "aTouchMakesOthersStale", "aChangeFromAnOlderVersionIsRefused");
    }

    @Test
    @DisplayName("arrears: changes are saved one by one, so that some stay when one is refused")
    void arrearsAreSavedOneByOne() {
        assertThat(Verdict.broken(
                        ArrearsContract.class,
                        store -> () -> store,
                        Planted.in(ArrearsStore.class, "save", (sound, given) -> {
                            List<Revision<Arrears>> revisions = arrears(given[0]);
                            revisions.stream()
                                    .filter(revision -> revision.from() < 2)
                                    .forEach(revision -> sound.save(List.of(revision)));
                            return revisions;
                        })))
                .contains("changesAreSavedAllOrNone");
    }

    @Test
    @DisplayName("arrears: the settled are reached, the limit is ignored, nobody is watched")
    void theSettledAreForgotten() {
        assertThat(brokenArrears(
                        "withOpenCascade",
                        (sound, given) -> sound.withOpenCascade((int) given[0]).stream()
                                .filter(found -> found.aggregate().stand())
                                .collect(Collectors.toList())))
                .containsExactly("everyChangeOpensACascade");
        assertThat(brokenArrears("withOpenCascade", (sound, given) -> sound.withOpenCascade(ALL)))
                .containsExactly("openCascadesComeInOrder");
        assertThat(brokenArrears("find", (sound, given) -> Map.of()))
                .contains("thoseThatAreWatchedAreLoaded", "manyAreLoadedAtOnce");
    }

    private static List<Object> reversed(List<?> found) {
        List<Object> reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Set<String> brokenDue(DueOf<Workspaces> misdeed) {
        return Verdict.broken(
                WorkspaceTimesContract.class,
                store -> () -> store,
                Planted.in(
                        Workspaces.class,
                        "due",
                        (sound, given) -> misdeed.instead(sound, (Instant) given[0], (int) given[1])));
    }

    private static Set<String> brokenSubscriptions(DueOf<Subscriptions> misdeed) {
        return Verdict.broken(
                SubscriptionsContract.class,
                store -> () -> store,
                Planted.in(
                        Subscriptions.class,
                        "due",
                        (sound, given) -> misdeed.instead(sound, (Instant) given[0], (int) given[1])));
    }

    private static Set<String> brokenHistory(Telling misdeed) {
        return Verdict.broken(
                WorkspaceTimesContract.class,
                store -> () -> store,
                Planted.in(
                        Workspaces.class,
                        "history",
                        (sound, given) ->
                                misdeed.instead(sound, (WorkspaceId) given[0], (int) given[1], (int) given[2])));
    }

    private static Set<String> brokenArrears(String method, Planted.Misdeed<ArrearsStore> misdeed) {
        return Verdict.broken(
                ArrearsContract.class, store -> () -> store, Planted.in(ArrearsStore.class, method, misdeed));
    }

    @SuppressWarnings("unchecked") // the port's own type
    private static Revision<Agreement> agreement(Object argument) {
        return (Revision<Agreement>) argument;
    }

    @SuppressWarnings("unchecked") // the port's own type
    private static List<Revision<Arrears>> arrears(Object argument) {
        return (List<Revision<Arrears>>) argument;
    }

    /** What is done in place of giving what is due. */
    @FunctionalInterface
    private interface DueOf<T> {
        Object instead(T sound, Instant at, int limit);
    }

    /** What is done in place of telling a history. */
    @FunctionalInterface
    private interface Telling {
        Object instead(Workspaces sound, WorkspaceId workspace, int after, int limit);
    }
}
