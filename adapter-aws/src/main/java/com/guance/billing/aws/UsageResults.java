package com.guance.billing.aws;

import com.guance.billing.Text;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringAnswer.Accepted;
import com.guance.billing.metering.MeteringAnswer.Duplicate;
import com.guance.billing.metering.MeteringAnswer.NotSubscribed;
import com.guance.billing.metering.MeteringAnswer.Unanswered;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecordResult;

/** Reads the status of one result ("UsageRecordResult" page of the API reference; SUB-3). */
final class UsageResults {

    private static final int LONGEST_RECEIPT = 255;

    private UsageResults() {}

    /**
     * What a result says of the record that it names. A status that is unknown or missing says nothing, and so does the success
     * of another quantity than was sent: whether the record was billed is then in doubt.
     */
    static MeteringAnswer answer(UsageRecordResult result, UsageRecord sent) {
        String status = result.statusAsString();
        if (status == null) {
            return new Unanswered();
        }
        return switch (status) {
            case "Success" -> successOf(result, sent);
            case "DuplicateRecord" -> new Duplicate();
            case "CustomerNotSubscribed" -> new NotSubscribed();
            default -> new Unanswered();
        };
    }

    private static MeteringAnswer successOf(UsageRecordResult result, UsageRecord sent) {
        Integer billed = result.usageRecord().quantity();
        return billed == null || billed.equals(sent.quantity())
                ? new Accepted(receipt(result.meteringRecordId()))
                : new Unanswered();
    }

    /** AWS's id of the record; the status itself where AWS gives none that could be kept. */
    private static String receipt(@Nullable String id) {
        if (id == null || id.isBlank() || id.length() > LONGEST_RECEIPT || !Text.isWellFormed(id)) {
            return "Success";
        }
        return id;
    }
}
