package com.guance.billing.subscription;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.AgreementId;
import com.guance.billing.subscription.Fact.OfAgreement;
import com.guance.billing.subscription.Fact.OfCustomer;
import com.guance.billing.subscription.Fact.OfLicense;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdentityProperties {

    private static final Licensed LICENSE = new Licensed(World.PRODUCT, "111122223333", "l-1");

    @Property(tries = 500)
    @Label("ARR-2 two customers have one key exactly if they are one customer of one product, in every form")
    void keys(@ForAll("customers") MarketplaceCustomer one, @ForAll("customers") MarketplaceCustomer other) {
        assertThat(one.key().equals(other.key())).isEqualTo(one.equals(other));
        assertThat(one.key()).hasSizeLessThanOrEqualTo(560);
    }

    @Example
    @Label("ARR-2 a license is known by its own id, however its ARN is spelled")
    void arns() {
        List<String> spellings = List.of(
                "l-1", "arn:aws:license-manager::294406891311:license:l-1", "arn:aws:license-manager:::license:l-1");

        assertThat(spellings)
                .extracting(arn -> Licensed.of(World.PRODUCT, "111122223333", arn))
                .containsOnly(LICENSE);
        assertThat(LICENSE.key()).isEqualTo("aws/observability@l-1");
    }

    @Example
    @Label("NOT-4 what is no license and no account number is refused, the longest is taken")
    void licensesOnly() {
        for (String bad : List.of("", "l 1", "l/1", "l@1", "é", "l".repeat(129))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Licensed(World.PRODUCT, "1", bad));
        }
        for (String bad : List.of("", "1 1", "1-1", "é", "1".repeat(33))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Licensed(World.PRODUCT, bad, "l-1"));
        }
        assertThat(new Licensed(World.PRODUCT, "1".repeat(32), "l".repeat(128)).license())
                .hasSize(128);
    }

    @Example
    @Label("NOT-3 a fact is of a customer, a license or an agreement, and only the last names no product")
    void facts() {
        AgreementId agreement = AgreementId.of("aws", "agmt-1");
        Sign sign = new Sign(Kind.ACTIVATED, World.START);
        List<Fact> all = List.of(
                new OfCustomer(World.CUSTOMER, sign),
                new OfLicense(agreement, LICENSE, World.ACCOUNT, sign),
                new OfAgreement(agreement, Option.none(), Option.none()));

        assertThat(all)
                .extracting(fact -> fact.<String>fold(is("customer"), is("suspected"), is("license"), is("agreement")))
                .containsExactly("customer", "license", "agreement");
        assertThat(all)
                .extracting(Fact::product)
                .containsExactly(Option.some(World.PRODUCT), Option.some(World.PRODUCT), Option.none());
    }

    @Provide
    Arbitrary<MarketplaceCustomer> customers() {
        Arbitrary<Product> products = Combinators.combine(Arbitraries.of("aws", "aws-cn"), Arbitraries.of("a", "a.b"))
                .as(Product::new);
        Arbitrary<MarketplaceCustomer> legacy = Combinators.combine(
                        products, Arbitraries.of("l-1", "l-2", "a/b", "a@l-1", "@l-1", "=b"))
                .as(Legacy::new);
        Arbitrary<MarketplaceCustomer> licensed = Combinators.combine(products, Arbitraries.of("l-1", "l-2", "b"))
                .as((product, license) -> new Licensed(product, "111122223333", license));
        Arbitrary<MarketplaceCustomer> accounts = Combinators.combine(
                        products, Arbitraries.of("l", "b", "111122223333"))
                .as(MarketplaceCustomer.Account::new);
        return Arbitraries.oneOf(legacy, licensed, accounts);
    }
}
