package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who inherits what an ended subscription left. */
class SuccessionTest {

    private static final Instant END = World.START.plus(Duration.ofDays(1));
    private static final Instant HEARD = END.plus(Duration.ofHours(3));
    private static final Duration WAIT = Duration.ofDays(2);
    private static final AgreementId NEXT = AgreementId.of("aws", "agmt-2");

    private final CloudAccount account = Given.onFile();
    private final Subscription one = activated(pending("one"), World.START);
    private final Subscription cancelled = ended(Kind.CANCELLED);
    private final Subscription renewed = ended(Kind.SUPERSEDED);

    @Test
    @DisplayName(
            "MET-7 END-5 who was active when the end was heard has taken the workspaces over, and has what it left")
    void tookOver() {
        Subscription taker = activated(pending("two"), World.START);

        assertThat(succession(cancelled).to(taker))
                .containsExactly(new Destination.Metered(World.ACCOUNT, taker.id(), taker.customer()));
    }

    @Test
    @DisplayName("MET-7 END-8 one of the very instant of the end's receipt is an heir, a nanosecond later none")
    void inTime() {
        assertThat(succession(cancelled).to(activated(pending("two"), HEARD))).isNotEmpty();
        assertThat(succession(cancelled).to(activated(pending("two"), HEARD.plusNanos(1))))
                .isEmpty();
    }

    @Test
    @DisplayName("MET-7 END-8 the same customer who subscribed again pays nothing of what was before, however early")
    void anotherLife() {
        Subscription over = ended(Kind.ENDED);
        Instant again = END.plusSeconds(1);
        Subscription next = over.nextLife(
                        new Sign(Kind.ACTIVATED, again), World.ENDING, World.byMarketplace(HEARD.plusSeconds(1)))
                .after();

        assertThat(next.activatedAt()).containsExactly(again);
        assertThat(next.isAlive()).isTrue();
        assertThat(succession(over).to(next)).isEmpty();
    }

    @Test
    @DisplayName("MET-7 who does not pay itself inherits nothing")
    void notAlive() {
        Subscription pending = pending("two");
        Subscription ending = Given.hear(activated(pending, World.START), new Sign(Kind.ENDING, END), END);

        assertThat(succession(cancelled).to(pending)).isEmpty();
        assertThat(succession(cancelled).to(ending)).isEmpty();
        assertThat(succession(renewed).to(pending)).isEmpty();
        assertThat(succession(renewed).to(ending)).isEmpty();
    }

    @Test
    @DisplayName("MET-7 END-3 an end that is not decided yet has no heir")
    void undecided() {
        Subscription undecided = ended(Kind.DEPROVISIONED);

        assertThat(undecided.endHeard()).isEmpty();
        assertThat(succession(undecided).to(activated(pending("two"), World.START)))
                .isEmpty();
        assertThat(succession(undecided).awaitedUntil(WAIT)).isEmpty();
    }

    @Test
    @DisplayName(
            "MET-7 END-5 the renewal inherits, whenever it comes, and whether it was told with the end or after it")
    void renewal() {
        Subscription late = activated(pending("two"), HEARD.plus(Duration.ofHours(5)));

        assertThat(succession(renewed).to(late))
                .containsExactly(new Destination.Metered(World.ACCOUNT, late.id(), late.customer()));
        assertThat(succession(named(cancelled)).to(late)).isNotEmpty();
        assertThat(succession(cancelled).to(late)).isEmpty();
    }

    @Test
    @DisplayName("MET-7 END-5 a renewal is waited for from the end's receipt on, anybody else is not")
    void awaited() {
        assertThat(succession(renewed).awaitedUntil(WAIT)).containsExactly(HEARD.plus(WAIT));
        assertThat(succession(named(cancelled)).awaitedUntil(WAIT)).containsExactly(HEARD.plus(WAIT));
        assertThat(succession(cancelled).awaitedUntil(WAIT)).isEmpty();
        assertThat(succession(named(one)).awaitedUntil(WAIT)).isEmpty();
    }

    private Succession succession(Subscription ended) {
        return new Succession(ended, account);
    }

    private Subscription ended(Kind how) {
        return Given.hear(one, new Sign(how, END), HEARD);
    }

    private static Subscription named(Subscription before) {
        return before.succeededBy(new NamedSuccessor(NEXT, false), World.byMarketplace(HEARD.plusSeconds(1)))
                .after();
    }

    private static Subscription activated(Subscription before, Instant at) {
        return Given.hear(before, new Sign(Kind.ACTIVATED, at), at.plus(Duration.ofHours(1)));
    }

    private static Subscription pending(String customer) {
        return Subscription.seen(
                        new MarketplaceCustomer.Legacy(World.PRODUCT, customer), 1, World.byMarketplace(World.START))
                .after()
                .tracedTo(World.ACCOUNT, World.byMarketplace(World.START))
                .after();
    }
}
