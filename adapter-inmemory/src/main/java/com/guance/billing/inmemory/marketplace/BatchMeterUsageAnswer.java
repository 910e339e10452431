package com.guance.billing.inmemory.marketplace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What BatchMeterUsage answers when the batch as a whole was accepted.
 *
 * @param results one per record that was looked at
 * @param unprocessed records that were not looked at and should be sent again
 */
record BatchMeterUsageAnswer(List<Result> results, List<UsageRecord> unprocessed) {

    BatchMeterUsageAnswer {
        results = List.copyOf(results);
        unprocessed = List.copyOf(unprocessed);
    }

    /** The values of AWS's {@code UsageRecordResult.Status}, in its spelling. */
    enum Status {
        SUCCESS("Success"),
        CUSTOMER_NOT_SUBSCRIBED("CustomerNotSubscribed"),
        DUPLICATE_RECORD("DuplicateRecord");

        private final String spelling;

        Status(String spelling) {
            this.spelling = spelling;
        }

        String spelling() {
            return spelling;
        }
    }

    /**
     * The fate of one record.
     *
     * @param record as it was sent
     * @param status its fate
     * @param meteringRecordId of the write that billed it; null unless it succeeded
     */
    record Result(
            UsageRecord record, Status status, @Nullable String meteringRecordId) {

        static Result of(UsageRecord record, Status status) {
            return new Result(record, status, null);
        }

        static Result success(UsageRecord record, BilledUsage billed) {
            return new Result(record, Status.SUCCESS, billed.meteringRecordId());
        }
    }
}
