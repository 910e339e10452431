package com.guance.billing.example.guards;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A method of a driving port that takes an actor, and who may call it.
 *
 * @param name interface, method and the simple names of what it takes
 * @param may who is not refused as <em>NotForThisActor</em>
 * @param call calls it
 */
record Command(String name, Set<Who> may, BiFunction<Ground, Request, Either<?, ?>> call) {

    private static final Product PRODUCT = new Product("aws", "prod");
    private static final RecordId RECORD = new RecordId(
            new Meter(new MarketplaceCustomer.Legacy(PRODUCT, "customer"), new Dimension("units")),
            MeteringHour.of(Ground.NOW));
    private static final Notice.Id NOTICE = new Notice.Id("aws", "n1");
    private static final WorkspaceId NEW = new WorkspaceId("new");
    private static final PageRequest PAGE = PageRequest.first(1);
    private static final LockCause.Administrative CAUSE = new LockCause.Administrative("why", Ground.OWNER);

    private static final DecisionBasis WORD = new DecisionBasis.OnWord("looked up");

    private static final Set<Who> CUSTOMER = EnumSet.of(Who.OWNER, Who.HOLDER);
    private static final Set<Who> STAFF = EnumSet.of(Who.STAFF);
    private static final Set<Who> VENDOR = EnumSet.of(Who.STAFF, Who.BILLING_CENTER);

