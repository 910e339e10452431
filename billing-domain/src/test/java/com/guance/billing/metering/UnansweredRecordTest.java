package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.testing.Metering;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnansweredRecordTest {

    private static final Instant HOUR = Instant.parse("2026-03-18T11:00:00Z");
    private static final Request CLOCK = new Request(new Actor.Clock(), HOUR.plusSeconds(5_000));

    private final MeteringRecord sent = Metering.sent(made()).after();

    @Test
    @DisplayName("SUB-3 SUB-7 a record that the answer leaves out stays in doubt and owed, and backs off")
    void stillOwed() {
        Change<MeteringRecord> change = Metering.answered(sent, new MeteringAnswer.Unanswered(), CLOCK);

        assertThat(change.events())
                .containsExactly(new MeteringRecordEvent.RecordUnanswered(
                        sent.id(), change.after().sendFrom(), CLOCK));
        assertThat(change.after().sendFrom()).isAfter(CLOCK.at()).isBefore(sent.sendFrom());
        assertThat(change.after().isOwed()).isTrue();
        assertThat(change.after().status()).isEqualTo(RecordStatus.SENT);
        assertThat(change.after().unanswered()).isOne();
    }

    @Test
    @DisplayName("SUB-4 a duplicate after it is our own earlier attempt")
    void duplicateAfterwards() {
        assertThat(againAnswered(new MeteringAnswer.Duplicate()).status()).isEqualTo(RecordStatus.ACCEPTED);
    }

    @Test
    @DisplayName("SUB-11 it is never unsettled afterwards: not subscribed makes it disputed")
    void notSubscribedAfterwards() {
        assertThat(againAnswered(new MeteringAnswer.NotSubscribed()).status()).isEqualTo(RecordStatus.DISPUTED);
    }

    @Test
    @DisplayName("SUB-3 unprocessed settles the later attempt alone: the earlier one stays in doubt")
    void unprocessedAfterwards() {
        MeteringRecord record = againAnswered(new MeteringAnswer.Unprocessed());

        assertThat(record.status()).isEqualTo(RecordStatus.SENT);
        assertThat(record.unanswered()).isOne();
    }

    private MeteringRecord againAnswered(MeteringAnswer answer) {
        MeteringRecord unanswered =
                Metering.answered(sent, new MeteringAnswer.Unanswered(), CLOCK).after();
        return Metering.answered(Metering.sent(unanswered).after(), answer, CLOCK)
                .after();
    }

    private static MeteringRecord made() {
        MarketplaceCustomer customer = new MarketplaceCustomer.Legacy(new Product("aws", "prod-obs"), "cust-1");
        RecordId id = new RecordId(new Meter(customer, new Dimension("data_gb")), MeteringHour.of(HOUR));
        BilledThrough billed = new BilledThrough(
                CloudAccountId.of("aws", "111122223333"), new SubscriptionId("subscription-1"), HOUR.minusSeconds(60));
        RecordContent content =
                RecordContent.of(HOUR, List.of(new Allocation(new WorkspaceId("wksp_a"), new SiteId("us1"), 3)));
        return MeteringRecord.made(id, billed, content, CLOCK).after();
    }
}
