package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Books;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.Ask;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;

/** Answers for people, from the stores as they are. */
final class Asking implements Ask {

    private final Transactions transactions;

    Asking(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Option<Workspace> workspace(WorkspaceId workspace) {
        return transactions
                .run(stores ->
                        Option.of(stores.workspaces().find(List.of(workspace)).get(workspace)))
                .map(Versioned::aggregate);
    }

    @Override
    public List<CloudAccount> registeredCloudAccounts(BillingCenterAccountId holder) {
        return transactions.run(stores -> stores.cloudAccounts().onFile(holder));
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return transactions.run(stores -> stores.meteringRecords().books(account));
    }
}
