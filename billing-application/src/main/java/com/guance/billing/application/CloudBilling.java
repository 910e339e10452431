package com.guance.billing.application;

import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.Ask;
import com.guance.billing.ports.driving.ChangeSettlement;
import com.guance.billing.ports.driving.ClaimCloudAccount;
import com.guance.billing.ports.driving.LandBuyer;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.TakeCharges;
import com.guance.billing.ports.driving.TellEvents;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * The library: settlement of workspaces through their customers' cloud accounts. Thread-safe; keeps nothing in memory; any number
 * of nodes may share one store.
 */
public final class CloudBilling {

    private final Transactions transactions;
    private final Host host;
    private final Marketplaces marketplaces;
    private final SecureRandom chance;
    private final Cascading cascading;

    private CloudBilling(UnitOfWork store, Marketplaces marketplaces, Host host, SecureRandom chance) {
        this.transactions = new Transactions(store);
        this.marketplaces = marketplaces;
        this.host = host;
        this.chance = chance;
        this.cascading = new Cascading(transactions, host.policies().countdown());
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

    static CloudBilling of(UnitOfWork store, Marketplaces marketplaces, Host host, SecureRandom chance) {
        return new CloudBilling(store, marketplaces, host, chance);
    }

    /** A buyer's browser lands after subscribing. */
    public LandBuyer landBuyer() {
        return new LandingBuyers(transactions, marketplaces, host.policies(), this::ticket);
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
        return new ChangingSettlement(transactions, host);
    }

    /** A notice from a marketplace. */
    public ReceiveNotice receiveNotice() {
        return new ReceivingNotices(transactions, marketplaces, host.policies(), cascading);
    }

    /** Charges of workspaces. */
    public TakeCharges takeCharges() {
        return new TakingCharges(transactions, host.policies());
    }

    /** Everything that is due. */
    public RunDue due() {
        return new RunningDue(
                cascading,
                new ClosingHours(
                        transactions, marketplaces, host.policies().metering().grace()),
                marketplaces.all().stream()
                        .map(marketplace -> new SubmittingRecords(transactions, marketplace))
                        .collect(Collectors.toUnmodifiableList()));
    }

    /** Events for the host's mails, meters and mirrors. */
    public TellEvents tellEvents() {
        return new TellingEvents(transactions);
    }

    /** Answers for people. */
    public Ask ask() {
        return new Asking(transactions);
    }

    private ClaimTicket ticket() {
        byte[] bytes = new byte[32];
        chance.nextBytes(bytes);
        return ClaimTicket.of(bytes);
    }
}
