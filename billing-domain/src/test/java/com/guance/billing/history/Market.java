package com.guance.billing.history;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** The cloud accounts and their subscriptions. */
final class Market {

    static final List<Cloud> CLOUDS = List.of(Cloud.AWS, Cloud.HUAWEI, Cloud.ALIBABA);

    /** Whose each subscription is: the first account and the last have two of one product. */
    static final List<Integer> ACCOUNTS = List.of(0, 0, 1, 2, 2, 0);

    final List<CloudAccount> accounts = new ArrayList<>();

    /** The latest life of each. */
    final List<Subscription> subscriptions = new ArrayList<>();

    private final Journal journal;

    Market(Journal journal) {
        this.journal = journal;
        Request by = World.byMarketplace(World.START);
        for (int i = 0; i < CLOUDS.size(); i++) {
            accounts.add(journal.saved(
                    CloudAccount.recorded(CloudAccountId.of("aws", "00000000000" + i), CLOUDS.get(i), World.USD, by)));
        }
        for (int i = 0; i < ACCOUNTS.size(); i++) {
            Subscription seen = journal.saved(Subscription.seen(customer(i), 1, by));
            subscriptions.add(seen);
            saved(i, seen.tracedTo(accounts.get(ACCOUNTS.get(i)).id(), by), by);
        }
    }

    /** Whether it is of the newer identity scheme. */
    static boolean isLicensed(int subscription) {
        return subscription == 1 || subscription == 4;
    }

    CloudAccount accountOf(int subscription) {
        return accounts.get(ACCOUNTS.get(subscription));
    }

    Option<CloudAccount> account(CloudAccountId id) {
        return Option.ofOptional(
                accounts.stream().filter(account -> account.id().equals(id)).findFirst());
    }

    /** Whether a workspace's payer is active. */
    boolean pays(ThroughCloudAccount method) {
        return account(method.account())
                .exists(account ->
                        account.payer(Option.some(method.subscription())).isDefined());
    }

    /** Whether a workspace's payer is active, or its end undecided (END-3). */
    boolean mayPay(ThroughCloudAccount method) {
        return pays(method)
                || subscriptions.stream()
                        .anyMatch(of -> of.id().equals(method.subscription())
                                && of.undecidedUntil().isDefined());
    }

    boolean isUndecided(int account) {
        return subscriptions.stream()
                .filter(of -> of.cloudAccount().contains(accounts.get(account).id()))
                .anyMatch(of -> of.undecidedUntil().isDefined());
    }

    Either<StaleSign, Change<Subscription>> heard(int i, Sign sign, Request by) {
        Subscription latest = subscriptions.get(i);
        return latest.isFollowedBy(sign)
                ? Either.right(latest.nextLife(sign, World.ENDING, by))
                : latest.hear(sign, World.ENDING, by);
    }

    void successorNamed(int i, Request by) {
        saved(
                i,
                subscriptions.get(i).succeededBy(new NamedSuccessor(AgreementId.of("aws", "agmt-next"), false), by),
                by);
    }

    /** The account follows in the same step (END-4). */
    void saved(int i, Change<Subscription> change, Request by) {
        Subscription after = journal.saved(change);
        subscriptions.set(i, after);
        int account = ACCOUNTS.get(i);
        accounts.set(account, journal.saved(accounts.get(account).follow(after, World.POLICIES, by)));
    }

    void reached(int i, Request by) {
        subscriptions.set(i, journal.saved(subscriptions.get(i).cascadeCompleted(by)));
        subscriptions.set(i, journal.saved(subscriptions.get(i).finalRatingCompleted(by)));
        subscriptions.set(i, journal.saved(subscriptions.get(i).finalHourClosed(0, by)));
    }

    private static MarketplaceCustomer customer(int i) {
        return isLicensed(i)
                ? new MarketplaceCustomer.Licensed(World.PRODUCT, "00000000000" + i, "l-" + i)
                : new MarketplaceCustomer.Legacy(World.PRODUCT, "customer-" + i);
    }
}
