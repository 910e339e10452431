package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Collectors;
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
                Given.subscriptionId("1"), Given.NOW.plusSeconds(90), Given.byMarketplace(Given.NOW.plusSeconds(9)));
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

        assertThat(Work.list(unitOfWork(), stores -> stores.cloudAccounts().onFile(Given.HOLDER.id())))
                .containsExactly(Given.accountOnFile("4").after());
        assertThat(Work.list(unitOfWork(), stores -> stores.cloudAccounts().onFile(new BillingCenterAccountId("BC-1"))))
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

    /** Order. */
    @Test
    @DisplayName("those on file come in the order of their ids")
    default void thoseOnFileComeInOrder() {
        List<String> numbers = List.of("b", "B", "10", "2", "a");
        Work.run(unitOfWork(), stores -> numbers.forEach(number -> bear(stores, Given.accountOnFile(number))));

        assertThat(onFile())
                .containsExactlyElementsOf(numbers.stream()
                        .sorted()
                        .map(number -> Given.accountOnFile(number).after())
                        .collect(Collectors.toList()));
    }

    /** SET-12 */
    @Test
    @DisplayName("many subscriptions of an account come back in the order in which they pay (SET-12)")
    default void manyPayersComeBackInOrder() {
        Change<CloudAccount> account = Given.accountOnFile("1");
        for (int i = 9; i > 1; i--) {
            Payer earlier =
                    new Payer(Given.subscriptionId("s" + i), Given.PROFILE.product(), Given.NOW.minusNanos(i / 2));
            account = account.then(account.after().opened(earlier, Given.byMarketplace(Given.NOW)));
        }
        Change<CloudAccount> whole = account;
        Work.run(unitOfWork(), stores -> bear(stores, whole));

        CloudAccount loaded = Work.in(unitOfWork(), this::load).get().aggregate();

        Same.assertSame(loaded, whole.after());
        assertThat(loaded.payers()).hasSize(9);
    }

    private List<CloudAccount> onFile() {
        return Work.in(unitOfWork(), stores -> stores.cloudAccounts().onFile(Given.HOLDER.id()));
    }
}
