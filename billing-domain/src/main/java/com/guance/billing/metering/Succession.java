package com.guance.billing.metering;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Who has what an ended subscription could not have metered any more (MET-7): whoever took its workspaces over, or followed it by a
 * renewal (END-5). A customer who merely subscribed again later pays nothing of what was before (END-8).
 *
 * @param ended the subscription that ended
 * @param account its cloud account, as it is now
 */
public record Succession(Subscription ended, CloudAccount account) {

    /** Refuses nulls. */
    public Succession {
        Required.value(ended, "ended");
        Required.value(account, "account");
    }

    /**
     * The heir.
     *
     * @param taker the subscription that {@link CloudAccount#takerOf} names
     * @return where the charges and remainders go; none if it is no heir
     */
    public Option<Destination.Metered> to(Subscription taker) {
        return Option.of(taker)
                .filter(Subscription::isAlive)
                .filter(alive -> isRenewed() || tookOver(alive))
                .map(alive -> new Destination.Metered(account.id(), alive.id(), alive.customer()));
    }

    /**
     * Whether somebody may still come: its workspaces await the successor (END-5).
     *
     * @param wait how long a successor is waited for
     * @return until when; none if nobody is expected
     */
    public Option<Instant> awaitedUntil(Duration wait) {
        return ended.endHeard()
                .filter(heard -> isRenewed())
                .map(heard -> heard.at().plus(wait));
    }

    private boolean isRenewed() {
        return ended.isSucceeded() || ended.mayBeSucceeded();
    }

    /** It was there when the end was heard; another life of the same customer never was, nor who was away and has returned since. */
    private boolean tookOver(Subscription taker) {
        return !taker.customer().equals(ended.customer())
                && ended.endHeard().map(Request::at).exists(taker::wasActiveAt);
    }
}
