package com.guance.billing.application;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ASK-2, SUB-8: until when the next record has to be sent: the oldest one that is owed, by product; and of charges in no record the
 * oldest, each by the hour that it would go into (MET-7). A late one may go into a later hour than a younger one, so one hour after
 * another is looked at until no other can be nearer.
 */
record NearestDeadline(Stores stores, Marketplaces marketplaces, OpenHours open, Instant at) {

    private static final int PAGE = 100;
    private static final Instant ANY = Instant.parse("9999-12-30T00:00:00Z");

    Option<Instant> find() {
        Option<Instant> owed = earliest(profiles().flatMap(this::owed));
        return unrecorded(owed);
    }

    private Stream<Instant> owed(MarketplaceProfile profile) {
        return stores.meteringRecords().lapsing(profile.product(), ANY, Integer.MAX_VALUE, 1).stream()
                .map(Versioned::aggregate)
                .map(record -> profile.deadline(record.content().timestamp()));
    }

    private Option<Instant> unrecorded(Option<Instant> owed) {
        MeteringHour through = MeteringHour.of(at.plus(Duration.ofHours(1)));
        Set<RecordId> seen = new HashSet<>();
        Option<Instant> nearest = owed;
        List<RecordId> page;
        do {
            page = stores.charges().unrecorded(through, PAGE + seen.size()).stream()
                    .filter(seen::add)
                    .toList();
            for (RecordId hour : page) {
                if (nearest.exists(known -> !mayBeNearer(hour.hour(), known))) {
                    return nearest;
                }
                nearest = earliest(Stream.concat(
                        nearest.toJavaStream(), deadline(hour.meter().customer().product(), record(hour, through))));
            }
        } while (!page.isEmpty());
        return nearest;
    }

    /** Where its subscription cannot be read, the hour itself: the deadline is nearer then, never farther (REL-1). */
    private Option<RecordId> record(RecordId hour, MeteringHour through) {
        try {
            return stores.subscriptions()
                    .latest(hour.meter().customer())
                    .map(payer -> new OpenHours.Payer(payer.aggregate(), at))
                    .flatMap(payer -> open.forChargesOf(stores, hour, through, payer));
        } catch (EntryUnreadable payer) {
            stores.unreadables().leaveOut(payer.entries());
            return Option.some(hour);
        }
    }

    /** Whether charges of this hour or a later one may have a nearer deadline, at any product. */
    private boolean mayBeNearer(MeteringHour hour, Instant known) {
        return profiles().anyMatch(profile -> profile.deadline(hour.start()).isBefore(known));
    }

    private Stream<Instant> deadline(Product product, Option<RecordId> record) {
        return marketplaces
                .selling(product)
                .map(Marketplace::profile)
                .flatMap(profile ->
                        record.map(made -> profile.deadline(made.hour().start())))
                .toJavaStream();
    }

    private Stream<MarketplaceProfile> profiles() {
        return marketplaces.all().stream().map(Marketplace::profile);
    }

    private static Option<Instant> earliest(Stream<Instant> instants) {
        return Option.ofOptional(instants.min(Comparator.naturalOrder()));
    }
}
