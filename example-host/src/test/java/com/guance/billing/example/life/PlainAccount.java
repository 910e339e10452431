package com.guance.billing.example.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cloud account, as plainly as it can be said. */
final class PlainAccount {

    boolean recorded;
    int holder = -1;

    /** How often it was registered anew. */
    int registrations;

    @Nullable
    Instant rememberedUntil;

    /** Two weeks after the last landing of a pending subscription. */
    @Nullable
    Instant keptUntil;

    /** When the last change that waits for it lapses. */
    @Nullable
    Instant awaitedUntil;

    final List<PlainSubscription> paying = new ArrayList<>();
    /** Those that end, and pay on until the end is final. */
    final List<PlainSubscription> settling = new ArrayList<>();

    final List<PlainSubscription> pending = new ArrayList<>();

    /** What its buyer has landed on again, while its end was on its way. */
    @Nullable
    PlainSubscription landedOn;

    int holder(Instant now) {
        return pays() || isBefore(now, Stream.of(rememberedUntil, keptUntil, awaitedUntil)) ? holder : -1;
    }

    /** Whether nothing but changes that wait can keep the registration. */
    boolean isAwaitedOnly(Instant now) {
        return holder(now) != -1
                && !pays()
                && awaitedUntil != null
                && Stream.of(rememberedUntil, keptUntil)
                        .flatMap(Stream::ofNullable)
                        .noneMatch(now::isBefore);
    }

    void forget() {
        holder = -1;
        rememberedUntil = null;
        awaitedUntil = null;
    }

    /** Whether one of some dates is still to come, or there is none. */
    private static boolean isBefore(Instant now, Stream<@Nullable Instant> dates) {
        List<Instant> known = dates.flatMap(Stream::ofNullable).toList();
        return known.isEmpty() || known.stream().anyMatch(now::isBefore);
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
                forget();
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
            Duration waits = subscription.undecidedUntil != null
                    ? Duration.ofHours(24).plusMinutes(30)
                    : subscription.succeeded ? Duration.ofHours(24) : Duration.ZERO;
            Instant until = now.plus(waits).plus(PlainWorkspace.COUNTDOWN);
            boolean counts = paid || settled || (!pays() && rememberedUntil == null && keptUntil == null);
            if (counts && (rememberedUntil == null || until.isAfter(rememberedUntil))) {
                rememberedUntil = until;
            }
        }
    }
}
