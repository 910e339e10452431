package com.guance.billing.jdbc;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.Language;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Registration;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.WorkspaceEvent;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of each type, always the same. */
final class SampleEvents {

    private static final Instant AT = Instant.parse("2026-03-10T08:15:30.123456789Z");
    private static final Product PRODUCT = new Product("aws", "prod-1");
    private static final MarketplaceCustomer CUSTOMER = new MarketplaceCustomer.Legacy(PRODUCT, "cust-1");
    private static final CloudAccountId ACCOUNT = new CloudAccountId("aws:123456789012");
    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId("aws/prod-1/cust-1#1");
    private static final BillingCenterAccountId HOLDER = new BillingCenterAccountId("bc-1");
    private static final UserId USER = new UserId("用户-1");

    private SampleEvents() {}

    /** By the name of their type. */
    static Map<String, DomainEvent> one() {
        return Stream.of(workspaces(), accounts(), subscriptions(), records())
                .flatMap(List::stream)
                .collect(Collectors.toMap(EventCodec::nameOf, event -> event));
    }

    private static List<DomainEvent> workspaces() {
        WorkspaceId id = new WorkspaceId("wksp_1");
        Registration registration = new Registration(
                new Registration.Profile("观测 \uD83D\uDE80", Language.ZH),
                new SiteId("cn1"),
                new Registration.Ownership(HOLDER, USER),
                new Registration.Agreement("v2", AT));
        return List.of(
                new WorkspaceEvent.WorkspaceRegistered(id, registration, new Request(new Actor.Holder(HOLDER), AT)),
                new WorkspaceEvent.WorkspaceActivated(id, new Request(new Actor.Owner(USER), AT)),
                new WorkspaceEvent.SettlementMethodChanged(
                        id,
                        new SettlementMethod.ThroughCloudAccount(ACCOUNT, SUBSCRIPTION),
                        AT,
                        new Request(new Actor.Administrator(USER), AT)),
                new WorkspaceEvent.AssociationDeleted(
                        id, SUBSCRIPTION, AT, new Request(new Actor.Marketplace("aws"), AT)),
                new WorkspaceEvent.LockPlaced(
                        id, new LockCause.SubscriptionEnded(SUBSCRIPTION), AT, new Request(new Actor.Clock(), AT)),
                new WorkspaceEvent.LockReleased(
                        id, new LockCause.Administrative("why", USER), new Request(new Actor.Staff(USER), AT)));
    }

    private static List<DomainEvent> accounts() {
        Request by = new Request(new Actor.Marketplace("aws"), AT);
        return List.of(
                new CloudAccountEvent.CloudAccountRecorded(ACCOUNT, Cloud.AWS, Currency.getInstance("USD"), by),
                new CloudAccountEvent.CloudAccountRegistered(ACCOUNT, HOLDER, by),
                new CloudAccountEvent.RegistrationForgotten(ACCOUNT, HOLDER, by),
                new CloudAccountEvent.PayerOpened(ACCOUNT, new Payer(SUBSCRIPTION, PRODUCT, AT), by),
                new CloudAccountEvent.PayerClosed(
                        ACCOUNT, SUBSCRIPTION, AT.truncatedTo(java.time.temporal.ChronoUnit.DAYS), by));
    }

    private static List<DomainEvent> subscriptions() {
        Request by = new Request(new Actor.Marketplace("aws"), AT);
        Sign sign = new Sign(Sign.Kind.ACTIVATED, AT);
        return List.of(
                new SubscriptionEvent.SubscriptionSeen(SUBSCRIPTION, CUSTOMER, 1, by),
                new SubscriptionEvent.SubscriptionTraced(SUBSCRIPTION, ACCOUNT, by),
                new SubscriptionEvent.SubscriptionActivated(SUBSCRIPTION, sign, by),
                new SubscriptionEvent.SubscriptionConfirmed(SUBSCRIPTION, sign, by),
                new SubscriptionEvent.SubscriptionEnding(SUBSCRIPTION, sign, AT, by),
                new SubscriptionEvent.SubscriptionEnded(SUBSCRIPTION, sign, by),
                new SubscriptionEvent.CascadeCompleted(SUBSCRIPTION, by));
    }

    private static List<DomainEvent> records() {
        Request by = new Request(new Actor.Clock(), AT);
        RecordId id = new RecordId(new Meter(CUSTOMER, new Dimension("api-calls")), MeteringHour.of(AT));
        RecordContent content = new RecordContent(
                MeteringHour.of(AT).start(),
                7,
                List.of(new Allocation(new WorkspaceId("wksp_1"), new SiteId("cn1"), 7)));
        return List.of(
                new MeteringRecordEvent.RecordMade(id, new BilledThrough(ACCOUNT, SUBSCRIPTION, AT), content, by),
                new MeteringRecordEvent.RecordSent(id, 2, by),
                new MeteringRecordEvent.RecordReturned(id, by),
                new MeteringRecordEvent.RecordAccepted(id, "receipt-1", by),
                new MeteringRecordEvent.RecordNotBilled(id, RecordStatus.UNSETTLED, "CustomerNotSubscribed", by),
                new MeteringRecordEvent.RecordDisputed(id, "DuplicateRecord", by));
    }
}
