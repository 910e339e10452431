package com.guance.billing.subscription;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.AgreementKnown;
import com.guance.billing.subscription.SubscriptionEvent.CascadeCompleted;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.EndProbed;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourClosed;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourOverrun;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingCompleted;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingDue;
import com.guance.billing.subscription.SubscriptionEvent.LicenseKnown;
import com.guance.billing.subscription.SubscriptionEvent.NamesAnswered;
import com.guance.billing.subscription.SubscriptionEvent.SeveralLicensesActive;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionSeen;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionTraced;
import com.guance.billing.subscription.SubscriptionEvent.SuccessorEnded;
import com.guance.billing.subscription.SubscriptionEvent.SuccessorNamed;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubscriptionEventTest {

    private static final Request BY = World.byMarketplace(World.START);
    private static final AgreementId AGREEMENT = AgreementId.of("aws", "agmt-1");
    private static final Sign SIGN = new Sign(Kind.ACTIVATED, World.START);

    @Test
    @DisplayName("INV-4 each event of a subscription is a case of its own, and names subscription, actor and instant")
    void cases() {
        List<SubscriptionEvent> all = List.of(
                new SubscriptionSeen(World.FIRST, World.CUSTOMER, 1, BY),
                new SubscriptionTraced(World.FIRST, World.ACCOUNT, BY),
                new SubscriptionActivated(World.FIRST, SIGN, BY),
                new SubscriptionConfirmed(World.FIRST, SIGN, BY),
                new SubscriptionEnding(World.FIRST, SIGN, Option.none(), BY),
                new SubscriptionEnded(World.FIRST, SIGN, BY),
                new AgreementKnown(World.FIRST, AGREEMENT, BY),
                new SuccessorNamed(World.FIRST, AGREEMENT, BY),
                new CascadeCompleted(World.FIRST, BY),
                new FinalRatingDue(World.FIRST, World.START, World.START, BY),
                new FinalRatingCompleted(World.FIRST, BY),
                new FinalHourClosed(World.FIRST, 1, BY),
                new EndSuspected(World.FIRST, new Suspicion(World.START, World.START, World.START), BY),
                new EndProbed(World.FIRST, World.START, BY),
                new EndDenied(World.FIRST, World.START, BY),
                new SuspicionCleared(World.FIRST, BY),
                new FinalHourOverrun(World.FIRST, World.START, BY),
                new SuccessorEnded(World.FIRST, AGREEMENT, BY),
                new NamesAnswered(World.FIRST, AnsweredNames.none(), BY),
                new LicenseKnown(World.FIRST, new KnownLicense("l-1", SIGN), BY),
                new SeveralLicensesActive(World.FIRST, List.of("l-1", "l-2"), BY));

        assertThat(all)
                .extracting(event -> event.<String>fold(
                        is("seen"),
                        is("traced"),
                        is("activated"),
                        is("confirmed"),
                        is("ending"),
                        is("ended"),
                        is("known"),
                        is("named"),
                        is("completed"),
                        is("due"),
                        is("rated"),
                        is("closed"),
                        is("suspected"),
                        is("probed"),
                        is("denied"),
                        is("cleared"),
                        is("overrun"),
                        is("successor ended"),
                        is("names"),
                        is("license"),
                        is("several")))
                .containsExactly(
                        "seen",
                        "traced",
                        "activated",
                        "confirmed",
                        "ending",
                        "ended",
                        "known",
                        "named",
                        "completed",
                        "due",
                        "rated",
                        "closed",
                        "suspected",
                        "probed",
                        "denied",
                        "cleared",
                        "overrun",
                        "successor ended",
                        "names",
                        "license",
                        "several");
        assertThat(all).extracting(DomainEvent::subject).containsOnly(World.FIRST.value());
        assertThat(all).extracting(DomainEvent::request).containsOnly(BY);
    }

    @Test
    @DisplayName("ARR-8 a failure to subscribe opens a cascade to those who wait, as long as it is pending")
    void failure() {
        Subscription unseen = Subscription.seen(World.CUSTOMER, 1, BY).after();
        Subscription pending = unseen.tracedTo(World.ACCOUNT, BY).after();
        Sign failure = new Sign(Kind.NOT_ACTIVATED, World.START);

        Subscription failed = pending.hear(failure, World.ENDING, BY).get().after();
        Subscription reached = failed.cascadeCompleted(BY).after();

        assertThat(failed.cascadeOpen()).isTrue();
        assertThat(unseen.hear(failure, World.ENDING, BY).get().after().cascadeOpen())
                .as("nobody waits for an unknown account")
                .isFalse();
        assertThat(failed.status()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(reached.cascadeOpen()).isFalse();
    }

    @Test
    @DisplayName(
            "NOT-2 ARR-6 what was activated before its account was known has its cascade when the account is traced")
    void tracedWhenActive() {
        Subscription pending = Subscription.seen(World.CUSTOMER, 1, BY).after();
        Subscription reached = pending.hear(SIGN, World.ENDING, BY)
                .get()
                .after()
                .cascadeCompleted(BY)
                .after();

        assertThat(reached.tracedTo(World.ACCOUNT, BY).after().cascadeOpen()).isTrue();
        assertThat(pending.tracedTo(World.ACCOUNT, BY).after().cascadeOpen()).isFalse();
    }

    @Test
    @DisplayName("NOT-6 it pays since the own time of its last activation, told by whoever told that last")
    void payingSince() {
        Request later = World.byMarketplace(World.START.plusSeconds(60));
        Sign ending = new Sign(Kind.ENDING, World.START.plusSeconds(10));
        Sign again = new Sign(Kind.ACTIVATED, World.START.plusSeconds(20));
        Subscription active = Subscription.seen(World.CUSTOMER, 1, BY)
                .after()
                .hear(SIGN, World.ENDING, BY)
                .get()
                .after();

        Subscription back = active.hear(ending, World.ENDING, later)
                .get()
                .after()
                .hear(again, World.ENDING, later)
                .get()
                .after();

        assertThat(active.payingSince()).containsExactly(SIGN.ownTime());
        assertThat(active.activeHeard()).containsExactly(BY);
        assertThat(back.payingSince()).containsExactly(again.ownTime());
        assertThat(back.activeHeard()).containsExactly(later);
        assertThat(back.activatedAt()).containsExactly(SIGN.ownTime());
    }
}
