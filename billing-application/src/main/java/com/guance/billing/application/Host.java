package com.guance.billing.application;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import io.vavr.control.Option;

/** What the host says is true: its Billing Center's accounts, its sites, its policies. */
record Host(BillingCenterAccounts accounts, SiteCatalogue sites, Policies policies) {

    /** What is true around a workspace that is being registered; its site may not exist. */
    Circumstances around(BillingCenterAccount holder, Option<Site> site, Standing standing) {
        return new Circumstances(holder, standing, site, policies);
    }

    /** What is true around a registered workspace; its site may have left the catalogue (SET-5). */
    Circumstances around(BillingCenterAccount holder, SiteId site, Standing standing) {
        return around(holder, Option.some(sites.find(site.value()).getOrElse(() -> Site.unlisted(site))), standing);
    }
}
