package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;

/** END-8: the vendor mails what nobody can meter any more. */
final class UnsettledCharges {

    private UnsettledCharges() {}

    static void tellOf(Stores stores, Option<CloudAccountId> account, int charges, Request by) {
        if (charges > 0) {
            tell(stores, account.flatMap(stores.cloudAccounts()::find), charges, by);
        }
    }

    static void tell(Stores stores, Option<Versioned<CloudAccount>> account, int charges, Request by) {
        if (charges > 0) {
            account.forEach(of ->
                    stores.cloudAccounts().save(Revision.of(of, of.aggregate().unsettled(charges, by))));
        }
    }
}
