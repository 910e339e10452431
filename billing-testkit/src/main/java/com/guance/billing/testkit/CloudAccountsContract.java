package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
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

/** Cloud accounts, by their history: the contract of {@link com.guance.billing.ports.driven.CloudAccounts}. */
public interface CloudAccountsContract extends AggregateContract<CloudAccount> {

    @Override
    default Change<CloudAccount> birth() {
        return Given.accountOnFile("1");
    }

    @Override
    default Change<CloudAccount> next(CloudAccount before) {
        return before.closed(
                Given.subscriptionId("1"),
                Option.some(Given.NOW.plusSeconds(90)),
                Given.byMarketplace(Given.NOW.plusSeconds(9)));
    }

    @Override
    default Option<Versioned<CloudAccount>> load(Stores stores) {
        return stores.cloudAccounts().find(Given.accountId("1"));
    }

    @Override
    default void bear(Stores stores, Change<CloudAccount> birth) {
        stores.cloudAccounts().save(Revision.first(birth));
    }

    @Override
    default void save(Stores stores, Revision<CloudAccount> revision) {
        stores.cloudAccounts().save(revision);
    }

    /** Loading. */
    @Test
    @DisplayName("those that exist are loaded, by id; nobody is asked for, nobody is loaded")
    default void thoseThatExistAreLoaded() {
        Change<CloudAccount> second = Given.recordedAccount("2");
        Change<CloudAccount> claimed =
                second.after().claimedBy(Given.HOLDER, Given.byHolder()).get();
        Work.run(unitOfWork(), stores -> {
            bear(stores, birth());
            bear(stores, second);
            save(stores, new Revision<>(1, claimed));
        });
        List<CloudAccountId> asked = List.of(Given.accountId("2"), Given.accountId("3"));

        assertThat(Work.map(unitOfWork(), stores -> stores.cloudAccounts().find(asked)))
                .isEqualTo(Map.of(Given.accountId("2"), new Versioned<>(claimed.after(), 2)));
        assertThat(Work.map(unitOfWork(), stores -> stores.cloudAccounts().find(List.<CloudAccountId>of())))
                .isEmpty();
    }

    /** Many. */
    @Test
    @DisplayName("2,000 cloud accounts are asked for at once")
    default void manyAreLoadedAtOnce() {
        List<CloudAccountId> ids = IntStream.range(0, 2_000)
                .mapToObj(i -> Given.accountId("n" + i))
                .collect(Collectors.toList());
        Work.run(
                unitOfWork(),
                stores -> IntStream.range(0, 20).forEach(i -> bear(stores, Given.recordedAccount("n" + 100 * i))));

        assertThat(Work.map(unitOfWork(), stores -> stores.cloudAccounts().find(ids)))
                .hasSize(20);
    }

    /** END-7 */
    @Test
    @DisplayName("on file under a holder are those registered there with an active subscription, no others (END-7)")
    default void onFileAreTheRegisteredWithASubscription() {
        Change<CloudAccount> ended = birth().then(next(birth().after()));
        Work.run(unitOfWork(), stores -> {
            bear(stores, ended);
            bear(stores, Given.recordedAccount("2"));
            bear(stores, Given.registeredAccount("3"));
            bear(stores, Given.accountOnFile("4"));
        });

        assertThat(Work.list(
                        unitOfWork(), stores -> stores.cloudAccounts().onFile(Given.HOLDER.id(), Option.none(), 10)))
                .containsExactly(Given.accountOnFile("4").after());
        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.cloudAccounts().onFile(new BillingCenterAccountId("BC-1"), Option.none(), 10)))
                .isEmpty();
    }

    /** END-7 */
    @Test
    @DisplayName("an account comes on file with its first active subscription and goes with its last (END-7)")
    default void anAccountComesAndGoes() {
        Change<CloudAccount> registered = Given.registeredAccount("1");
        Change<CloudAccount> opened = registered.after().opened(Given.payer("1"), Given.byMarketplace(Given.NOW));
        Change<CloudAccount> closed = next(opened.after());

        Work.run(unitOfWork(), stores -> bear(stores, registered));
        assertThat(onFile()).isEmpty();
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(1, opened)));
        assertThat(onFile()).containsExactly(opened.after());
        Work.run(unitOfWork(), stores -> save(stores, new Revision<>(2, closed)));
        assertThat(onFile()).isEmpty();
    }

    /** SET-12 */
    @Test
    @DisplayName("many subscriptions of an account come back in the order in which they pay (SET-12)")
    default void manyPayersComeBackInOrder() {
        Change<CloudAccount> account = Given.accountOnFile("1");
        for (int i = 9; i > 1; i--) {
            Payer earlier = new Payer(
                    Given.subscriptionId("s" + i),
                    Given.PROFILE.product(),
                    Given.NOW.minusNanos(i / 2),
                    Option.some(Given.agreementId("s" + i)));
            account = account.then(account.after().opened(earlier, Given.byMarketplace(Given.NOW)));
        }
        Change<CloudAccount> whole = account;
        Work.run(unitOfWork(), stores -> bear(stores, whole));

        CloudAccount loaded = Work.in(unitOfWork(), this::load).get().aggregate();

        Same.assertSame(loaded, whole.after());
        assertThat(loaded.payers()).hasSize(9);
    }

    private List<CloudAccount> onFile() {
        return Work.in(unitOfWork(), stores -> stores.cloudAccounts().onFile(Given.HOLDER.id(), Option.none(), 100));
    }
}
