package com.guance.billing.example;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import io.vavr.control.Option;
import java.util.stream.Stream;

/** What the host's Billing Center knows: the customer, and a stranger. */
record Directory(Cast cast) implements BillingCenterAccounts {

    @Override
    public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
        return Option.ofOptional(Stream.of(cast.holder(), cast.stranger())
                .filter(account -> account.id().equals(id))
                .findFirst());
    }

    @Override
    public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
        return one.equals(other);
    }
}
