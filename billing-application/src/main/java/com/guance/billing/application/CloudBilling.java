package com.guance.billing.application;

import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.Ask;
import com.guance.billing.ports.driving.AskChoices;
import com.guance.billing.ports.driving.AskCoverage;
import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.driving.AskSetAsideEvents;
import com.guance.billing.ports.driving.AskStatement;
import com.guance.billing.ports.driving.ChangeOwner;
import com.guance.billing.ports.driving.ChangeSettlement;
import com.guance.billing.ports.driving.ClaimCloudAccount;
import com.guance.billing.ports.driving.CompleteFinalRating;
import com.guance.billing.ports.driving.ConfirmTime;
import com.guance.billing.ports.driving.DecideRecord;
import com.guance.billing.ports.driving.DissolveWorkspace;
import com.guance.billing.ports.driving.LandBuyer;
import com.guance.billing.ports.driving.LockWorkspace;
import com.guance.billing.ports.driving.MoveWorkspace;
import com.guance.billing.ports.driving.NoticeQuery;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.ports.driving.Reconcile;
import com.guance.billing.ports.driving.RedeliverEvents;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.ports.driving.RehearseDue;
import com.guance.billing.ports.driving.ReleaseCloudAccount;
import com.guance.billing.ports.driving.ReleaseRecords;
import com.guance.billing.ports.driving.ResubmitNotice;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.TakeCharges;
import com.guance.billing.ports.driving.TellArrears;
import com.guance.billing.ports.driving.TellEvents;
import com.guance.billing.ports.driving.UnlockWorkspace;
import java.security.SecureRandom;
import java.util.List;

/**
 * The library: settlement of workspaces through their customers' cloud accounts. Thread-safe; without state of its own; any
 * number of nodes may share one store.
 */
public final class CloudBilling {

    private final Transactions transactions;
    private final Host host;
    private final Marketplaces marketplaces;
    private final SecureRandom chance;
    private final Cascading cascading;
    private final OneWorkspace one;

