package com.guance.billing.example.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cloud account, as plainly as it can be said. */
final class PlainAccount {

    boolean recorded;
    int holder = -1;

    /** How often it was registered anew. */
    int registrations;

    @Nullable
    Instant rememberedUntil;

    final List<PlainSubscription> paying = new ArrayList<>();
    /** Those that end, and pay on until the end is final. */
    final List<PlainSubscription> settling = new ArrayList<>();

    final List<PlainSubscription> pending = new ArrayList<>();

    /** What its buyer has landed on again, while its end was on its way. */
    @Nullable
    PlainSubscription landedOn;

    int holder(Instant now) {
        return pays() || rememberedUntil == null || now.isBefore(rememberedUntil) ? holder : -1;
    }

    boolean pays() {
        return !paying.isEmpty() || !settling.isEmpty();
    }

    /** Those that pay, in the order in which they do. */
    List<PlainSubscription> active() {
        return paying.stream()
                .sorted(Comparator.comparing(subscription -> subscription.activated))
                .toList();
    }

    Optional<PlainSubscription> active(int agreement) {
        return active().stream()
                .filter(subscription -> agreement == -1 || subscription.agreement == agreement)
                .findFirst();
    }

    boolean expects(int agreement) {
        return (landedOn != null && agreement == -1)
                || pending.stream().anyMatch(subscription -> agreement == -1 || subscription.agreement == agreement);
    }

    /** It follows what became of a subscription. */
    void follow(PlainSubscription subscription, Instant now) {
        boolean paid = paying.contains(subscription);
        boolean settled = settling.contains(subscription);
        boolean next = landedOn != null && subscription.agreement == -1 && landedOn != subscription;
        boolean expected = pending.contains(subscription) || next;
        landedOn = next || (subscription == landedOn && subscription.isActive()) ? null : landedOn;
        if (subscription.status.equals("PENDING") && !pending.contains(subscription)) {
            pending.add(subscription);
        } else if (subscription.isActive() && !paid) {
            if (holder(now) == -1) {
                holder = -1;
                rememberedUntil = null;
            }
            pending.remove(subscription);
            settling.remove(subscription);
            paying.add(subscription);
        } else if (subscription.settles && (paid || settled)) {
            settling.remove(subscription);
            settling.add(subscription);
            paying.remove(subscription);
        } else if (subscription.isOver() && (paid || expected || settled)) {
            pending.remove(subscription);
            settling.remove(subscription);
            paying.remove(subscription);
            subscription.endedUnder = registrations;
            Duration waits = subscription.undecidedUntil != null
                    ? Duration.ofHours(24).plusMinutes(30)
                    : subscription.succeeded ? Duration.ofHours(24) : Duration.ZERO;
            Instant until = now.plus(waits).plus(PlainWorkspace.COUNTDOWN);
            boolean counts = paid || settled || (!pays() && rememberedUntil == null);
            if (counts && (rememberedUntil == null || until.isAfter(rememberedUntil))) {
                rememberedUntil = until;
            }
        }
    }
}
