package com.guance.billing.application;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * MET-7: charges go into the record of their own hour, or, when that is made already or too old for the marketplace, into the next
 * one still open: the marketplace takes one record an hour, and none from outside its window.
 */
record OpenHours(Marketplaces marketplaces) {

    Option<RecordId> forChargesOf(Stores stores, RecordId hour, MeteringHour through, Instant now) {
        List<RecordId> candidates = Stream.iterate(
                        earliest(hour, now), next -> next.compareTo(through) <= 0, MeteringHour::next)
                .map(candidate -> new RecordId(hour.meter(), candidate))
                .toList();
        Set<RecordId> made = stores.meteringRecords().find(candidates).keySet();
        return Option.ofOptional(candidates.stream()
                .filter(candidate -> !made.contains(candidate))
                .findFirst());
    }

    private MeteringHour earliest(RecordId hour, Instant now) {
        Product product = hour.meter().customer().product();
        return marketplaces
                .selling(product)
                .map(Marketplace::profile)
                .map(profile -> MeteringHour.of(profile.oldestTimestamp(now)).next())
                .filter(oldest -> oldest.compareTo(hour.hour()) > 0)
                .getOrElse(hour.hour());
    }
}
