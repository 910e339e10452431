package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.workspace.Circumstances;
import io.vavr.control.Option;

/** What the host says is true: its Billing Center's accounts, its sites, its policies. */
record Host(BillingCenterAccounts accounts, SiteCatalogue sites, Policies policies) {

    /** What is true around a workspace that is being registered; its site may not exist. */
    Option<Circumstances> around(BillingCenterAccountId holder, Option<Site> site) {
        return accounts.find(holder).map(account -> new Circumstances(account, site, policies));
    }

    /** What is true around a registered workspace; its site may have left the catalogue (SET-5). */
    Option<Circumstances> around(BillingCenterAccountId holder, SiteId site) {
        return around(holder, Option.some(sites.find(site.value()).getOrElse(() -> Site.unlisted(site))));
    }
}
