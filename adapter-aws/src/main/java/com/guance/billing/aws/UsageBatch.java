package com.guance.billing.aws;

import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringAnswer.Unanswered;
import com.guance.billing.metering.MeteringAnswer.Unprocessed;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.marketplacemetering.model.BatchMeterUsageResponse;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;

/** The records of one call, each known by what AWS knows it by, so that its answer finds it in whatever order answers come. */
final class UsageBatch {

    private final Map<UsageKey, UsageRecord> sent;
    private final List<MeteringRecord> records;
    private final Set<IdentityForm> forms;

    private UsageBatch(Map<UsageKey, UsageRecord> sent, List<MeteringRecord> records, Set<IdentityForm> forms) {
        this.sent = sent;
        this.records = List.copyOf(records);
        this.forms = Set.copyOf(forms);
    }

    /**
     * The batch of these records.
     *
     * @throws IllegalArgumentException if they are not what the port takes
     */
    static UsageBatch of(Product product, List<MeteringRecord> records) {
        if (records.isEmpty() || records.size() > Marketplace.MOST_RECORDS) {
            throw new IllegalArgumentException("a call takes 1-25 records, not " + records.size());
        }
        Map<UsageKey, UsageRecord> sent = new LinkedHashMap<>();
        Set<IdentityForm> forms = EnumSet.noneOf(IdentityForm.class);
        for (MeteringRecord record : records) {
            UsageRecord usage = UsageRecords.of(product, record);
            IdentityForm form = IdentityForm.of(record.id().meter().customer());
            forms.add(form);
            if (sent.put(UsageKey.of(usage, form, license(record)).get(), usage) != null) {
                throw new IllegalArgumentException("two records of one meter and hour: " + record.id());
            }
        }
        return new UsageBatch(sent, records, forms);
    }

    private static Option<String> license(MeteringRecord record) {
        return record.id().meter().customer() instanceof Licensed licensed
                ? Option.some(licensed.license())
                : Option.none();
    }

    /** Whether there are records of several identity forms, which do not make a request (SUB-2). */
    boolean isMixed() {
        return forms.size() > 1;
    }

    /** The ARNs of the licenses in the order of the records, as they were frozen (MET-6); none in the other forms. */
    List<String> licenseArns(MarketplaceProfile profile) {
        return records.stream()
                .flatMap(record -> license(record)
                        .map(license -> record.billed().licenseArn().getOrElse(() -> profile.licenseArn(license)))
                        .toJavaStream())
                .toList();
    }

    List<UsageRecord> usageRecords() {
        return List.copyOf(sent.values());
    }

    /** One answer a record: none of them was looked at. */
    List<MeteringAnswer> unprocessed() {
        return Collections.nCopies(sent.size(), new Unprocessed());
    }

    /**
     * One answer a record, in their order. A record that the response does not name, or of which it says two things, is
     * unanswered; what the response says of other records is nothing to us.
     *
     * @param response as the SDK understood it
     * @param licenses what the SDK may not have understood
     */
    List<MeteringAnswer> answers(BatchMeterUsageResponse response, AnsweredLicenses licenses) {
        Map<UsageKey, Set<MeteringAnswer>> said = new HashMap<>();
        IdentityForm form = forms.iterator().next();
        for (int place = 0; place < response.results().size(); place++) {
            Option<String> license = licenses.ofResult(place);
            Option.of(response.results().get(place))
                    .forEach(result -> UsageKey.of(result.usageRecord(), form, license)
                            .forEach(key -> note(said, key, usage -> UsageResults.answer(result, usage))));
        }
        for (int place = 0; place < response.unprocessedRecords().size(); place++) {
            UsageKey.of(response.unprocessedRecords().get(place), form, licenses.ofUnprocessed(place))
                    .forEach(key -> note(said, key, usage -> new Unprocessed()));
        }
        return sent.keySet().stream()
                .map(key -> theOnly(said.getOrDefault(key, Set.of())))
                .toList();
    }

    private void note(
            Map<UsageKey, Set<MeteringAnswer>> said, UsageKey key, Function<UsageRecord, MeteringAnswer> answer) {
        Option.of(sent.get(key))
                .map(answer)
                .forEach(one ->
                        said.computeIfAbsent(key, unused -> new HashSet<>()).add(one));
    }

    private static MeteringAnswer theOnly(Set<MeteringAnswer> answers) {
        return answers.size() == 1 ? answers.iterator().next() : new Unanswered();
    }
}
