package com.guance.billing.application;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import io.vavr.control.Option;
import java.util.List;

/** A Billing Center in which the first two accounts are of one enterprise. */
record Enterprise(BillingCenterAccount one, BillingCenterAccount two, BillingCenterAccount stranger)
        implements BillingCenterAccounts {

    @Override
    public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
        return io.vavr.collection.List.of(one, two, stranger)
                .find(account -> account.id().equals(id));
    }

    @Override
    public boolean areOneEnterprise(BillingCenterAccountId first, BillingCenterAccountId second) {
        return List.of(one.id(), two.id()).containsAll(List.of(first, second));
    }
}
