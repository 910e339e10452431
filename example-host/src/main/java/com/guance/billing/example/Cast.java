package com.guance.billing.example;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import java.util.Currency;
import java.util.List;

/**
 * Who plays: a customer with three workspaces on three sites. A run has its own numbers, so that a database may see many runs.
 *
 * @param run makes this run's ids differ from every other run's
 */
record Cast(long run) {

    static final SiteCatalogue SITES = SiteCatalogue.of(
            new Site(new SiteId("us1"), Cloud.AWS),
            new Site(new SiteId("eu1"), Cloud.AWS),
            new Site(new SiteId("ap1"), Cloud.AWS),
            new Site(new SiteId("cn1"), Cloud.ALIBABA));

    /** 12 digits, as AWS gives them. */
    String awsAccount() {
        return String.format(java.util.Locale.ROOT, "%012d", run % 1_000_000_000_000L);
    }

    CloudAccountId cloudAccount() {
        return CloudAccountId.of("aws", awsAccount());
    }

    BillingCenterAccount holder() {
        return new BillingCenterAccount(holderId("fc"), Currency.getInstance("USD"), false);
    }

    BillingCenterAccount stranger() {
        return new BillingCenterAccount(holderId("other"), Currency.getInstance("USD"), false);
    }

    UserId owner() {
        return new UserId("mei@example.com");
    }

    Actor asStaff() {
        return new Actor.Staff(staff());
    }

    UserId staff() {
        return new UserId("staff@example.com");
    }

    Actor asOwner() {
        return new Actor.Owner(owner());
    }

    Actor asHolder() {
        return new Actor.Holder(holder().id());
    }

    WorkspaceId shop() {
        return workspace("shop");
    }

    WorkspaceId search() {
        return workspace("search");
    }

    WorkspaceId payments() {
        return workspace("payments");
    }

    List<WorkspaceId> workspaces() {
        return List.of(shop(), search(), payments());
    }

    private WorkspaceId workspace(String name) {
        return new WorkspaceId("wksp_" + name + "_" + run);
    }

    private BillingCenterAccountId holderId(String name) {
        return new BillingCenterAccountId(name + "_" + run);
    }
}