    private CloudBilling(Transactions transactions, Marketplaces marketplaces, Host host, SecureRandom chance) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.host = host;
        this.chance = chance;
        this.cascading = new Cascading(transactions, host);
        this.one = new OneWorkspace(transactions, host);
    }

    /**
     * Starts to put the library together.
     *
     * @param store where it keeps its journal
     * @return what is left to be said
     */
    public static CloudBillingSetup over(UnitOfWork store) {
        return new CloudBillingSetup(store);
    }

    static CloudBilling of(Transactions transactions, Marketplaces marketplaces, Host host, SecureRandom chance) {
        return new CloudBilling(transactions, marketplaces, host, chance);
    }

    /** A buyer's browser lands after subscribing. */
    public LandBuyer landBuyer() {
        return NullRefusal.before(
                LandBuyer.class, new LandingBuyers(transactions, marketplaces, host, this::ticket, cascading));
    }

    /** A Billing Center account registers the cloud account that arrived. */
    public ClaimCloudAccount claimCloudAccount() {
        return NullRefusal.before(ClaimCloudAccount.class, new ClaimingCloudAccounts(transactions, host));
    }

    /** A new workspace. */
    public RegisterWorkspace registerWorkspace() {
        return NullRefusal.before(RegisterWorkspace.class, new RegisteringWorkspaces(transactions, host));
    }

    /** Another payer for a workspace, which also unlocks it. */
    public ChangeSettlement changeSettlement() {
        return NullRefusal.before(ChangeSettlement.class, new ChangingSettlement(one));
    }

    /** Unlock now. */
    public UnlockWorkspace unlockWorkspace() {
        return NullRefusal.before(UnlockWorkspace.class, new Managing(one));
    }

    /** Administrative locks. */
    public LockWorkspace lockWorkspace() {
        return NullRefusal.before(LockWorkspace.class, new Managing(one));
    }

    /** A workspace goes to another Billing Center account of the same enterprise. */
    public MoveWorkspace moveWorkspace() {
        return NullRefusal.before(MoveWorkspace.class, new Managing(one));
    }

    /** A workspace goes to another Owner. */
    public ChangeOwner changeOwner() {
        return NullRefusal.before(ChangeOwner.class, new Managing(one));
    }

    /** The end of a workspace, for ever. */
    public DissolveWorkspace dissolveWorkspace() {
        return NullRefusal.before(DissolveWorkspace.class, new Managing(one));
    }

    /** The Billing Center tells who is in arrears. */
    public TellArrears tellArrears() {
        return NullRefusal.before(TellArrears.class, new TellingArrears(transactions, host));
    }

    /** A registration that is only remembered is given up. */
    public ReleaseCloudAccount releaseCloudAccount() {
        return NullRefusal.before(ReleaseCloudAccount.class, new ReleasingCloudAccounts(transactions, host));
    }

    /** A notice from a marketplace. */
    public ReceiveNotice receiveNotice() {
        return NullRefusal.before(ReceiveNotice.class, receivingNotices());
    }

    /** Staff hand in a kept notice again. */
    public ResubmitNotice resubmitNotice() {
        return NullRefusal.before(ResubmitNotice.class, new NoticesForStaff(transactions, receivingNotices()));
    }

    /** Kept notices, for staff. */
    public NoticeQuery noticeQuery() {
        return NullRefusal.before(NoticeQuery.class, new NoticesForStaff(transactions, receivingNotices()));
    }

    private ReceivingNotices receivingNotices() {
        return new ReceivingNotices(transactions, marketplaces, host, cascading);
    }

    /** Charges of workspaces. */
    public TakeCharges takeCharges() {
        return NullRefusal.before(TakeCharges.class, new TakingCharges(transactions, marketplaces, host));
    }

    /** The host has rated all usage before the end of a subscription. */
    public CompleteFinalRating completeFinalRating() {
        return NullRefusal.before(CompleteFinalRating.class, new CompletingFinalRating(transactions));
    }

    /** Everything that is due. */
    public RunDue due() {
        return NullRefusal.before(
                RunDue.class, at -> oneRun(transactions.ofOneRun()).run(at));
    }

    private RunDue oneRun(Transactions ofIt) {
        Cascading ofRun = new Cascading(ofIt, host);
        return new RunningDue(
                ofIt,
                marketplaces,
                host.policies(),
                new RunningDue.Passing(
                        ofRun,
                        new TellingArrears(ofIt, host),
                        new Advancing(ofIt, host, ofRun),
                        new ExpiredClaims(ofIt, host.policies().arriving())),
                new ClosingHours(ofIt, marketplaces, host.policies()));
    }

    /** The host says that the time is right, after an outage. */
    public ConfirmTime confirmTime() {
        return NullRefusal.before(ConfirmTime.class, new ConfirmingTime(transactions));
    }

    /** What the next run would ask the marketplaces to bill. */
    public RehearseDue rehearseDue() {
        return NullRefusal.before(
                RehearseDue.class,
                new RehearsingDue(
                        transactions,
                        marketplaces,
                        (store, listening) ->
                                of(rehearsing(store), listening, host, chance).due()));
    }

    /** Our books against what a marketplace says it has billed. */
    public Reconcile reconcile() {
        return NullRefusal.before(Reconcile.class, new Reconciling(transactions, marketplaces));
    }

    /** A disputed record is decided. */
    public DecideRecord decideRecord() {
        return NullRefusal.before(DecideRecord.class, new DecidingRecords(transactions, host.policies()));
    }

    /** What a marketplace rejected is corrected. */
    public ReleaseRecords releaseRecords() {
        return NullRefusal.before(ReleaseRecords.class, new DecidingRecords(transactions, host.policies()));
    }

    /** Events for the host's mails, meters and mirrors. */
    public TellEvents tellEvents() {
        return NullRefusal.before(
                TellEvents.class,
                new TellingEvents(transactions, host.policies().delivering()));
    }

    /** Events that were set aside. */
    public AskSetAsideEvents askSetAsideEvents() {
        return NullRefusal.before(AskSetAsideEvents.class, new RedeliveringEvents(transactions));
    }

    /** Staff have events told again that were set aside. */
    public RedeliverEvents redeliverEvents() {
        return NullRefusal.before(RedeliverEvents.class, new RedeliveringEvents(transactions));
    }

    /** Answers for people. */
    public Ask ask() {
        return NullRefusal.before(Ask.class, new Asking(transactions, host));
    }

    /** Answers for operators. */
    public AskHealth askHealth() {
        return NullRefusal.before(
                AskHealth.class,
                new AskingHealth(transactions, marketplaces, host.policies().metering()));
    }

    /** What may be chosen, before it is. */
    public AskChoices askChoices() {
        return NullRefusal.before(AskChoices.class, new AskingChoices(transactions, host));
    }

    /** What an account was charged, and what became of it. */
    public AskStatement askStatement() {
        return NullRefusal.before(AskStatement.class, new AskingStatement(transactions));
    }

    /** Whether every hour is accounted for, and until when something has to be sent. */
    public AskCoverage askCoverage() {
        return NullRefusal.before(AskCoverage.class, new AskingCoverage(transactions, marketplaces, host.policies()));
    }

    private Transactions rehearsing(UnitOfWork store) {
        return new Transactions(
                store,
                new Watchers(List.of()),
                lost -> {},
                new Timekeeping(host.policies().timing()));
    }

    private ClaimTicket ticket() {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return ClaimTicket.of(bytes);
    }
}
