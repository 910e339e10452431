package com.guance.billing.application;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * MET-7: charges go into the record of their own hour, or, when that is made already or too old for the marketplace, into the next
 * one still open: the marketplace takes one record an hour, none from outside its window, and none from before the activation.
 * SUB-10: of a product that moves to licenses a customer has the hours of its form only, and the legacy ones none any more once a
 * record was made by license.
 */
record OpenHours(Marketplaces marketplaces, Duration patience) {

    /**
     * With patience until the first record by license, as long as an hour before the move may need to close.
     *
     * @param policies MET-3, FIN-1
     */
    static OpenHours of(Marketplaces marketplaces, Policies policies) {
        Duration grace = policies.metering().grace();
        Duration rating = policies.ending().waits().rating();
        return new OpenHours(marketplaces, grace.compareTo(rating) > 0 ? grace : rating);
    }

    Option<RecordId> forChargesOf(Stores stores, RecordId hour, MeteringHour through, Payer of) {
        Option<MarketplaceProfile> profile = profile(hour.meter().customer());
        List<RecordId> candidates = Stream.iterate(
                        earliest(hour, profile, of), next -> next.compareTo(through) <= 0, MeteringHour::next)
                .map(candidate -> new RecordId(hour.meter(), candidate))
                .filter(candidate -> profile.forAll(known ->
                        known.meters(hour.meter().customer(), candidate.hour().start())))
                .toList();
        if (candidates.isEmpty()
                || profile.exists(known -> isBarred(stores, known, hour.meter().customer(), of.at()))) {
            return Option.none();
        }
        ReadableEntries.Of<RecordId, ?> made =
                ReadableEntries.records(stores, candidates); // one that cannot be read was made
        return Option.ofOptional(candidates.stream()
                .filter(candidate -> !made.found().containsKey(candidate)
                        && !made.unreadable().containsKey(candidate))
                .findFirst());
    }

    /** Whether some product moves (SUB-10). */
    boolean anyMoves() {
        return marketplaces.all().stream()
                .anyMatch(marketplace -> marketplace.profile().licensesFrom().isDefined());
    }

    /** Whether a customer is metered only from its product's move on (SUB-10). */
    boolean isAhead(MarketplaceCustomer customer) {
        return profile(customer).exists(profile -> profile.isAhead(customer));
    }

    /** Whether the last hour in which a customer is metered is closed, for its product has moved (SUB-10). */
    boolean isLeftBehind(MarketplaceCustomer customer, MeteringHour through) {
        return profile(customer)
                .filter(profile -> profile.isLeftBehind(customer))
                .flatMap(MarketplaceProfile::licensesFrom)
                .exists(moves -> !through.next().start().isBefore(moves));
    }

    /** MET-6: the ARN by which records of a license are sent, as it was answered, else composed; none in the other forms. */
    Option<String> licenseArn(Subscription payer) {
        return payer.customer() instanceof MarketplaceCustomer.Licensed licensed
                ? payer.answered()
                        .arnOf(licensed.license())
                        .orElse(() -> profile(licensed).map(known -> known.licenseArn(licensed.license())))
                : Option.none();
    }

    private Option<MarketplaceProfile> profile(MarketplaceCustomer customer) {
        return marketplaces.selling(customer.product()).map(Marketplace::profile);
    }

    /** Those by license wait until the last legacy hour may be closed, those of the legacy form end with the first by license. */
    private boolean isBarred(Stores stores, MarketplaceProfile profile, MarketplaceCustomer customer, Instant now) {
        boolean early = profile.licensesFrom().exists(hour -> now.isBefore(hour.plus(patience)));
        return early
                ? profile.isAhead(customer)
                : profile.isLeftBehind(customer) && stores.meteringRecords().anyByLicense(profile.product());
    }

    private static MeteringHour earliest(RecordId hour, Option<MarketplaceProfile> profile, Payer of) {
        Option<MeteringHour> inWindow = profile.map(
                known -> MeteringHour.of(known.oldestTimestamp(of.at())).next());
        return Stream.concat(
                        inWindow.toJavaStream(),
                        of.subscription().recordsFrom().map(MeteringHour::of).toJavaStream())
                .reduce(hour.hour(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /** Who pays, and when that is asked. */
    record Payer(Subscription subscription, Instant at) {}
}