    /** Who may what: the whole table. A new command that takes an actor gets a line here. */
    static List<Command> all() {
        return List.of(
                new Command(
                        "AskChoices.of(WorkspaceId, Request, PageRequest)",
                        CUSTOMER,
                        (on, by) -> on.billing.askChoices().of(Ground.WORKSPACE, by, PAGE)),
                new Command(
                        "AskChoices.candidates(CloudAccountId, Request, PageRequest)",
                        CUSTOMER,
                        (on, by) -> on.billing.askChoices().candidates(Ground.ACCOUNT, by, PAGE)),
                new Command(
                        "ChangeOwner.change(WorkspaceId, UserId, Request)",
                        EnumSet.of(Who.OWNER, Who.STAFF),
                        (on, by) -> on.billing.changeOwner().change(Ground.WORKSPACE, new UserId("next"), by)),
                new Command(
                        "ConfirmTime.confirm(Request)",
                        EnumSet.of(Who.STAFF, Who.CLOCK),
                        (on, by) -> on.billing.confirmTime().confirm(by)),
                new Command(
                        "ChangeSettlement.through(WorkspaceId, CloudAccountId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing.changeSettlement().through(Ground.WORKSPACE, Ground.ACCOUNT, by)),
                new Command(
                        "ChangeSettlement.through(WorkspaceId, CloudAccountId, SubscriptionId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing
                                .changeSettlement()
                                .through(Ground.WORKSPACE, Ground.ACCOUNT, Ground.SUBSCRIPTION, by)),
                new Command(
                        "ChangeSettlement.byBillingCenter(WorkspaceId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing.changeSettlement().byBillingCenter(Ground.WORKSPACE, by)),
                new Command(
                        "ChangeSettlement.withdraw(WorkspaceId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing.changeSettlement().withdraw(Ground.WORKSPACE, by)),
                new Command(
                        "ClaimCloudAccount.claim(ClaimTicket, BillingCenterAccountId, Request)",
                        EnumSet.of(Who.OWNER, Who.HOLDER, Who.STAFF), // the Owner: of a workspace that awaits (ARR-3)
                        (on, by) -> on.billing.claimCloudAccount().claim(on.ticket, Ground.HOLDER, by)),
                new Command(
                        "CompleteFinalRating.complete(SubscriptionId, Request)",
                        VENDOR,
                        (on, by) -> on.billing.completeFinalRating().complete(Ground.SUBSCRIPTION, by)),
                new Command(
                        "DecideRecord.accepted(RecordId, long, DecisionBasis, Request)",
                        STAFF,
                        (on, by) -> on.billing.decideRecord().accepted(RECORD, 1, WORD, by)),
                new Command(
                        "DecideRecord.notBilled(RecordId, DecisionBasis, Request)",
                        STAFF,
                        (on, by) -> on.billing.decideRecord().notBilled(RECORD, WORD, by)),
                new Command(
                        "DissolveWorkspace.dissolve(WorkspaceId, Request)",
                        EnumSet.of(Who.OWNER), // staff: only what is fully locked (DIS-1)
                        (on, by) -> on.billing.dissolveWorkspace().dissolve(Ground.WORKSPACE, by)),
                new Command(
                        "LockWorkspace.lock(WorkspaceId, String, Request)",
                        STAFF,
                        (on, by) -> on.billing.lockWorkspace().lock(Ground.WORKSPACE, "why", by)),
                new Command(
                        "LockWorkspace.release(WorkspaceId, Administrative, Request)",
                        STAFF,
                        (on, by) -> on.billing.lockWorkspace().release(Ground.WORKSPACE, CAUSE, by)),
                new Command(
                        "MoveWorkspace.move(WorkspaceId, BillingCenterAccountId, Request)",
                        EnumSet.of(Who.OWNER),
                        (on, by) -> on.billing
                                .moveWorkspace()
                                .move(Ground.WORKSPACE, new BillingCenterAccountId("next"), by)),
                new Command(
                        "NoticeQuery.notReceived(String, PageRequest, Request)",
                        STAFF,
                        (on, by) -> on.billing.noticeQuery().notReceived("aws", PAGE, by)),
                new Command(
                        "NoticeQuery.history(Id, PageRequest, Request)",
                        STAFF,
                        (on, by) -> on.billing.noticeQuery().history(NOTICE, PAGE, by)),
                new Command(
                        "ResubmitNotice.resubmit(Id, NoticeReader, Request)",
                        STAFF,
                        (on, by) -> on.billing
                                .resubmitNotice()
                                .resubmit(NOTICE, (kept, at) -> new Notice.Malformed(kept, List.of()), by)),
                new Command(
                        "RegisterWorkspace.paidThrough(RegistrationForm, BillingCenterAccountId, CloudAccountId,"
                                + " Request)",
                        CUSTOMER,
                        (on, by) -> on.billing
                                .registerWorkspace()
                                .paidThrough(Ground.form(NEW), Ground.HOLDER, Ground.ACCOUNT, by)),
                new Command(
                        "RegisterWorkspace.paidByBillingCenter(RegistrationForm, BillingCenterAccountId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing
                                .registerWorkspace()
                                .paidByBillingCenter(Ground.form(NEW), Ground.HOLDER, by)),
                new Command(
                        "RegisterWorkspace.awaitingSubscription(RegistrationForm, BillingCenterAccountId, Cloud,"
                                + " Request)",
                        CUSTOMER,
                        (on, by) -> on.billing
                                .registerWorkspace()
                                .awaitingSubscription(Ground.form(NEW), Ground.HOLDER, Cloud.AWS, by)),
                new Command(
                        "RegisterWorkspace.onExperiencePlan(RegistrationForm, BillingCenterAccountId, Request)",
                        CUSTOMER,
                        (on, by) ->
                                on.billing.registerWorkspace().onExperiencePlan(Ground.form(NEW), Ground.HOLDER, by)),
                new Command(
                        "RedeliverEvents.again(long, Request)",
                        STAFF,
                        (on, by) -> on.billing.redeliverEvents().again(1, by)),
                new Command(
                        "RedeliverEvents.allAgain(Request)",
                        STAFF,
                        (on, by) -> on.billing.redeliverEvents().allAgain(by)),
                new Command(
                        "ReleaseCloudAccount.release(CloudAccountId, Request)",
                        EnumSet.of(Who.HOLDER, Who.STAFF),
                        (on, by) -> on.billing.releaseCloudAccount().release(Ground.ACCOUNT, by)),
                new Command(
                        "ReleaseRecords.release(RecordId, Request)",
                        STAFF,
                        (on, by) -> on.billing.releaseRecords().release(RECORD, by)),
                new Command(
                        "ReleaseRecords.releaseAll(HeldRecords, Request)",
                        STAFF,
                        (on, by) -> on.billing.releaseRecords().releaseAll(HeldRecords.of(PRODUCT), by)),
                new Command(
                        "TellArrears.began(BillingCenterAccountId, Request)",
                        VENDOR,
                        (on, by) -> on.billing.tellArrears().began(Ground.HOLDER, by)),
                new Command(
                        "TellArrears.settled(BillingCenterAccountId, Request)",
                        VENDOR,
                        (on, by) -> on.billing.tellArrears().settled(Ground.HOLDER, by)),
                new Command(
                        "UnlockWorkspace.unlock(WorkspaceId, Request)",
                        CUSTOMER,
                        (on, by) -> on.billing.unlockWorkspace().unlock(Ground.WORKSPACE, by)));
    }

    /** Those who are refused though they may, and those who are not though they may not. */
    Set<Who> wrongly() {
        return EnumSet.allOf(Who.class).stream()
                .filter(who -> isRefused(who) == may.contains(who))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Told that they may not, and nothing else: in the words of each kind of refusal. */
    private boolean isRefused(Who who) {
        Request by = Ground.by(who);
        Either<?, ?> answer = call.apply(new Ground(), by);
        String no = "NotForThisActor[actor=" + by.by() + "]";
        return answer.isLeft()
                && Set.of(
                                no,
                                "UnlockRefusal[obstacles=[SettlementRefused[why=" + no + "]]]",
                                "RegistrationRefusal[problems=[PaymentRefused[why=" + no + "]]]")
                        .contains(answer.getLeft().toString());
    }
}
