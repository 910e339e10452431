package com.guance.billing.cloudaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TakingOverProperties {

    private static final Request BY = World.byMarketplace(World.START);
    private static final AgreementId NEXT = AgreementId.of("aws", "agmt-2");
    private static final Product OTHER = new Product("aws", "other");
    private static final Instant END = World.START.plusSeconds(3600);

    private final Subscription ended = Given.ending(World.FIRST, END, END);

    @Property(tries = 500)
    @Label("END-5 SET-12 the successor takes over, else of the same product the one activated earliest, else nobody")
    void taker(@ForAll("payers") List<Payer> payers, @ForAll boolean named) {
        CloudAccount account = payers.stream()
                .reduce(
                        Given.onFile(),
                        (before, payer) -> before.opened(payer, BY).after(),
                        (one, other) -> other);
        Subscription of =
                named ? ended.succeededBy(new NamedSuccessor(NEXT, false), BY).after() : ended;
        List<Payer> able = account.payers().stream()
                .filter(payer -> payer.product().equals(World.PRODUCT))
                .filter(payer -> !payer.subscription().equals(World.FIRST))
                .toList();
        Stream<Payer> successors =
                able.stream().filter(payer -> named && payer.agreement().contains(NEXT));
        Stream<Payer> earliest = able.stream()
                .sorted(Comparator.comparing(Payer::activatedAt)
                        .thenComparing(payer -> payer.subscription().value()));

        assertThat(account.takerOf(of).toJavaOptional())
                .isEqualTo(Stream.concat(successors, earliest).findFirst());
    }

    @Example
    @Label("END-5 the successor takes over also from one that was activated earlier")
    void successorFirst() {
        Payer earlier = Given.payer(World.life(3), World.START.minusSeconds(60));
        Payer successor = new Payer(World.SECOND, World.PRODUCT, World.START, Option.some(NEXT));
        CloudAccount both =
                Given.onFile().opened(earlier, BY).after().opened(successor, BY).after();

        assertThat(both.takerOf(ended)).containsExactly(earlier);
        assertThat(both.takerOf(
                        ended.succeededBy(new NamedSuccessor(NEXT, false), BY).after()))
                .containsExactly(successor);
    }

    @Example
    @Label("END-5 what ended does not take over from itself, nor does a subscription of another product")
    void nobody() {
        Payer other = new Payer(World.SECOND, OTHER, World.START, Option.some(NEXT));
        Subscription of = ended.succeededBy(new NamedSuccessor(NEXT, false), BY).after();

        assertThat(Given.onFile().takerOf(of)).isEmpty();
        assertThat(Given.onFile().opened(other, BY).after().takerOf(of)).isEmpty();
    }

    @Example
    @Label("END-5 an active subscription pays by the agreement that it comes from, as far as that is known")
    void payerOf() {
        Subscription active =
                Given.active(World.FIRST, World.START).comesFrom(NEXT, BY).after();
        Sign end = new Sign(Kind.CANCELLED, World.START);

        assertThat(Payer.of(active))
                .containsExactly(new Payer(World.FIRST, World.PRODUCT, World.START, Option.some(NEXT)));
        assertThat(Payer.of(Given.hear(active, end, END))).isEmpty();
        assertThat(Payer.of(Subscription.seen(World.CUSTOMER, 1, BY).after())).isEmpty();
    }

    @Provide
    Arbitrary<List<Payer>> payers() {
        Arbitrary<SubscriptionId> ids = Some.subscriptionIds();
        Arbitrary<Instant> times = Arbitraries.integers().between(-2, 2).map(World.START::plusSeconds);
        Arbitrary<Option<AgreementId>> agreements =
                Arbitraries.of(List.of(Option.none(), Option.some(NEXT), Option.some(AgreementId.of("aws", "agmt-3"))));
        return Combinators.combine(ids, Arbitraries.of(World.PRODUCT, World.PRODUCT, OTHER), times, agreements)
                .as(Payer::new)
                .list()
                .ofMaxSize(5);
    }
}
