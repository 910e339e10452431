package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccountEvent.ChargesUnsettled;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordReleased;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent.CascadeCompleted;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourOverrun;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingDue;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators read of an event: the subject, and what they must know. */
class LogLineTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Request BY = new Request(new Actor.Clock(), NINE);
    private static final SubscriptionId S = new SubscriptionId("aws/prod/c-1#1");
    private static final RecordId R = new RecordId(
            new Meter(new MarketplaceCustomer.Legacy(new Product("aws", "prod"), "c-1"), new Dimension("units")),
            MeteringHour.of(NINE));

    @Test
    @DisplayName("SUB-1 what became of a record: warned of where money waits or is lost, told where staff acted")
    void records() {
        assertLine("WARN", "record not billed, held: why", new RecordNotBilled(R, RecordStatus.HELD, "why", BY));
        assertLine("WARN", "record disputed: why", new RecordDisputed(R, "why", BY));
        assertLine("WARN", "record expired, unsettled", new RecordExpired(R, RecordStatus.UNSETTLED, BY));
        assertLine("INFO", "record released, returned", new RecordReleased(R, RecordStatus.RETURNED, BY));
        assertLine("INFO", "record decided, 7 units billed", new RecordDecided(R, 7, RecordStatus.RETURNED, BY));
        assertLine(
                "WARN",
                "record not billed yet, must be before 2026-03-10T10:00:00Z, PT1H left",
                new RecordWarned(R, 1, NINE.plusSeconds(3_600), BY));
        assertLine(
                "WARN",
                "record too large, more than 7 units, not sent until released",
                new MeteringRecordEvent.RecordTooLarge(R, 7, BY));
        assertLine("INFO", "record released, to be sent as it is", new MeteringRecordEvent.RecordAllowed(R, BY));
        assertLine("DEBUG", "RecordAccepted", new RecordAccepted(R, "receipt", BY));
    }

    @Test
    @DisplayName("END-3 FIN-1 what became of a subscription")
    void subscriptions() {
        Sign sign = new Sign(Sign.Kind.ACTIVATED, NINE);
        assertLine("INFO", "subscription active", new SubscriptionActivated(S, sign, BY));
        assertLine("INFO", "subscription ending", new SubscriptionEnding(S, sign, Option.none(), BY));
        assertLine("INFO", "subscription ended", new SubscriptionEnded(S, sign, BY));
        assertLine(
                "INFO",
                "final rating due before 2026-03-10T09:30:00Z",
                new FinalRatingDue(S, NINE, NINE.plusSeconds(1_800), BY));
        assertLine("INFO", "suspicion cleared", new SuspicionCleared(S, BY));
        assertLine(
                "WARN",
                "records still owed after the final hour from 2026-03-10T09:00:00Z",
                new FinalHourOverrun(S, NINE, BY));
        assertLine("DEBUG", "CascadeCompleted", new CascadeCompleted(S, BY));
    }

    @Test
    @DisplayName("END-8 unsettled charges of an account are warned of")
    void accounts() {
        assertLine(
                "WARN",
                "3 charges of the account are unsettled",
                new ChargesUnsettled(CloudAccountId.of("aws", "123456789012"), 3, BY));
    }

    private static void assertLine(String level, String what, DomainEvent event) {
        LogLine line = LogLine.of(event);
        assertThat(line.level().name()).isEqualTo(level);
        assertThat(line.text()).isEqualTo(event.subject() + ": " + what);
    }
}
