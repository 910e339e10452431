package com.guance.billing.jdbc;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.LifeEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.SettlementEvent;
import com.guance.billing.workspace.SettlementMethod;
import java.util.List;
import java.util.Map;

/** The names by which stored JSON calls its types, whatever the classes are called. A name once given is never given up. */
final class TypeNames {

    /** What happened. */
    static final Map<String, Class<? extends DomainEvent>> EVENTS = Map.ofEntries(
            entry("workspace-registered", LifeEvent.WorkspaceRegistered.class),
            entry("workspace-activated", LifeEvent.WorkspaceActivated.class),
            entry("registration-lapsed", LifeEvent.RegistrationLapsed.class),
            entry("workspace-moved", LifeEvent.WorkspaceMoved.class),
            entry("owner-changed", LifeEvent.OwnerChanged.class),
            entry("workspace-dissolved", LifeEvent.WorkspaceDissolved.class),
            entry("settlement-method-changed", SettlementEvent.SettlementMethodChanged.class),
            entry("change-waits", SettlementEvent.ChangeWaits.class),
            entry("waiting-ended", SettlementEvent.WaitingEnded.class),
            entry("association-deleted", SettlementEvent.AssociationDeleted.class),
            entry("successor-awaited", SettlementEvent.SuccessorAwaited.class),
            entry("lock-placed", LockEvent.LockPlaced.class),
            entry("lock-released", LockEvent.LockReleased.class),
            entry("lock-reminded", LockEvent.LockReminded.class),
            entry("fully-locked", LockEvent.FullyLocked.class),
            entry("cloud-account-recorded", CloudAccountEvent.CloudAccountRecorded.class),
            entry("cloud-account-registered", CloudAccountEvent.CloudAccountRegistered.class),
            entry("registration-forgotten", CloudAccountEvent.RegistrationForgotten.class),
            entry("payer-expected", CloudAccountEvent.PayerExpected.class),
            entry("payer-opened", CloudAccountEvent.PayerOpened.class),
            entry("payer-closed", CloudAccountEvent.PayerClosed.class),
            entry("charges-unsettled", CloudAccountEvent.ChargesUnsettled.class),
            entry("registration-kept", CloudAccountEvent.RegistrationKept.class),
            entry("subscription-seen", SubscriptionEvent.SubscriptionSeen.class),
            entry("subscription-traced", SubscriptionEvent.SubscriptionTraced.class),
            entry("subscription-activated", SubscriptionEvent.SubscriptionActivated.class),
            entry("subscription-confirmed", SubscriptionEvent.SubscriptionConfirmed.class),
            entry("subscription-ending", SubscriptionEvent.SubscriptionEnding.class),
            entry("subscription-ended", SubscriptionEvent.SubscriptionEnded.class),
            entry("agreement-known", SubscriptionEvent.AgreementKnown.class),
            entry("successor-named", SubscriptionEvent.SuccessorNamed.class),
            entry("successor-ended", SubscriptionEvent.SuccessorEnded.class),
            entry("cascade-completed", SubscriptionEvent.CascadeCompleted.class),
            entry("final-rating-due", SubscriptionEvent.FinalRatingDue.class),
            entry("final-rating-completed", SubscriptionEvent.FinalRatingCompleted.class),
            entry("final-hour-closed", SubscriptionEvent.FinalHourClosed.class),
            entry("end-suspected", SubscriptionEvent.EndSuspected.class),
            entry("end-probed", SubscriptionEvent.EndProbed.class),
            entry("end-denied", SubscriptionEvent.EndDenied.class),
            entry("suspicion-cleared", SubscriptionEvent.SuspicionCleared.class),
            entry("final-hour-overrun", SubscriptionEvent.FinalHourOverrun.class),
            entry("names-answered", SubscriptionEvent.NamesAnswered.class),
            entry("license-known", SubscriptionEvent.LicenseKnown.class),
            entry("several-licenses-active", SubscriptionEvent.SeveralLicensesActive.class),
            entry("agreement-seen", AgreementEvent.AgreementSeen.class),
            entry("agreement-linked", AgreementEvent.AgreementLinked.class),
            entry("agreement-ended", AgreementEvent.AgreementEnded.class),
            entry("agreement-succeeded", AgreementEvent.AgreementSucceeded.class),
            entry("agreement-follows", AgreementEvent.AgreementFollows.class),
            entry("arrears-watched", ArrearsEvent.ArrearsWatched.class),
            entry("arrears-began", ArrearsEvent.ArrearsBegan.class),
            entry("arrears-settled", ArrearsEvent.ArrearsSettled.class),
            entry("arrears-reached", ArrearsEvent.ArrearsReached.class),
            entry("record-made", MeteringRecordEvent.RecordMade.class),
            entry("record-sent", MeteringRecordEvent.RecordSent.class),
            entry("record-unprocessed", MeteringRecordEvent.RecordUnprocessed.class),
            entry("record-unanswered", MeteringRecordEvent.RecordUnanswered.class),
            entry("record-accepted", MeteringRecordEvent.RecordAccepted.class),
            entry("record-not-billed", MeteringRecordEvent.RecordNotBilled.class),
            entry("record-disputed", MeteringRecordEvent.RecordDisputed.class),
            entry("record-expired", MeteringRecordEvent.RecordExpired.class),
            entry("record-released", MeteringRecordEvent.RecordReleased.class),
            entry("record-decided", MeteringRecordEvent.RecordDecided.class),
            entry("record-warned", MeteringRecordEvent.RecordWarned.class),
            entry("record-too-large", MeteringRecordEvent.RecordTooLarge.class),
            entry("record-allowed", MeteringRecordEvent.RecordAllowed.class),
            entry("record-refused", MeteringRecordEvent.RecordRefused.class),
            entry("decision-explained", MeteringRecordEvent.DecisionExplained.class),
            entry("record-billed-after-all", MeteringRecordEvent.RecordBilledAfterAll.class),
            entry("hold-placed", SubmissionHoldEvent.HoldPlaced.class),
            entry("hold-probed", SubmissionHoldEvent.HoldProbed.class),
            entry("hold-confirmed", SubmissionHoldEvent.HoldConfirmed.class),
            entry("hold-ended", SubmissionHoldEvent.HoldEnded.class));

