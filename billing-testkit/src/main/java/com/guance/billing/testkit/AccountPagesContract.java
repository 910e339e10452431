package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Revision;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The cloud accounts of a Billing Center account, page by page: the rest of the contract of {@link CloudAccounts}. */
public interface AccountPagesContract extends StoreContract {

    /** END-7 */
    @Test
    @DisplayName(
            "a page on file has those registered there with an active subscription, a page offered has the pending, too (END-7)")
    default void pendingAccountsAreOfferedOnly() {
        Change<CloudAccount> ended = Given.accountOnFile("1");
        save(List.of(
                ended.then(ended.after()
                        .closed(
                                Given.subscriptionId("1"),
                                Option.some(Given.NOW.plusSeconds(90)),
                                Given.byMarketplace(Given.NOW))),
                Given.recordedAccount("2"),
                Given.registeredAccount("3"),
                Given.accountExpecting("4"),
                Given.accountOnFile("5"),
                pendingButNotRegistered("6"),
                activeAndPending("7")));

        assertThat(onFile(Option.none(), 10))
                .containsExactly(account("5"), activeAndPending("7").after());
        assertThat(offered(Option.none(), 10))
                .containsExactly(
                        Given.accountExpecting("4").after(),
                        account("5"),
                        activeAndPending("7").after());
    }

    /** Whose. */
    @Test
    @DisplayName("nobody else's accounts are in a page, not even those of an id in another case")
    default void onlyTheHoldersAreGiven() {
        BillingCenterAccount other = GivenWorkspaces.OTHER_HOLDER;
        Change<CloudAccount> recorded = Given.recordedAccount("2");
        Change<CloudAccount> others = recorded.then(
                recorded.after().claimedBy(other, Given.byHolder()).get());
        Change<CloudAccount> opened =
                others.then(others.after().opened(Given.payer("2"), Given.byMarketplace(Given.NOW)));
        save(List.of(Given.accountOnFile("1"), opened, Given.accountOnFile("3")));

        assertThat(onFile(Option.none(), 10)).containsExactly(account("1"), account("3"));
        assertThat(offered(Option.none(), 10)).containsExactly(account("1"), account("3"));
        BillingCenterAccountId similar = new BillingCenterAccountId("BC-1");
        assertThat(Work.list(unitOfWork(), stores -> stores.cloudAccounts().onFile(similar, Option.none(), 10)))
                .isEmpty();
        assertThat(Work.list(unitOfWork(), stores -> stores.cloudAccounts().offered(similar, Option.none(), 10)))
                .isEmpty();
    }

    /** Coming and going. */
    @Test
    @DisplayName("an account is offered from its first pending subscription on, and no more when that came to nothing")
    default void anAccountComesAndGoes() {
        Change<CloudAccount> registered = Given.registeredAccount("1");
        Change<CloudAccount> expecting = registered
                .after()
                .follow(Given.seenSubscription("1", 1).after(), Policies.defaults(), Given.byMarketplace(Given.NOW));
        Change<CloudAccount> closed = expecting
                .after()
                .closed(
                        Given.subscriptionId("1"),
                        Option.some(Given.NOW.plusSeconds(90)),
                        Given.byMarketplace(Given.NOW));

        save(List.of(registered));
        assertThat(offered(Option.none(), 10)).isEmpty();
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(new Revision<>(1, expecting)));
        assertThat(offered(Option.none(), 10)).containsExactly(expecting.after());
        assertThat(onFile(Option.none(), 10)).isEmpty();
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(new Revision<>(2, closed)));
        assertThat(offered(Option.none(), 10)).isEmpty();
    }

    /** Order and limit. */
    @Test
    @DisplayName("a page comes in the order of ids, after the last of the page before, at most as many as asked for")
    default void pagesComeInOrder() {
        List<String> numbers = List.of("b", "B", "10", "2", "a", "é");
        numbers.forEach(number -> save(List.of(Given.accountOnFile(number))));
        List<CloudAccount> ordered =
                numbers.stream().sorted().map(AccountPagesContract::account).collect(Collectors.toList());

        for (Function<Option<CloudAccountId>, List<CloudAccount>> page :
                List.<Function<Option<CloudAccountId>, List<CloudAccount>>>of(
                        after -> onFile(after, 2), after -> offered(after, 2))) {
            assertThat(page.apply(Option.none())).isEqualTo(ordered.subList(0, 2));
            assertThat(page.apply(Option.some(Given.accountId("2")))).isEqualTo(ordered.subList(2, 4));
            assertThat(page.apply(Option.some(Given.accountId("a")))).isEqualTo(ordered.subList(4, 6));
            assertThat(page.apply(Option.some(Given.accountId("é")))).isEmpty();
        }
    }

    /** Paging past what is gone. */
    @Test
    @DisplayName("the last of the page before need not be there any more")
    default void theLastOfThePageBeforeMayBeGone() {
        save(List.of(Given.accountOnFile("1"), Given.registeredAccount("2"), Given.accountOnFile("3")));

        assertThat(onFile(Option.some(Given.accountId("2")), 10)).containsExactly(account("3"));
        assertThat(offered(Option.some(Given.accountId("2x")), 10)).containsExactly(account("3"));
    }

    /** Many. */
    @Test
    @DisplayName("300 accounts, only every third of which is on file, are given each once, in pages of 7")
    default void manyAreGivenEachOnce() {
        List<Change<CloudAccount>> all = IntStream.range(1_000, 1_300)
                .mapToObj(number -> number % 3 == 0
                        ? Given.accountOnFile(Integer.toString(number))
                        : Given.registeredAccount(Integer.toString(number)))
                .collect(Collectors.toList());
        Work.run(
                unitOfWork(),
                stores -> all.forEach(one -> stores.cloudAccounts().save(Revision.first(one))));
        List<CloudAccount> expected =
                all.stream().map(Change::after).filter(CloudAccount::isOnFile).collect(Collectors.toList());

        List<CloudAccount> given = new ArrayList<>();
        List<CloudAccount> page = onFile(Option.none(), 7);
        while (!page.isEmpty() && given.size() <= expected.size()) {
            given.addAll(page);
            page = onFile(Option.some(page.get(page.size() - 1).id()), 7);
        }

        assertThat(expected).hasSize(100);
        assertThat(given).isEqualTo(expected);
    }

    private static CloudAccount account(String number) {
        return Given.accountOnFile(number).after();
    }

    private static Change<CloudAccount> pendingButNotRegistered(String number) {
        return pending(Given.recordedAccount(number), number);
    }

    private static Change<CloudAccount> activeAndPending(String number) {
        return pending(Given.accountOnFile(number), number + "b");
    }

    private static Change<CloudAccount> pending(Change<CloudAccount> account, String subscription) {
        return account.then(account.after()
                .follow(
                        Given.seenSubscription(subscription, 1).after(),
                        Policies.defaults(),
                        Given.byMarketplace(Given.NOW)));
    }

    private void save(List<Change<CloudAccount>> accounts) {
        Work.run(
                unitOfWork(),
                stores -> accounts.forEach(account -> stores.cloudAccounts().save(Revision.first(account))));
    }

    private List<CloudAccount> onFile(Option<CloudAccountId> after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.cloudAccounts().onFile(Given.HOLDER.id(), after, limit));
    }

    private List<CloudAccount> offered(Option<CloudAccountId> after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.cloudAccounts().offered(Given.HOLDER.id(), after, limit));
    }
}
