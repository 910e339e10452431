package com.guance.billing.jdbc;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.WorkspaceEvent;
import java.util.List;
import java.util.Map;

/** The names by which stored JSON calls its types, whatever the classes are called. A name once given is never given up. */
final class TypeNames {

    /** What happened. */
    static final Map<String, Class<? extends DomainEvent>> EVENTS = Map.ofEntries(
            entry("workspace-registered", WorkspaceEvent.WorkspaceRegistered.class),
            entry("workspace-activated", WorkspaceEvent.WorkspaceActivated.class),
            entry("settlement-method-changed", WorkspaceEvent.SettlementMethodChanged.class),
            entry("association-deleted", WorkspaceEvent.AssociationDeleted.class),
            entry("lock-placed", WorkspaceEvent.LockPlaced.class),
            entry("lock-released", WorkspaceEvent.LockReleased.class),
            entry("cloud-account-recorded", CloudAccountEvent.CloudAccountRecorded.class),
            entry("cloud-account-registered", CloudAccountEvent.CloudAccountRegistered.class),
            entry("registration-forgotten", CloudAccountEvent.RegistrationForgotten.class),
            entry("payer-opened", CloudAccountEvent.PayerOpened.class),
            entry("payer-closed", CloudAccountEvent.PayerClosed.class),
            entry("subscription-seen", SubscriptionEvent.SubscriptionSeen.class),
            entry("subscription-traced", SubscriptionEvent.SubscriptionTraced.class),
            entry("subscription-activated", SubscriptionEvent.SubscriptionActivated.class),
            entry("subscription-confirmed", SubscriptionEvent.SubscriptionConfirmed.class),
            entry("subscription-ending", SubscriptionEvent.SubscriptionEnding.class),
            entry("subscription-ended", SubscriptionEvent.SubscriptionEnded.class),
            entry("cascade-completed", SubscriptionEvent.CascadeCompleted.class),
            entry("record-made", MeteringRecordEvent.RecordMade.class),
            entry("record-sent", MeteringRecordEvent.RecordSent.class),
            entry("record-returned", MeteringRecordEvent.RecordReturned.class),
            entry("record-accepted", MeteringRecordEvent.RecordAccepted.class),
            entry("record-not-billed", MeteringRecordEvent.RecordNotBilled.class),
            entry("record-disputed", MeteringRecordEvent.RecordDisputed.class));

    /** The cases of what events and outcomes speak of. */
    static final List<NamedType> CASES = List.of(
            new NamedType(Actor.Owner.class, "owner"),
            new NamedType(Actor.Administrator.class, "administrator"),
            new NamedType(Actor.Holder.class, "holder"),
            new NamedType(Actor.Staff.class, "staff"),
            new NamedType(Actor.Marketplace.class, "marketplace"),
            new NamedType(Actor.Clock.class, "clock"),
            new NamedType(MarketplaceCustomer.Legacy.class, "legacy"),
            new NamedType(SettlementMethod.ThroughBillingCenter.class, "billing-center"),
            new NamedType(SettlementMethod.ThroughCloudAccount.class, "cloud-account"),
            new NamedType(LockCause.SubscriptionEnded.class, "subscription-ended"),
            new NamedType(LockCause.Arrears.class, "arrears"),
            new NamedType(LockCause.Administrative.class, "administrative"),
            new NamedType(NoticeOutcome.Applied.class, "applied"),
            new NamedType(NoticeOutcome.Parked.class, "parked"),
            new NamedType(NoticeOutcome.Duplicate.class, "duplicate"),
            new NamedType(NoticeOutcome.Stale.class, "stale"),
            new NamedType(NoticeOutcome.Ignored.class, "ignored"),
            new NamedType(NoticeOutcome.Malformed.class, "malformed"));

    /** The families of which {@link #CASES} are the cases. */
    static final List<Class<?>> FAMILIES = List.of(
            Actor.class, MarketplaceCustomer.class, SettlementMethod.class, LockCause.class, NoticeOutcome.class);

    private TypeNames() {}
}
