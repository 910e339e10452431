package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.Reconcile;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.BookedLine;
import com.guance.billing.reconciliation.Evidence;
import com.guance.billing.reconciliation.ExportCoverage;
import com.guance.billing.reconciliation.Granularity;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.reconciliation.ReportCoverage;
import com.guance.billing.reconciliation.ReportEvidence;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.reconciliation.SumReconciliation;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ASK-3: our side is read in pages, each a transaction, and of each record only what is booked is kept. */
record Reconciling(Transactions transactions, Marketplaces marketplaces) implements Reconcile {

    private static final int PAGE = 500;

    @Override
    public Reconciliation byHour(RecordedHours hours, Legible<BilledLine> theirs, List<ExportCoverage> coverage) {
        List<BookedLine> ours = booked(hours);
        List<BilledLine> billed = theirs.lines().stream()
                .filter(line -> hours.have(line.record()))
                .toList();
        Predicate<BilledLine> isOurs = isOurs(ours, billed);
        return Reconciliation.of(
                ours,
                billed.stream().filter(isOurs).toList(),
                billed.stream().filter(isOurs.negate()).toList(),
                new Evidence(marketplaces.selling(hours.product()).map(Marketplace::profile), coverage, theirs.gaps()));
    }

    @Override
    public SumReconciliation bySum(
            RecordedHours hours, Legible<ReportRow> theirs, Granularity by, List<ReportCoverage> coverage) {
        if (!by.beginsWith(hours.from()) || !by.beginsWith(hours.until())) {
            throw new IllegalArgumentException("not whole spans, each a " + by + ": " + hours);
        }
        return SumReconciliation.of(
                booked(hours),
                theirs.lines().stream()
                        .filter(row -> hours.have(new MeteringHour(
                                row.day().atStartOfDay(ZoneOffset.UTC).toInstant())))
                        .toList(),
                by,
                new ReportEvidence(coverage, theirs.gaps()));
    }

    /** Which lines are this product's: those that name it, and those whose license is a customer's of ours. */
    private Predicate<BilledLine> isOurs(Collection<BookedLine> ours, List<BilledLine> theirs) {
        Set<String> known =
                ours.stream().map(line -> customer(line.record()).key()).collect(Collectors.toSet());
        Map<SubscriptionId, String> asked = theirs.stream()
                .filter(line -> !line.namesProduct())
                .map(line -> customer(line.record()))
                .filter(customer -> !known.contains(customer.key()))
                .collect(Collectors.toMap(Subscription::firstOf, MarketplaceCustomer::key, (one, same) -> one));
        if (!asked.isEmpty()) {
            stored(asked.keySet()).map(asked::get).forEach(known::add);
        }
        return line ->
                line.namesProduct() || known.contains(customer(line.record()).key());
    }

    /** Which of them are stored, also those that cannot be read (REL-1). */
    private Stream<SubscriptionId> stored(Set<SubscriptionId> ids) {
        ReadableEntries.Of<SubscriptionId, Versioned<Subscription>> found = transactions.run(
                stores -> ReadableEntries.find(stores, ids, stores.subscriptions()::find, SubscriptionId::value));
        return Stream.concat(found.found().keySet().stream(), found.unreadable().keySet().stream());
    }

    private static MarketplaceCustomer customer(RecordId record) {
        return record.meter().customer();
    }

    private List<BookedLine> booked(RecordedHours hours) {
        List<BookedLine> booked = new ArrayList<>();
        List<BookedLine> page;
        do {
            Option<RecordId> last = Option.when(
                    !booked.isEmpty(), () -> booked.get(booked.size() - 1).record());
            page = transactions.run(stores -> stores.meteringRecords().made(hours, last, PAGE).stream()
                    .map(Versioned::aggregate)
                    .map(BookedLine::of)
                    .toList());
            booked.addAll(page);
        } while (page.size() == PAGE);
        return booked;
    }
}
