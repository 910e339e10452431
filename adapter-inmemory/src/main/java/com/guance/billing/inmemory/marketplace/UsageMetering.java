package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The work of BatchMeterUsage: the rate, then the rules of the batch, then one record after the other. */
final class UsageMetering {

    private final CallRate rate;
    private final Buyers buyers;
    private final BatchRules rules;
    private final Ledger ledger;
    private final List<Refusal> refusals = new ArrayList<>();

    UsageMetering(ListedProduct product, CallRate rate, Buyers buyers, Ledger ledger) {
        this.rate = rate;
        this.buyers = buyers;
        this.rules = new BatchRules(product, buyers);
        this.ledger = ledger;
    }

    BatchMeterUsageAnswer meter(BatchMeterUsageRequest request, Misbehaviour misbehaviour, Instant now) {
        rate.admit(now);
        rules.check(request, now);
        request.records().forEach(this::checkRefusals);
        List<Result> results = new ArrayList<>();
        List<UsageRecord> unprocessed = new ArrayList<>();
        for (int position = 0; position < request.records().size(); position++) {
            UsageRecord record = request.records().get(position);
            Optional<Payer> payer = buyers.find(record.customer());
            switch (misbehaviour.treatmentOf(
                    position, payer.map(known -> known.hour(record)).orElse(null))) {
                case PROCESSED -> results.add(meter(record, payer));
                case UNPROCESSED -> unprocessed.add(record);
                case LEFT_OUT -> {}
            }
        }
        return new BatchMeterUsageAnswer(results, unprocessed);
    }

    void refuse(Predicate<BilledUsage.Hour> records, AwsException error) {
        refusals.add(new Refusal(records, error));
    }

    void refuseNothing() {
        refusals.clear();
    }

    private void checkRefusals(UsageRecord record) {
        Optional<BilledUsage.Hour> hour = buyers.find(record.customer()).map(payer -> payer.hour(record));
        refusals.stream()
                .filter(refusal -> hour.filter(refusal.records()).isPresent())
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal.error();
                });
    }

    /** What is refused as if AWS had a rule for it. */
    private record Refusal(Predicate<BilledUsage.Hour> records, AwsException error) {}

    private Result meter(UsageRecord record, Optional<Payer> payer) {
        return payer.filter(Payer::canBeMetered)
                .map(known -> ledger.write(record, known.hour(record)))
                .orElseGet(() -> Result.of(record, Status.CUSTOMER_NOT_SUBSCRIBED));
    }
}
