package com.guance.billing.cloudaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegisteringProperties {

    private static final Instant END = World.START.plusSeconds(86_400);
    private static final Instant FORGOTTEN = END.plus(World.COUNTDOWN);

    private final CloudAccount recorded = Given.recorded(World.ACCOUNT, Cloud.AWS);

    @Example
    @Label("ARR-3 claiming registers the cloud account under the Billing Center account")
    void registers() {
        Change<CloudAccount> change =
                recorded.claimedBy(World.HOLDER, World.byOwner(END)).get();

        assertThat(change.after().holder()).containsExactly(World.HOLDER.id());
        assertThat(change.events())
                .containsExactly(new CloudAccountEvent.CloudAccountRegistered(
                        World.ACCOUNT, World.HOLDER.id(), World.byOwner(END)));
        assertThat(recorded.registeredUnder(END)).isEmpty();
        assertThat(change.after().registeredUnder(END)).containsExactly(World.HOLDER.id());
    }

    @Property(tries = 200)
    @Label("ARR-3 the holder may claim again at any time before it is forgotten, and nothing changes")
    void sameHolder(@ForAll("instants") Instant at) {
        CloudAccount account = Given.onFile();

        Change<CloudAccount> change =
                account.claimedBy(World.HOLDER, World.byOwner(at)).get();

        assertThat(change).isEqualTo(Change.none(account));
    }

    @Property(tries = 200)
    @Label("ARR-3 another Billing Center account is refused RegisteredElsewhere at any time while one is on file")
    void elsewhere(@ForAll("instants") Instant at) {
        assertThat(Given.onFile()
                        .claimedBy(World.OTHER_HOLDER, World.byOwner(at))
                        .getLeft())
                .isEqualTo(new ClaimRefusal.RegisteredElsewhere(World.ACCOUNT, World.HOLDER.id()));
    }

    @Example
    @Label("ARR-3 an account that settles in another currency is refused CurrencyMismatch")
    void currency() {
        BillingCenterAccount inYuan = new BillingCenterAccount(World.HOLDER.id(), World.CNY, true);

        assertThat(recorded.claimedBy(inYuan, World.byOwner(END)).getLeft())
                .isEqualTo(new ClaimRefusal.CurrencyMismatch(World.USD, World.CNY));
    }

    @Property(tries = 300)
    @Label("END-7 after the last end the registration is remembered until the countdown is over, then anyone's")
    void remembered(@ForAll("instants") Instant at) {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);

        assertThat(ended.isOnFile()).isFalse();
        assertThat(ended.payer()).isEmpty();
        assertThat(ended.claimedBy(World.OTHER_HOLDER, World.byOwner(at)).isLeft())
                .isEqualTo(at.isBefore(FORGOTTEN));
        assertThat(ended.registeredUnder(at).isDefined()).isEqualTo(at.isBefore(FORGOTTEN));
    }

    @Example
    @Label("END-7 the registration is forgotten to the instant")
    void rememberedToTheInstant() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);

        assertThat(ended.claimedBy(World.OTHER_HOLDER, World.byOwner(FORGOTTEN.minusNanos(1)))
                        .getLeft())
                .isEqualTo(new ClaimRefusal.RegisteredElsewhere(World.ACCOUNT, World.HOLDER.id()));
        CloudAccount taken = ended.claimedBy(World.OTHER_HOLDER, World.byOwner(FORGOTTEN))
                .get()
                .after();
        assertThat(taken.registeredUnder(FORGOTTEN)).containsExactly(World.OTHER_HOLDER.id());
        assertThat(taken.rememberedUntil()).isEmpty();
    }

    @Property(tries = 200)
    @Label(
            "ARR-3 END-7 a claim while the registration is only remembered changes nothing: a landing keeps it for 14 days more")
    void claimedWhileRemembered(@ForAll("instants") Instant at) {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);
        Assume.that(at.isBefore(FORGOTTEN) && at.isAfter(END));
        Request landing = World.byMarketplace(at);
        Subscription next = Subscription.seen(World.CUSTOMER, 2, landing)
                .after()
                .tracedTo(World.ACCOUNT, landing)
                .after();

        CloudAccount landed = ended.landed(next, World.POLICIES, landing).after();

        assertThat(ended.claimedBy(World.HOLDER, World.byOwner(at)).get().isNone())
                .isTrue();
        assertThat(landed.claimedBy(World.HOLDER, World.byOwner(at)).get().isNone())
                .isTrue();
        assertThat(landed.rememberedUntil()).containsExactly(at.plus(Duration.ofDays(14)));
        assertThat(landed.registeredSince()).isEqualTo(ended.registeredSince());
    }

    @Example
    @Label(
            "END-7 a landing after the registration was forgotten is somebody else's: it keeps nothing of the old holder")
    void landedTooLate() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);
        Request landing = World.byMarketplace(FORGOTTEN);
        Subscription next = Subscription.seen(World.CUSTOMER, 2, landing)
                .after()
                .tracedTo(World.ACCOUNT, landing)
                .after();

        CloudAccount landed = ended.landed(next, World.POLICIES, landing).after();

        assertThat(landed.holder()).isEmpty();
        assertThat(landed.claimedBy(World.OTHER_HOLDER, World.byOwner(FORGOTTEN))
                        .get()
                        .after()
                        .rememberedUntil())
                .containsExactly(FORGOTTEN.plus(Duration.ofDays(14)));
    }

    @Example
    @Label("END-7 SET-13 a change that waits keeps the registration until it lapses, and only as long as it waits")
    void awaited() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);
        Instant lapse = FORGOTTEN.plus(Duration.ofDays(3));
        CloudAccount awaited = ended.awaited(lapse, World.byOwner(END)).after();

        assertThat(awaited.rememberedUntil()).containsExactly(lapse);
        assertThat(awaited.awaited(lapse, World.byOwner(END)).isNone()).isTrue();
        assertThat(awaited.awaitedNoMore(World.byOwner(FORGOTTEN.minusNanos(1))).isNone())
                .isTrue();
        assertThat(awaited.awaitedNoMore(World.byOwner(FORGOTTEN)).after().holder())
                .isEmpty();
        assertThat(awaited.awaitedNoMore(World.byOwner(lapse)).isNone()).isTrue();
        assertThat(ended.awaitedNoMore(World.byOwner(END)).isNone()).isTrue();
    }

    @Property(tries = 200)
    @Label("END-7 of several ends the last countdown counts, whichever came last")
    void lastOfSeveral(@ForAll("instants") Instant first, @ForAll("instants") Instant second) {
        CloudAccount two = Given.opened(Given.onFile(), World.SECOND, World.START);

        CloudAccount ended = Given.closed(Given.closed(two, World.FIRST, first), World.SECOND, second);

        Instant later = first.isAfter(second) ? first : second;
        assertThat(ended.rememberedUntil()).containsExactly(later.plus(World.COUNTDOWN));
    }

    @Example
    @Label("END-7 who re-subscribes in time keeps the registration")
    void resubscribesInTime() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);
        Payer payer = Given.payer(World.SECOND, END);
        var by = World.byMarketplace(FORGOTTEN.minusNanos(1));

        Change<CloudAccount> again = ended.opened(payer, by);

        assertThat(again.events()).containsExactly(new CloudAccountEvent.PayerOpened(World.ACCOUNT, payer, by));
        assertThat(again.after().isOnFile()).isTrue();
        assertThat(again.after().registeredUnder(FORGOTTEN.plusSeconds(1))).containsExactly(World.HOLDER.id());
    }

    @Example
    @Label("END-7 who re-subscribes later is forgotten first, and claims anew")
    void resubscribesLate() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);
        Payer payer = Given.payer(World.SECOND, END);
        var by = World.byMarketplace(FORGOTTEN);

        Change<CloudAccount> again = ended.opened(payer, by);

        assertThat(again.events())
                .containsExactly(
                        new CloudAccountEvent.RegistrationForgotten(World.ACCOUNT, World.HOLDER.id(), by),
                        new CloudAccountEvent.PayerOpened(World.ACCOUNT, payer, by));
        assertThat(again.after().holder()).isEmpty();
        assertThat(again.after().isOnFile()).isFalse();
        assertThat(again.after().payer()).containsExactly(payer);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }
}
