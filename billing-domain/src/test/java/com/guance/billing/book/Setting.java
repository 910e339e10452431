package com.guance.billing.book;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import io.vavr.control.Option;
import java.util.List;

/**
 * Where a workspace lives.
 *
 * @param cloud of its site, and of the account that may pay
 * @param policies what the host has chosen
 */
record Setting(Cloud cloud, Policies policies) {

    /** The clouds differ in what the end of a subscription brings (END-9); the last host lets fully locked ones return (UNL-6). */
    static final List<Setting> ALL = List.of(
            new Setting(Cloud.AWS, World.POLICIES),
            new Setting(Cloud.ALIBABA, World.POLICIES),
            new Setting(
                    Cloud.HUAWEI,
                    World.POLICIES.withLocking(World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE))));

    boolean isDefault() {
        return policies.equals(World.POLICIES);
    }

    Circumstances around(BillingCenterAccountId holder, Standing standing) {
        Site site = new Site(new SiteId("us1"), cloud);
        return new Circumstances(
                new BillingCenterAccount(holder, World.USD, false), standing, Option.some(site), policies);
    }
}
