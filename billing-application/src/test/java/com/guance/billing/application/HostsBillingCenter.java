package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.util.function.Predicate;

/** A Billing Center of any number of accounts, each like {@link Scene#HOLDER}, of hosts with one site. */
record HostsBillingCenter(Predicate<BillingCenterAccountId> knows) implements BillingCenterAccounts {

    /** A node whose Billing Center knows everybody. */
    static CloudBilling ofAll(Scene scene) {
        return new HostsBillingCenter(id -> true).node(scene, scene.store);
    }

    /** A node whose Billing Center knows nobody any more. */
    static CloudBilling ofNobody(Scene scene) {
        return new HostsBillingCenter(id -> false).node(scene, scene.store);
    }

    private CloudBilling node(Scene scene, UnitOfWork store) {
        return CloudBilling.over(store)
                .selling(scene.aws.asPort(scene.profile))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(this)
                .policies(Policies.defaults())
                .build(new SecureRandom());
    }

    @Override
    public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
        return Option.when(knows.test(id), () -> new BillingCenterAccount(id, HOLDER.currency(), false));
    }

    @Override
    public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
        return knows.test(one) && knows.test(other);
    }
}
