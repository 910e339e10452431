package com.guance.billing.jdbc;

import com.guance.billing.Actor;
import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.cloudaccount.KeptFor;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.End;
import com.guance.billing.subscription.KnownLicense;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.subscription.Suspicion;
import com.guance.billing.workspace.AwaitedSuccessor;
import com.guance.billing.workspace.Countdown;
import com.guance.billing.workspace.Language;
import com.guance.billing.workspace.LifeEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.Plan;
import com.guance.billing.workspace.Registration;
import com.guance.billing.workspace.SettlementEvent;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementRule;
import com.guance.billing.workspace.WaitingChange;
import com.guance.billing.workspace.WaitingEnd;
import io.vavr.control.Option;
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
    private static final AgreementId AGREEMENT = AgreementId.of("aws", "agmt-1");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("wksp_1");
    private static final LockCause.SubscriptionEnded ENDED =
            new LockCause.SubscriptionEnded(SUBSCRIPTION, ACCOUNT, PRODUCT);
    private static final Request MARKETPLACE = new Request(new Actor.Marketplace("aws"), AT);
    private static final Request CLOCK = new Request(new Actor.Clock(), AT);
    private static final UserId USER = new UserId("用户-1");

    private SampleEvents() {}

    /** By the name of their type. */
    static Map<String, DomainEvent> one() {
        return Stream.of(
                        lives(),
                        settlements(),
                        locks(),
                        accounts(),
                        subscriptions(),
                        agreements(),
                        arrears(),
                        records())
                .flatMap(List::stream)
                .collect(Collectors.toMap(EventCodec::nameOf, event -> event));
    }

    private static List<DomainEvent> lives() {
        Registration registration = new Registration(
                new Registration.Profile("观测 \uD83D\uDE80", Language.ZH),
                new SiteId("cn1"),
                new Registration.Ownership(HOLDER, USER),
                new Registration.Agreement("v2", AT));
        Request owner = new Request(new Actor.Owner(USER), AT);
        return List.of(
                new LifeEvent.WorkspaceRegistered(
                        WORKSPACE,
                        registration,
                        Plan.COMMERCIAL,
                        Option.some(AT),
                        new Request(new Actor.Holder(HOLDER), AT)),
                new LifeEvent.WorkspaceActivated(WORKSPACE, AT, owner),
                new LifeEvent.RegistrationLapsed(WORKSPACE, CLOCK),
                new LifeEvent.WorkspaceMoved(WORKSPACE, HOLDER, AT, owner),
                new LifeEvent.OwnerChanged(WORKSPACE, new UserId("用户-1"), new UserId("user-2"), owner),
                new LifeEvent.WorkspaceDissolved(WORKSPACE, AT, owner));
    }

    private static List<DomainEvent> settlements() {
        Request asked = new Request(new Actor.Administrator(USER), AT);
        return List.of(
                new SettlementEvent.SettlementMethodChanged(
                        WORKSPACE,
                        new SettlementMethod.ThroughCloudAccount(ACCOUNT, SUBSCRIPTION),
                        AT,
                        Option.some(AT),
                        asked),
                new SettlementEvent.ChangeWaits(
                        WORKSPACE, new WaitingChange(ACCOUNT, Option.some(SUBSCRIPTION), asked, AT), asked),
                new SettlementEvent.WaitingEnded(
                        WORKSPACE, WaitingEnd.REFUSED, Option.some(SettlementRule.ONE_HOLDER), MARKETPLACE),
                new SettlementEvent.AssociationDeleted(WORKSPACE, SUBSCRIPTION, AT, MARKETPLACE),
                new SettlementEvent.SuccessorAwaited(
                        WORKSPACE, new AwaitedSuccessor(ENDED, AT, EndConsequence.LOCK), MARKETPLACE));
    }

    private static List<DomainEvent> locks() {
        return List.of(
                new LockEvent.LockPlaced(WORKSPACE, ENDED, new Countdown(AT, AT, List.of(AT), false), CLOCK),
                new LockEvent.LockReleased(
                        WORKSPACE, new LockCause.Administrative("why", USER), new Request(new Actor.Staff(USER), AT)),
                new LockEvent.LockReminded(WORKSPACE, AT, CLOCK),
                new LockEvent.FullyLocked(WORKSPACE, CLOCK));
    }

    private static List<DomainEvent> accounts() {
        return List.of(
                new CloudAccountEvent.CloudAccountRecorded(
                        ACCOUNT, Cloud.AWS, Currency.getInstance("USD"), MARKETPLACE),
                new CloudAccountEvent.CloudAccountRegistered(ACCOUNT, HOLDER, MARKETPLACE),
                new CloudAccountEvent.RegistrationForgotten(ACCOUNT, HOLDER, MARKETPLACE),
                new CloudAccountEvent.PayerExpected(ACCOUNT, SUBSCRIPTION, MARKETPLACE),
                new CloudAccountEvent.PayerOpened(
                        ACCOUNT, new Payer(SUBSCRIPTION, PRODUCT, AT, Option.some(AGREEMENT)), MARKETPLACE),
                new CloudAccountEvent.PayerClosed(
                        ACCOUNT,
                        SUBSCRIPTION,
                        Option.some(AT.truncatedTo(java.time.temporal.ChronoUnit.DAYS)),
                        MARKETPLACE),
                new CloudAccountEvent.ChargesUnsettled(ACCOUNT, 3, MARKETPLACE),
                new CloudAccountEvent.RegistrationKept(ACCOUNT, KeptFor.LANDING, AT, MARKETPLACE));
    }

    private static List<DomainEvent> subscriptions() {
        Sign sign = new Sign(Sign.Kind.ACTIVATED, AT);
        return List.of(
                new SubscriptionEvent.SubscriptionSeen(SUBSCRIPTION, CUSTOMER, 1, MARKETPLACE),
                new SubscriptionEvent.SubscriptionTraced(SUBSCRIPTION, ACCOUNT, MARKETPLACE),
                new SubscriptionEvent.SubscriptionActivated(SUBSCRIPTION, sign, MARKETPLACE),
                new SubscriptionEvent.SubscriptionConfirmed(SUBSCRIPTION, sign, MARKETPLACE),
                new SubscriptionEvent.SubscriptionEnding(
                        SUBSCRIPTION, sign, Option.some(new End(AT, Option.none(), false)), MARKETPLACE),
                new SubscriptionEvent.SubscriptionEnded(SUBSCRIPTION, sign, MARKETPLACE),
                new SubscriptionEvent.AgreementKnown(SUBSCRIPTION, AGREEMENT, MARKETPLACE),
                new SubscriptionEvent.SuccessorNamed(SUBSCRIPTION, AGREEMENT, MARKETPLACE),
                new SubscriptionEvent.SuccessorEnded(SUBSCRIPTION, AGREEMENT, MARKETPLACE),
                new SubscriptionEvent.CascadeCompleted(SUBSCRIPTION, MARKETPLACE),
                new SubscriptionEvent.FinalRatingDue(SUBSCRIPTION, AT, AT.plusSeconds(1_800), MARKETPLACE),
                new SubscriptionEvent.FinalRatingCompleted(SUBSCRIPTION, MARKETPLACE),
                new SubscriptionEvent.FinalHourClosed(SUBSCRIPTION, 2, MARKETPLACE),
                new SubscriptionEvent.EndSuspected(SUBSCRIPTION, new Suspicion(AT, AT, AT), MARKETPLACE),
                new SubscriptionEvent.EndProbed(SUBSCRIPTION, AT, CLOCK),
                new SubscriptionEvent.EndDenied(SUBSCRIPTION, AT, CLOCK),
                new SubscriptionEvent.SuspicionCleared(SUBSCRIPTION, MARKETPLACE),
                new SubscriptionEvent.FinalHourOverrun(SUBSCRIPTION, AT, CLOCK),
                new SubscriptionEvent.NamesAnswered(
                        SUBSCRIPTION,
                        new AnsweredNames(
                                Option.some("cust-1"),
                                Option.some("arn:aws:license-manager::294406891311:license:l-1")),
                        MARKETPLACE),
                new SubscriptionEvent.LicenseKnown(SUBSCRIPTION, new KnownLicense("l-1", sign), MARKETPLACE),
                new SubscriptionEvent.SeveralLicensesActive(SUBSCRIPTION, List.of("l-1", "l-2"), MARKETPLACE));
    }

    private static List<DomainEvent> agreements() {
        MarketplaceCustomer.Licensed license = new MarketplaceCustomer.Licensed(PRODUCT, "123456789012", "l-0a1b");
        return List.of(
                new AgreementEvent.AgreementSeen(AGREEMENT, MARKETPLACE),
                new AgreementEvent.AgreementLinked(AGREEMENT, license, MARKETPLACE),
                new AgreementEvent.AgreementEnded(AGREEMENT, new Sign(Sign.Kind.SUPERSEDED, AT), MARKETPLACE),
                new AgreementEvent.AgreementSucceeded(AGREEMENT, AgreementId.of("aws", "agmt-2"), MARKETPLACE),
                new AgreementEvent.AgreementFollows(AGREEMENT, AgreementId.of("aws", "agmt-0"), MARKETPLACE));
    }

    private static List<DomainEvent> arrears() {
        Request told = new Request(new Actor.Staff(USER), AT);
        return List.of(
                new ArrearsEvent.ArrearsWatched(HOLDER, told),
                new ArrearsEvent.ArrearsBegan(HOLDER, told),
                new ArrearsEvent.ArrearsSettled(HOLDER, told),
                new ArrearsEvent.ArrearsReached(HOLDER, told));
    }

    private static List<DomainEvent> records() {
        RecordId id = new RecordId(new Meter(CUSTOMER, new Dimension("api-calls")), MeteringHour.of(AT));
        RecordContent content = RecordContent.of(
                MeteringHour.of(AT).start(), List.of(new Allocation(new WorkspaceId("wksp_1"), new SiteId("cn1"), 7)));
        return List.of(
                new MeteringRecordEvent.RecordMade(
                        id, new BilledThrough(ACCOUNT, SUBSCRIPTION, AT), content, false, CLOCK),
                new MeteringRecordEvent.RecordSent(id, 2, AT, CLOCK),
                new MeteringRecordEvent.RecordUnprocessed(id, AT, CLOCK),
                new MeteringRecordEvent.RecordUnanswered(id, AT, CLOCK),
                new MeteringRecordEvent.RecordAccepted(id, "receipt-1", CLOCK),
                new MeteringRecordEvent.RecordNotBilled(id, RecordStatus.UNSETTLED, "CustomerNotSubscribed", CLOCK),
                new MeteringRecordEvent.RecordDisputed(id, "DuplicateRecord", CLOCK),
                new MeteringRecordEvent.RecordExpired(id, RecordStatus.RETURNED, CLOCK),
                new MeteringRecordEvent.RecordReleased(id, RecordStatus.RETURNED, CLOCK),
                new MeteringRecordEvent.RecordDecided(id, 3, RecordStatus.UNSETTLED, CLOCK),
                new MeteringRecordEvent.RecordWarned(id, 2, AT, CLOCK),
                new MeteringRecordEvent.RecordTooLarge(id, 1_000, CLOCK),
                new MeteringRecordEvent.RecordAllowed(id, CLOCK),
                new MeteringRecordEvent.RecordRefused(id, "ExceptionOfTomorrow", AT, CLOCK),
                new MeteringRecordEvent.DecisionExplained(id, new DecisionBasis.OnWord("looked up"), CLOCK),
                new MeteringRecordEvent.RecordBilledAfterAll(id, "receipt-2", CLOCK),
                new SubmissionHoldEvent.HoldPlaced(
                        new HoldScope.OfMeter(id.meter()), "InvalidUsageDimensionException", id, AT, CLOCK),
                new SubmissionHoldEvent.HoldProbed(
                        new HoldScope.OfCustomer(id.meter().customer()), id, AT, CLOCK),
                new SubmissionHoldEvent.HoldConfirmed(
                        new HoldScope.OfDimension(
                                id.meter().customer().product(), id.meter().dimension()),
                        id,
                        CLOCK),
                new SubmissionHoldEvent.HoldEnded(new HoldScope.OfMeter(id.meter()), CLOCK));
    }
}
