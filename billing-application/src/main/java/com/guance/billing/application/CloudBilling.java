package com.guance.billing.application;

import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.Ask;
import com.guance.billing.ports.driving.AskChoices;
import com.guance.billing.ports.driving.AskCoverage;
import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.driving.AskSetAsideEvents;
import com.guance.billing.ports.driving.AskStatement;
import com.guance.billing.ports.driving.ChangeSettlement;
import com.guance.billing.ports.driving.ClaimCloudAccount;
import com.guance.billing.ports.driving.CompleteFinalRating;
import com.guance.billing.ports.driving.DecideRecord;
import com.guance.billing.ports.driving.DissolveWorkspace;
import com.guance.billing.ports.driving.LandBuyer;
import com.guance.billing.ports.driving.LockWorkspace;
import com.guance.billing.ports.driving.MoveWorkspace;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.ports.driving.Reconcile;
import com.guance.billing.ports.driving.RedeliverEvents;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.ports.driving.RehearseDue;
import com.guance.billing.ports.driving.ReleaseCloudAccount;
import com.guance.billing.ports.driving.ReleaseRecords;
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
        return new LandingBuyers(transactions, marketplaces, host.policies(), this::ticket, cascading);
    }

    /** A Billing Center account registers the cloud account that arrived. */
    public ClaimCloudAccount claimCloudAccount() {
        return new ClaimingCloudAccounts(transactions, host.accounts());
    }

    /** A new workspace. */
    public RegisterWorkspace registerWorkspace() {
        return new RegisteringWorkspaces(transactions, host);
    }

    /** Another payer for a workspace, which also unlocks it. */
    public ChangeSettlement changeSettlement() {
        return new ChangingSettlement(one);
    }

    /** Unlock now. */
    public UnlockWorkspace unlockWorkspace() {
        return new Managing(one);
    }

    /** Administrative locks. */
    public LockWorkspace lockWorkspace() {
        return new Managing(one);
    }

    /** A workspace goes to another Billing Center account of the same enterprise. */
    public MoveWorkspace moveWorkspace() {
        return new Managing(one);
    }

    /** The end of a workspace, for ever. */
    public DissolveWorkspace dissolveWorkspace() {
        return new Managing(one);
    }

    /** The Billing Center tells who is in arrears. */
    public TellArrears tellArrears() {
        return new TellingArrears(transactions, host);
    }

    /** A registration that is only remembered is given up. */
    public ReleaseCloudAccount releaseCloudAccount() {
        return new ReleasingCloudAccounts(transactions, host);
    }

    /** A notice from a marketplace. */
    public ReceiveNotice receiveNotice() {
        return new ReceivingNotices(transactions, marketplaces, host, cascading);
    }

    /** Charges of workspaces. */
    public TakeCharges takeCharges() {
        return new TakingCharges(transactions, host);
    }

    /** The host has rated all usage before the end of a subscription. */
    public CompleteFinalRating completeFinalRating() {
        return new CompletingFinalRating(transactions);
    }

    /** Everything that is due. */
    public RunDue due() {
        return new RunningDue(
                transactions,
                marketplaces,
                host.policies().submitting(),
                new RunningDue.Passing(
                        cascading,
                        new TellingArrears(transactions, host),
                        new Advancing(transactions, host, cascading)),
                new ClosingHours(transactions, marketplaces, host.policies()));
    }

    /** What the next run would ask the marketplaces to bill. */
    public RehearseDue rehearseDue() {
        return new RehearsingDue(
                transactions,
                marketplaces,
                (store, listening) -> of(new Transactions(store, new Watchers(List.of())), listening, host, chance)
                        .due());
    }

    /** Our books against what a marketplace says it has billed. */
    public Reconcile reconcile() {
        return new Reconciling(transactions, marketplaces);
    }

    /** A disputed record is decided. */
    public DecideRecord decideRecord() {
        return new DecidingRecords(transactions);
    }

    /** What a marketplace rejected is corrected. */
    public ReleaseRecords releaseRecords() {
        return new DecidingRecords(transactions);
    }

    /** Events for the host's mails, meters and mirrors. */
    public TellEvents tellEvents() {
        return new TellingEvents(transactions, host.policies().delivering());
    }

    /** Events that were set aside. */
    public AskSetAsideEvents askSetAsideEvents() {
        return new RedeliveringEvents(transactions);
    }

    /** Staff have events told again that were set aside. */
    public RedeliverEvents redeliverEvents() {
        return new RedeliveringEvents(transactions);
    }

    /** Answers for people. */
    public Ask ask() {
        return new Asking(transactions, host);
    }

    /** Answers for operators. */
    public AskHealth askHealth() {
        return new AskingHealth(transactions, marketplaces, host.policies().metering());
    }

    /** What may be chosen, before it is. */
    public AskChoices askChoices() {
        return new AskingChoices(transactions, host);
    }

    /** What an account was charged, and what became of it. */
    public AskStatement askStatement() {
        return new AskingStatement(transactions);
    }

    /** Whether every hour is accounted for, and until when something has to be sent. */
    public AskCoverage askCoverage() {
        return new AskingCoverage(transactions, marketplaces, host.policies());
    }

    private ClaimTicket ticket() {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return ClaimTicket.of(bytes);
    }
}
