package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpectedAgainTest {

    private static final SubscriptionId NEXT = World.life(2);
    private static final Sign END = new Sign(Kind.ENDED, World.START.plusSeconds(3));
    private static final Request LANDED = World.byMarketplace(World.START.plusSeconds(60));

    private final Subscription ended =
            Given.hear(Given.active(World.FIRST, World.START), END, World.START.plusSeconds(4));

    @Test
    @DisplayName("ARR-6 who lands again after the end is expected: the next life of the same account, pending")
    void expected() {
        Change<Subscription> next = ended.expectedAgain(LANDED);

        assertThat(next.events())
                .containsExactly(
                        new SubscriptionEvent.SubscriptionSeen(NEXT, World.CUSTOMER, 2, LANDED),
                        new SubscriptionEvent.SubscriptionTraced(NEXT, World.ACCOUNT, LANDED),
                        new SubscriptionEvent.SubscriptionConfirmed(NEXT, END, LANDED));
        assertThat(next.after().status()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(next.after().end()).isEmpty();
    }

    @Test
    @DisplayName("NOT-2 nothing as old as the last life's end activates the next one, anything newer does")
    void notRevived() {
        Subscription next = ended.expectedAgain(LANDED).after();
        Sign old = new Sign(Kind.ACTIVATED, END.ownTime());
        Sign fresh = new Sign(Kind.ACTIVATED, END.ownTime().plusNanos(1));

        assertThat(next.hear(old, World.ENDING, LANDED).getLeft()).isEqualTo(new StaleSign(old, END));
        assertThat(Given.hear(next, fresh, LANDED.at()).isAlive()).isTrue();
    }

    @Test
    @DisplayName("NOT-2 a life of which only the end is known has no account to hand on")
    void withoutAccount() {
        Subscription tombstone =
                Given.hear(Subscription.seen(World.CUSTOMER, 1, LANDED).after(), END, LANDED.at());

        Change<Subscription> next = tombstone.expectedAgain(LANDED);

        assertThat(next.events())
                .containsExactly(
                        new SubscriptionEvent.SubscriptionSeen(NEXT, World.CUSTOMER, 2, LANDED),
                        new SubscriptionEvent.SubscriptionConfirmed(NEXT, END, LANDED));
        assertThat(next.after().cloudAccount()).isEqualTo(Option.none());
    }
}
