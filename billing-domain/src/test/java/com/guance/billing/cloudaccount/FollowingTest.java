package com.guance.billing.cloudaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final Request BY = World.byMarketplace(World.START.plusSeconds(60));

    private final CloudAccount registered = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);
    private final Subscription pending =
            Subscription.seen(World.CUSTOMER, 1, BY).after();
    private final Subscription active = hear(pending, Kind.ACTIVATED, 0);

    @Test
    @DisplayName("SET-4 a subscription pays while it is active, and only then")
    void pays() {
        Payer payer = Given.payer(active.id(), World.START);

        Change<CloudAccount> opened = registered.follow(active, World.POLICIES, BY);

        assertThat(opened.events()).containsExactly(new CloudAccountEvent.PayerOpened(World.ACCOUNT, payer, BY));
        assertThat(opened.after().follow(active, World.POLICIES, BY)).isEqualTo(Change.none(opened.after()));
    }

    @Test
    @DisplayName("ARR-6 a pending subscription is expected, once, until it is active or over")
    void expected() {
        Change<CloudAccount> expecting = registered.follow(pending, World.POLICIES, BY);

        assertThat(expecting.events())
                .containsExactly(new CloudAccountEvent.PayerExpected(World.ACCOUNT, pending.id(), BY));
        assertThat(expecting.after().follow(pending, World.POLICIES, BY)).isEqualTo(Change.none(expecting.after()));
        assertThat(expecting.after().expects(Option.none())).isTrue();
        assertThat(expecting.after().follow(active, World.POLICIES, BY).after().expected())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "ARR-6 END-6 landing while an end is on its way expects the next life, until it begins or this one returns")
    void landedMeanwhile() {
        Subscription ending = hear(active, Kind.ENDING, 1);
        CloudAccount closed = registered
                .follow(active, World.POLICIES, BY)
                .after()
                .follow(ending, World.POLICIES, BY)
                .after();
        Change<CloudAccount> landed = closed.landed(ending, World.POLICIES, BY);
        Subscription returned = hear(ending, Kind.ACTIVATED, 2);
        Subscription over = hear(ending, Kind.ENDED, 2);
        Subscription next = over.nextLife(new Sign(Kind.ACTIVATED, World.START.plusSeconds(3)), World.ENDING, BY)
                .after();

        assertThat(landed.events()).containsExactly(new CloudAccountEvent.PayerExpected(World.ACCOUNT, next.id(), BY));
        CloudAccount expecting = landed.after();
        assertThat(expecting.landed(ending, World.POLICIES, BY)).isEqualTo(Change.none(expecting));
        assertThat(expecting.follow(over, World.POLICIES, BY)).isEqualTo(Change.none(expecting));
        assertThat(expecting.expects(Option.none())).isTrue();
        assertThat(expecting.follow(returned, World.POLICIES, BY).after().expected())
                .isEmpty();
        assertThat(expecting.follow(next, World.POLICIES, BY).after().expected())
                .isEmpty();
        assertThat(expecting.follow(returned, World.POLICIES, BY).after().lastCountdown())
                .isEqualTo(closed.lastCountdown());
        assertThat(closed.landed(over, World.POLICIES, BY)).isEqualTo(Change.none(closed));
    }

    @Test
    @DisplayName("ARR-6 END-5 landing with a license that ends expects nothing: a renewal is another license")
    void licenseThatEnds() {
        Subscription licensed = Subscription.seen(
                        new MarketplaceCustomer.Licensed(World.PRODUCT, "123456789012", "l-1"), 1, BY)
                .after()
                .tracedTo(World.ACCOUNT, BY)
                .after();
        Subscription ending = hear(hear(licensed, Kind.ACTIVATED, 1), Kind.DEPROVISIONED, 2);
        CloudAccount closed = registered.follow(ending, World.POLICIES, BY).after();

        assertThat(closed.landed(ending, World.POLICIES, BY)).isEqualTo(Change.none(closed));
    }

    @Test
    @DisplayName("END-4 END-7 from the first sign of its end it pays no more, and the countdown starts at the receipt")
    void paysNoMore() {
        CloudAccount open = registered.follow(active, World.POLICIES, BY).after();
        Subscription ending = hear(active, Kind.ENDING, 1);

        Change<CloudAccount> closed = open.follow(ending, World.POLICIES, BY);

        assertThat(closed.events())
                .containsExactly(new CloudAccountEvent.PayerClosed(
                        World.ACCOUNT, active.id(), Option.some(BY.at().plus(World.COUNTDOWN)), BY));
        assertThat(closed.after().isOnFile()).isFalse();
    }

    @Test
    @DisplayName(
            "END-3 END-7 an account whose workspaces wait for the final sign takes nothing new, and is remembered until after it")
    void waitsForTheFinalSign() {
        EndPolicy patient = new EndPolicy(
                EndMoment.FINAL_SIGN, World.ENDING.consequences(), World.ENDING.waits(), World.ENDING.resubscription());
        Request late = World.byMarketplace(BY.at().plus(World.COUNTDOWN).plus(World.COUNTDOWN));
        CloudAccount open = registered.follow(active, World.POLICIES, BY).after();
        Subscription ending = active.hear(new Sign(Kind.ENDING, World.START.plusSeconds(1)), patient, BY)
                .get()
                .after();
        Subscription ended = ending.hear(new Sign(Kind.ENDED, World.START.plusSeconds(2)), patient, late)
                .get()
                .after();

        CloudAccount closed = open.follow(ending, World.POLICIES, BY).after();
        Change<CloudAccount> over = closed.follow(ended, World.POLICIES, late);

        assertThat(closed.isOnFile()).isFalse();
        assertThat(closed.registeredUnder(late.at())).containsExactly(World.HOLDER.id());
        assertThat(closed.follow(ending, World.POLICIES, late).isNone()).isTrue();
        assertThat(over.after().rememberedUntil()).containsExactly(late.at().plus(World.COUNTDOWN));
        assertThat(over.after().follow(ended, World.POLICIES, late).isNone()).isTrue();
        assertThat(closed.follow(active, World.POLICIES, late).after().settling())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "END-3 END-7 what ends before it began settles nothing, and keeps no registration until its final sign")
    void neverBegan() {
        EndPolicy patient = World.ENDING.withMoment(EndMoment.FINAL_SIGN);
        Instant firstCountdown = BY.at().plus(World.COUNTDOWN);
        CloudAccount remembered = registered
                .follow(active, World.POLICIES, BY)
                .after()
                .follow(hear(active, Kind.ENDED, 1), World.POLICIES, BY)
                .after();
        Request late = World.byMarketplace(BY.at().plusSeconds(60));
        Subscription again = hear(active, Kind.ENDED, 1).expectedAgain(late).after();
        Subscription ending = again.hear(new Sign(Kind.ENDING, late.at()), patient, late)
                .get()
                .after();

        CloudAccount expecting = remembered.follow(again, World.POLICIES, late).after();
        CloudAccount over = expecting.follow(ending, World.POLICIES, late).after();

        assertThat(over.expected()).isEmpty();
        assertThat(over.settling()).isEmpty();
        assertThat(over.rememberedUntil()).containsExactly(firstCountdown);
        assertThat(over.follow(ending, World.POLICIES, late).isNone()).isTrue();
    }

    private static Subscription hear(Subscription before, Kind kind, int second) {
        return before.hear(new Sign(kind, World.START.plusSeconds(second)), World.ENDING, BY)
                .get()
                .after();
    }
}
