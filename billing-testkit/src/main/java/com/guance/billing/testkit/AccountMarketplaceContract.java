package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.subscription.MarketplaceCustomer.Account;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link com.guance.billing.ports.driven.Marketplace} where the product is of the account form (ARR-9). */
public interface AccountMarketplaceContract extends MarketplaceContract {

    /** Who arrived. */
    @Test
    @DisplayName("a good token is resolved to the AWS account, whatever other names it has (ARR-9)")
    default void anAccountArrives() {
        var arrival =
                market().port().resolve(market().goodLanding(), market().now()).get();

        assertThat(arrival.customer())
                .isInstanceOfSatisfying(
                        Account.class,
                        account -> assertThat(arrival.account().value()).endsWith(":" + account.account()));
    }

    /** The meter. */
    @Test
    @DisplayName("the meter is the account's: another account's hour is its own (MET-3)")
    default void accountsAreBilledApart() {
        Account one = (Account) market().subscribed();
        Account two = (Account) market().subscribed();
        GivenRecords given = new GivenRecords(market().dimension(), market().now());

        List<MeteringAnswer> answers = market().port()
                .meter(List.of(given.of(one, 5), given.of(two, 6)))
                .get();

        assertThat(answers).hasSize(2).allMatch(MeteringAnswer.Accepted.class::isInstance);
        assertThat(market().billed(one))
                .extracting(MarketplaceUnderTest.Billed::quantity)
                .containsExactly(5L);
        assertThat(market().billed(two))
                .extracting(MarketplaceUnderTest.Billed::quantity)
                .containsExactly(6L);
    }

    /** Forms. */
    @Test
    @DisplayName("an account and its license make no request together, and nothing of it is billed (SUB-2)")
    default void anAccountAndItsLicenseMakeNoRequest() {
        Account account = (Account) market().subscribed();
        Licensed license = new Licensed(account.product(), account.account(), "l-1");
        GivenRecords given = new GivenRecords(market().dimension(), market().now());
        List<MeteringRecord> both = List.of(given.of(account, 5), given.of(license, 5));

        assertThat(market().port().meter(both).isLeft()).isTrue();
        assertThat(market().billed(account)).isEmpty();
    }
}