    /** The cases of what events and outcomes speak of. */
    static final List<NamedType> CASES = List.of(
            new NamedType(Actor.Owner.class, "owner"),
            new NamedType(Actor.Administrator.class, "administrator"),
            new NamedType(Actor.Holder.class, "holder"),
            new NamedType(Actor.Staff.class, "staff"),
            new NamedType(Actor.Marketplace.class, "marketplace"),
            new NamedType(Actor.BillingCenter.class, "billing-center-system"),
            new NamedType(Actor.Clock.class, "clock"),
            new NamedType(MarketplaceCustomer.Legacy.class, "legacy"),
            new NamedType(MarketplaceCustomer.Licensed.class, "licensed"),
            new NamedType(MarketplaceCustomer.Account.class, "account"),
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
            new NamedType(NoticeOutcome.Malformed.class, "malformed"),
            new NamedType(HoldScope.OfMeter.class, "of-meter"),
            new NamedType(HoldScope.OfCustomer.class, "of-customer"),
            new NamedType(HoldScope.OfDimension.class, "of-dimension"),
            new NamedType(DecisionBasis.OnFinding.class, "on-finding"),
            new NamedType(DecisionBasis.OnWord.class, "on-word"));

    /** The families of which {@link #CASES} are the cases. */
    static final List<Class<?>> FAMILIES = List.of(
            Actor.class,
            MarketplaceCustomer.class,
            SettlementMethod.class,
            LockCause.class,
            NoticeOutcome.class,
            HoldScope.class,
            DecisionBasis.class);

    private TypeNames() {}
}
