package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.testkit.MarketplaceUnderTest.Billed;
import com.guance.billing.testkit.MarketplaceUnderTest.Trouble;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Marketplace} where the product is listed by license: all of the common one, and what licenses add. */
public interface LicensedMarketplaceContract extends MarketplaceContract {

    @Override
    LicensedMarketplaceUnderTest market();

    /** Who arrived. */
    @Test
    @DisplayName("a good token is resolved to the license's own id and its account (ARR-2)")
    default void aLicenseArrives() {
        var arrival =
                market().port().resolve(market().goodLanding(), market().now()).get();

        assertThat(arrival.customer()).isInstanceOfSatisfying(Licensed.class, licensed -> {
            assertThat(licensed.license()).startsWith("l-");
            assertThat(arrival.account().value()).endsWith(":" + licensed.account());
        });
    }

    /** The meter. */
    @Test
    @DisplayName("licenses of one account are billed apart for one hour, each its own quantity once (MET-3)")
    default void licensesAreBilledApart() {
        Licensed one = market().subscribed();
        Licensed two = market().another(one);

        List<MeteringAnswer> answers = market().port()
                .meter(List.of(given().of(one, 5), given().of(two, 6)))
                .get();

        assertThat(answers).hasSize(2).allMatch(MeteringAnswer.Accepted.class::isInstance);
        assertThat(market().port()
                        .meter(List.of(given().of(two, 7), given().of(one, 5)))
                        .get())
                .element(0)
                .isEqualTo(new MeteringAnswer.Duplicate());
        assertThat(billed(one)).containsExactly(5L);
        assertThat(billed(two)).containsExactly(6L);
    }

    /** Order. */
    @Test
    @DisplayName("an answer finds its license, though account, dimension and hour are another's, too (SUB-3)")
    default void anAnswerFindsItsLicense() {
        Licensed one = market().subscribed();
        Licensed two = market().another(one);
        Licensed three = market().another(one);
        assertThat(market().port().meter(List.of(given().of(two, 1))).isRight()).isTrue();
        market().next(Trouble.FIRST_UNPROCESSED);

        List<MeteringAnswer> answers = market().port()
                .meter(List.of(given().of(one, 9), given().of(two, 9), given().of(three, 9)))
                .get();

        assertThat(answers.get(0)).isEqualTo(new MeteringAnswer.Unprocessed());
        assertThat(answers.get(1)).isEqualTo(new MeteringAnswer.Duplicate());
        assertThat(answers.get(2)).isInstanceOf(MeteringAnswer.Accepted.class);
        assertThat(billed(one)).isEmpty();
        assertThat(billed(three)).containsExactly(9L);
    }

    /** Left. */
    @Test
    @DisplayName("an unknown license, or another account's, rejects the whole request (SUB-6)")
    default void anUnknownLicenseRejectsTheRequest() {
        Licensed good = market().subscribed();
        Licensed other = market().subscribed();

        for (Licensed bad : List.of(
                new Licensed(good.product(), good.account(), "l-neverissued"),
                new Licensed(good.product(), good.account(), other.license()))) {
            assertThat(market().port().meter(List.of(given().of(good, 5), given().of(bad, 6))))
                    .isEqualTo(invalid());
        }

        assertThat(billed(good)).isEmpty();
        assertThat(billed(other)).isEmpty();
    }

    /** Its life. */
    @Test
    @DisplayName("after an agreement's end earlier usage is taken for its final hour, later usage never (SUB-6, FIN-2)")
    default void theFinalHourTakesEarlierUsage() {
        Licensed customer = market().subscribed();
        MeteringRecord first = given().of(customer, 1);
        market().moveClock(Duration.ofMinutes(90));
        MeteringRecord last = given().of(customer, 2);
        market().end(customer);
        market().moveClock(Duration.ofMinutes(45));
        MeteringRecord after = given().of(customer, 3);

        assertThat(market().port().meter(List.of(first)).get())
                .hasSize(1)
                .allMatch(MeteringAnswer.Accepted.class::isInstance);
        assertThat(market().port().meter(List.of(after))).isEqualTo(invalid());
        market().moveClock(Duration.ofMinutes(15));
        assertThat(market().port().meter(List.of(last)).get()).containsExactly(new MeteringAnswer.NotSubscribed());
        assertThat(market().port().meter(List.of(after))).isEqualTo(invalid());
        assertThat(billed(customer)).containsExactly(1L);
    }

    private GivenRecords given() {
        return new GivenRecords(market().dimension(), market().now());
    }

    private List<Long> billed(MarketplaceCustomer customer) {
        return market().billed(customer).stream().map(Billed::quantity).collect(Collectors.toUnmodifiableList());
    }

    private static Either<BatchRejected, List<MeteringAnswer>> invalid() {
        return Either.left(new BatchRejected("InvalidLicenseException"));
    }
}
