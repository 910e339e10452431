package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.Finding.Unknown.Cause;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What proves that a record which is missing from the marketplace's list was not billed: complete exports of the product's metering
 * region for every instant from the hour's start to the end of its window, and no gap that hides the record (ASK-3).
 *
 * @param profile how the vendor sells the product; none if it is not sold any more, and then nothing is proved
 * @param stated what the host states about its exports
 * @param gaps what the reader could not read of them
 */
public record Evidence(Option<MarketplaceProfile> profile, List<ExportCoverage> stated, Gaps gaps) {

    /** Puts the exports in the order of their beginnings. */
    public Evidence {
        Required.option(profile, "profile");
        stated = Required.list(stated, "stated");
        Required.value(gaps, "gaps");
        stated = stated.stream()
                .filter(ExportCoverage::complete)
                .sorted(Comparator.comparing(ExportCoverage::from))
                .toList();
    }

    /** Why a record that is missing may have been billed all the same; none if it is proved that it was not. */
    Option<Cause> doubtOf(RecordId record) {
        if (gaps.mayHide(record)) {
            return Option.some(Cause.GAP);
        }
        return profile.exists(known -> covers(record, known)) ? Option.none() : Option.some(Cause.NOT_COVERED);
    }

    private boolean covers(RecordId record, MarketplaceProfile known) {
        Instant lastTimestamp = record.hour().next().start().minusNanos(1);
        Instant windowEnds = known.deadline(lastTimestamp);
        Instant reached = record.hour().start();
        for (ExportCoverage export : stated) {
            if (export.region().equals(known.meteringRegion())
                    && !export.from().isAfter(reached)
                    && export.until().isAfter(reached)) {
                reached = export.until();
            }
        }
        return !reached.isBefore(windowEnds);
    }
}
