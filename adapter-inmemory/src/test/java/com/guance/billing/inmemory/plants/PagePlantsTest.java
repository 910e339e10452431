package com.guance.billing.inmemory.plants;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.testkit.AccountPagesContract;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.Verdict;
import com.guance.billing.testkit.WorkspaceListsContract;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fault in a list or its pages is reported by the contract:")
class PagePlantsTest {

    private static final int ALL = Integer.MAX_VALUE;

    @Test
    @DisplayName("workspaces: the limit is ignored")
    void theLimitIsIgnored() {
        assertThat(brokenLists((sound, which, after, limit) -> sound.list(which, after, ALL)))
                .containsExactlyInAnyOrder("listsComeInOrder", "manyAreListedEachOnce");
    }

    @Test
    @DisplayName("workspaces: every page is the first")
    void everyPageIsTheFirst() {
        assertThat(brokenLists((sound, which, after, limit) -> sound.list(which, Option.none(), limit)))
                .containsExactlyInAnyOrder(
                        "listsComeInOrder", "manyAreListedEachOnce", "theLastOfThePageBeforeMayBeGone");
    }

    @Test
    @DisplayName("workspaces: a page begins with the last of the page before")
    void aPageBeginsWithTheLast() {
        assertThat(brokenLists((sound, which, after, limit) -> sound.list(which, Option.none(), ALL).stream()
                        .filter(found -> after.forAll(last -> id(found).value().compareTo(last.value()) >= 0))
                        .limit(limit)
                        .collect(Collectors.toList())))
                .contains("listsComeInOrder", "manyAreListedEachOnce");
    }

    @Test
    @DisplayName("workspaces: one subscription stands for all of an account")
    void oneSubscriptionStandsForAll() {
        assertThat(brokenLists((sound, which, after, limit) -> which instanceof Which.PaidThrough paid
                        ? sound.paidBy(subscription(paid.account()), limit)
                        : sound.list(which, after, limit)))
                .contains("thosePaidThroughAnAccountAreListed");
    }

    @Test
    @DisplayName("workspaces: who waits for a return is forgotten, or who waits for a successor, or by a change")
    void aKindOfWaitingIsForgotten() {
        List<Predicate<Workspace>> kinds = List.of(
                Workspace::isLocked,
                workspace -> workspace.successor().isDefined(),
                workspace -> workspace.waiting().isDefined());
        for (Predicate<Workspace> kind : kinds) {
            assertThat(brokenLists((sound, which, after, limit) -> sound.list(which, after, limit).stream()
                            .filter(found -> !(which instanceof Which.Awaiting) || !kind.test(found.aggregate()))
                            .collect(Collectors.toList())))
                    .contains("thoseAwaitingAnAccountAreListed");
        }
    }

    @Test
    @DisplayName("workspaces: a holder settles all that it has")
    void aHolderSettlesAll() {
        assertThat(brokenLists((sound, which, after, limit) -> which instanceof Which.SettledBy settled
                        ? sound.list(new Which.Under(settled.account()), after, limit)
                        : sound.list(which, after, limit)))
                .containsExactly("thoseSettledByAHolderAreListed");
    }

    @Test
    @DisplayName("workspaces: arrears lock what is locked, or what the account settles and is locked")
    void anyLockIsOfArrears() {
        assertThat(brokenLists((sound, which, after, limit) -> which instanceof Which.LockedByArrears arrears
                        ? sound.list(new Which.SettledBy(arrears.account()), after, limit).stream()
                                .filter(found -> found.aggregate().isLocked())
                                .collect(Collectors.toList())
                        : sound.list(which, after, limit)))
                .containsExactly("thoseLockedByArrearsAreListed");
    }

    @Test
    @DisplayName("workspaces: the fully locked are taken for closed")
    void theFullyLockedAreTakenForClosed() {
        assertThat(brokenLists((sound, which, after, limit) -> sound.list(which, after, limit).stream()
                        .filter(found -> !found.aggregate().locks().isOver())
                        .collect(Collectors.toList())))
                .containsExactly("thoseUnderAHolderAreListed");
    }

    @Test
    @DisplayName("cloud accounts: pages are ignored")
    void pagesAreIgnored() {
        assertThat(brokenPages("onFile", (sound, holder, after, limit) -> sound.onFile(holder, after, ALL)))
                .containsExactly("pagesComeInOrder");
        assertThat(brokenPages("onFile", (sound, holder, after, limit) -> sound.onFile(holder, Option.none(), limit)))
                .containsExactlyInAnyOrder(
                        "manyAreGivenEachOnce", "pagesComeInOrder", "theLastOfThePageBeforeMayBeGone");
        assertThat(brokenPages("offered", (sound, holder, after, limit) -> sound.offered(holder, after, ALL)))
                .containsExactly("pagesComeInOrder");
        assertThat(brokenPages("offered", (sound, holder, after, limit) -> sound.offered(holder, Option.none(), limit)))
                .containsExactlyInAnyOrder("pagesComeInOrder", "theLastOfThePageBeforeMayBeGone");
    }

    @Test
    @DisplayName("cloud accounts: the pending are forgotten, or taken for active")
    void thePendingAreForgotten() {
        assertThat(brokenPages("offered", CloudAccounts::onFile))
                .containsExactlyInAnyOrder("anAccountComesAndGoes", "pendingAccountsAreOfferedOnly");
        assertThat(brokenPages("onFile", CloudAccounts::offered))
                .containsExactlyInAnyOrder("anAccountComesAndGoes", "pendingAccountsAreOfferedOnly");
    }

    private static WorkspaceId id(Versioned<Workspace> found) {
        return found.aggregate().id();
    }

    private static SubscriptionId subscription(CloudAccountId account) {
        return Given.subscriptionId(account.value().substring(account.value().indexOf(':') + 1));
    }

    private static Set<String> brokenLists(Listing misdeed) {
        return Verdict.broken(
                WorkspaceListsContract.class,
                store -> () -> store,
                Planted.in(Workspaces.class, "list", (sound, given) -> {
                    Option<WorkspaceId> after = ((Option<?>) given[1]).map(WorkspaceId.class::cast);
                    return misdeed.instead(sound, (Which) given[0], after, (int) given[2]);
                }));
    }

    private static Set<String> brokenPages(String method, Paging misdeed) {
        return Verdict.broken(
                AccountPagesContract.class,
                store -> () -> store,
                Planted.in(CloudAccounts.class, method, (sound, given) -> {
                    Option<CloudAccountId> after = ((Option<?>) given[1]).map(CloudAccountId.class::cast);
                    return misdeed.instead(sound, (BillingCenterAccountId) given[0], after, (int) given[2]);
                }));
    }

    /** What is done in place of listing workspaces. */
    @FunctionalInterface
    private interface Listing {
        Object instead(Workspaces sound, Which which, Option<WorkspaceId> after, int limit);
    }

    /** What is done in place of a page of cloud accounts. */
    @FunctionalInterface
    private interface Paging {
        Object instead(CloudAccounts sound, BillingCenterAccountId holder, Option<CloudAccountId> after, int limit);
    }
}
