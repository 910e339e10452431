package com.guance.billing.example.meter;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The few places, people and accounts of all histories. */
final class Places {

    /** Not long before the end of a month. */
    static final Instant START = Instant.parse("2026-03-30T21:17:30.000000001Z");

    static final UserId OWNER = new UserId("owner");
    static final UserId STAFF = new UserId("staff");
    static final List<String> DIMENSIONS = List.of("units", "hosts");

    /** Not of the product: a record of it is always rejected. */
    static final String UNLISTED = "unlisted";

    static final int WORKSPACES = 6;
    static final int ACCOUNTS = 3;

    /** Accounts 0 and 1 buy on AWS, account 2 on AWS China; account 0 buys by license, too. */
    static final List<MarketplaceProfile> MARKETS = List.of(
            MarketplaceProfile.aws("prod"),
            MarketplaceProfile.awsChina("prod"),
            MarketplaceProfile.aws("plus").byLicense());

    static final int BY_LICENSE = 2;

    private static final List<BillingCenterAccount> HOLDERS = List.of(
            new BillingCenterAccount(new BillingCenterAccountId("fc-0"), Currency.getInstance("USD"), false),
            new BillingCenterAccount(new BillingCenterAccountId("fc-1"), Currency.getInstance("CNY"), false));

    /** Idle hours are told as 0 in one dimension of the first product, in the other by license, and not in China (MET-8). */
    static Set<Dimension> idleOf(int market) {
        return switch (market) {
            case 0 -> Set.of(new Dimension("hosts"));
            case BY_LICENSE -> Set.of(new Dimension("units"));
            default -> Set.of();
        };
    }

    private Places() {}

    static int marketOf(int account) {
        return account == 2 ? 1 : 0;
    }

    static String buyer(int account) {
        return "00000000000" + account;
    }

    static CloudAccountId account(int number) {
        return CloudAccountId.of(MARKETS.get(marketOf(number)).marketplace(), buyer(number));
    }

    /** The last two live in China, and the first ones on two sites. */
    static Site site(int workspace) {
        return workspace < 4
                ? new Site(new SiteId(workspace < 2 ? "us1" : "eu1"), Cloud.AWS)
                : new Site(new SiteId("cn2"), Cloud.AWS_CHINA);
    }

    static WorkspaceId workspace(int number) {
        return new WorkspaceId("wksp_" + number);
    }

    static BillingCenterAccount holderOf(int account) {
        return HOLDERS.get(marketOf(account));
    }

    static BillingCenterAccount holderOfWorkspace(int workspace) {
        return HOLDERS.get(workspace < 4 ? 0 : 1);
    }

    static List<BillingCenterAccount> holders() {
        return HOLDERS;
    }

    static AgreementId agreement(int number) {
        return AgreementId.of("aws", "agmt-" + number);
    }
}
