package com.guance.billing.example.life;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** The few places, people and accounts of all histories. */
final class Places {

    static final Instant START = Instant.parse("2026-03-05T10:17:30.000000001Z");
    static final UserId OWNER = new UserId("owner");
    static final UserId NEXT_OWNER = new UserId("next-owner");
    static final UserId STAFF = new UserId("staff");
    static final int WORKSPACES = 7;
    static final int NO_WORKSPACE = 99;
    static final int NO_ACCOUNT = 99;

    /** Agreements of {@link #PLUS}: 0–2 of account 0, the last one of account 1. */
    static final int AGREEMENTS = 4;

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");

    /** Accounts 0 and 1 buy on AWS, 2 on AWS China, 3 from Alibaba, 4 from Huawei. */
    static final List<MarketplaceProfile> ACCOUNTS = List.of(
            MarketplaceProfile.aws("prod"),
            MarketplaceProfile.aws("prod"),
            MarketplaceProfile.awsChina("prod"),
            new MarketplaceProfile(new Product("alibaba", "prod"), Cloud.ALIBABA, CNY, Duration.ofHours(24)),
            new MarketplaceProfile(new Product("huawei", "prod"), Cloud.HUAWEI, CNY, Duration.ofHours(24)));

    /** Sold on AWS by concurrent agreements. */
    static final MarketplaceProfile PLUS = MarketplaceProfile.aws("plus");

    /** Of one enterprise are 0 and 1, and 2 and 3; 3 may choose any cloud at any site. */
    static final List<BillingCenterAccount> HOLDERS = List.of(
            new BillingCenterAccount(new BillingCenterAccountId("fc-0"), USD, false),
            new BillingCenterAccount(new BillingCenterAccountId("fc-1"), USD, false),
            new BillingCenterAccount(new BillingCenterAccountId("fc-2"), CNY, false),
            new BillingCenterAccount(new BillingCenterAccountId("fc-3"), CNY, true));

    private static final List<Cloud> OPERATORS =
            List.of(Cloud.AWS, Cloud.AWS, Cloud.AWS, Cloud.AWS_CHINA, Cloud.ALIBABA, Cloud.HUAWEI, new Cloud("azure"));
    private static final List<Integer> BORN_UNDER = List.of(0, 0, 1, 2, 2, 2, 3);

    private Places() {}

    static Site site(int workspace) {
        int known = Math.min(workspace, WORKSPACES - 1);
        return new Site(new SiteId("site" + known), OPERATORS.get(known));
    }

    static int bornUnder(int workspace) {
        return BORN_UNDER.get(Math.min(workspace, WORKSPACES - 1));
    }

    static WorkspaceId workspace(int number) {
        return new WorkspaceId("wksp_" + number);
    }

    static Cloud cloud(int account) {
        return account == Deed.BILLING_CENTER
                ? Cloud.AWS
                : ACCOUNTS.get(account).cloud();
    }

    static String buyer(int account) {
        return "00000000000" + account;
    }

    static CloudAccountId account(int number) {
        return number == NO_ACCOUNT
                ? new CloudAccountId("nowhere:1")
                : CloudAccountId.of(ACCOUNTS.get(number).marketplace(), buyer(number));
    }

    static BillingCenterAccountId holder(int number) {
        return number < HOLDERS.size() ? HOLDERS.get(number).id() : new BillingCenterAccountId("fc-unknown");
    }

    static boolean oneEnterprise(int one, int other) {
        return one / 2 == other / 2;
    }

    static int accountOf(int agreement) {
        return agreement == AGREEMENTS - 1 ? 1 : 0;
    }

    static AgreementId agreement(int number) {
        return AgreementId.of("aws", "agmt-" + number);
    }

    static Licensed license(int agreement) {
        return new Licensed(PLUS.product(), buyer(accountOf(agreement)), "l-" + agreement);
    }
}
