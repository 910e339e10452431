package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An answer is its record's, whatever became of the others meanwhile. */
class TakingAnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod");
    private static final SubmittingPolicy POLICY = SubmittingPolicy.defaults();
    private static final Request CLOCK = new Request(new Actor.Clock(), NOW);

    private final Transactions transactions =
            new Transactions(InMemoryBilling.create(), new Watchers(List.of()), lost -> {});
    private final TakingAnswers answers = new TakingAnswers(transactions, PROFILE, Policies.defaults(), NOW);

    @Test
    @DisplayName("SUB-3 the answers of a call stay with their records where one of them is found no more")
    void oneHasVanished() {
        List<MeteringRecord> sent = List.of(sent(0, true), sent(1, false), sent(2, true), sent(3, true));

        int settled = answers.take(
                sent,
                List.of(
                        new MeteringAnswer.Unprocessed(),
                        new MeteringAnswer.Accepted("of 1"),
                        new MeteringAnswer.NotSubscribed(),
                        new MeteringAnswer.Accepted("of 3")));

        assertThat(settled).isEqualTo(2);
        assertThat(status(0)).isEqualTo(RecordStatus.MADE);
        assertThat(status(2)).isEqualTo(RecordStatus.UNSETTLED);
        assertThat(status(3)).isEqualTo(RecordStatus.ACCEPTED);
    }

    @Test
    @DisplayName("SUB-3 SUB-11 where there is not one answer a record all are in doubt")
    void tooFewAnswers() {
        List<MeteringRecord> sent = List.of(sent(0, true), sent(1, true));

        assertThat(answers.take(sent, List.of(new MeteringAnswer.Accepted("of one of them"))))
                .isZero();

        assertThat(status(0)).isEqualTo(RecordStatus.SENT);
        assertThat(status(1)).isEqualTo(RecordStatus.SENT);
    }

    @Test
    @DisplayName("SUB-6 of a refused call of two nobody is the culprit, though one of them is found no more")
    void refusedWithTheVanished() {
        int settled = new BatchRejections(transactions, PROFILE, POLICY, NOW)
                .take(List.of(sent(0, true), sent(1, false)), new BatchRejected("InvalidTagException"));

        assertThat(settled).isZero();

        assertThat(status(0)).isEqualTo(RecordStatus.MADE);
    }

    private RecordStatus status(int hour) {
        return transactions.run(stores -> stores.meteringRecords().find(List.of(id(hour))).values().stream()
                .map(found -> found.aggregate().status())
                .findFirst()
                .orElseThrow());
    }

    /** A record that has left once, in the store or not. */
    private MeteringRecord sent(int hour, boolean kept) {
        Closing closing = new Closing(
                MeteringRecord.made(
                        id(hour),
                        new BilledThrough(CloudAccountId.of("aws", "1"), new SubscriptionId("s"), NOW),
                        RecordContent.of(
                                id(hour).hour().start(),
                                List.of(new Allocation(new WorkspaceId("wksp_a"), new SiteId("us1"), hour + 1))),
                        CLOCK),
                Map.of(),
                Quantity.ZERO);
        if (!kept) {
            return closing.record().after().sent(POLICY.retries(), CLOCK).after();
        }
        return transactions.run(stores -> {
            stores.meteringRecords().close(closing);
            Revision<MeteringRecord> left =
                    new Revision<>(1, closing.record().after().sent(POLICY.retries(), CLOCK));
            stores.meteringRecords().save(List.of(left));
            return left.change().after();
        });
    }

    private static RecordId id(int hour) {
        return new RecordId(
                new Meter(new MarketplaceCustomer.Legacy(PROFILE.product(), "customer"), new Dimension("units")),
                new MeteringHour(NOW.plusSeconds(3_600L * hour)));
    }
}
