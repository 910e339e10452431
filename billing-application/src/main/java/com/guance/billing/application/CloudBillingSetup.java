package com.guance.billing.application;

import com.guance.billing.metering.Dimension;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.RetryPause;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.faults.LibraryTooOld;
import com.guance.billing.ports.faults.RequiredLibrary;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.subscription.Product;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the library must know before it can work. */
public final class CloudBillingSetup {

    private static final List<RequiredLibrary> REQUIRED =
            List.of(new RequiredLibrary("org.slf4j", "slf4j-api", "2.0", "org.slf4j.Logger"));

    private final UnitOfWork store;
    private final List<Marketplace> marketplaces = new ArrayList<>();
    private final Map<Product, Set<Dimension>> idle = new HashMap<>();
    private @Nullable BillingCenterAccounts accounts;
    private @Nullable SiteCatalogue sites;
    private final List<Watcher> watchers = new ArrayList<>(List.of(new Logging()));
    private Policies policies = Policies.defaults();
    private @Nullable RetryPause pause;

    CloudBillingSetup(UnitOfWork store) {
        this.store = store;
    }

    /** Adds a marketplace on which the vendor sells; call it once for each. */
    public CloudBillingSetup selling(Marketplace marketplace) {
        marketplaces.add(marketplace);
        return this;
    }

    /**
     * The same, where the marketplace is told as 0 that nothing was used in an hour: each active subscription's hours in each of these
     * dimensions, when the hour's grace is over (MET-8). The marketplace then takes nothing more for that hour: what comes later is
     * late (MET-7).
     *
     * @param marketplace the marketplace
     * @param idle dimensions of the product there, such as those that its {@linkplain com.guance.billing.tariff.Tariff#dimensions
     *     tariff} names; the marketplace rejects others
     * @return this
     */
    public CloudBillingSetup selling(Marketplace marketplace, Set<Dimension> idle) {
        this.idle.put(marketplace.profile().product(), Set.copyOf(idle));
        return selling(marketplace);
    }

    /** The product's sites. */
    public CloudBillingSetup sites(SiteCatalogue catalogue) {
        this.sites = catalogue;
        return this;
    }

    /** What the Billing Center knows of its accounts. */
    public CloudBillingSetup billingCenter(BillingCenterAccounts directory) {
        this.accounts = directory;
        return this;
    }

    /** What the host replaces of the documented defaults. */
    public CloudBillingSetup policies(Policies replaced) {
        this.policies = replaced;
        return this;
    }

    /** Adds somebody who is told at once what this node does, beside the log; call it once for each. */
    public CloudBillingSetup watchedBy(Watcher watcher) {
        watchers.add(watcher);
        return this;
    }

    /** Replaces the pause before a transaction that lost a race is repeated: by default of any length up to 2 to 64 ms (REL-3). */
    public CloudBillingSetup pausing(RetryPause replaced) {
        this.pause = replaced;
        return this;
    }

    /**
     * Puts the library together.
     *
     * @param chance where claim tickets come from; unguessable in production
     * @return the library
     * @throws LibraryTooOld if a library on the class path is older than this library needs
     * @throws IllegalStateException if the sites, the Billing Center or every marketplace is missing: all that is, at once; or if
     *     two marketplaces sell one product
     */
    public CloudBilling build(SecureRandom chance) {
        LibraryTooOld.check(REQUIRED, CloudBillingSetup.class.getClassLoader());
        BillingCenterAccounts directory = accounts;
        SiteCatalogue catalogue = sites;
        if (directory == null || catalogue == null || marketplaces.isEmpty()) {
            throw new IllegalStateException("not said yet: "
                    + (directory == null ? "billingCenter " : "")
                    + (catalogue == null ? "sites " : "")
                    + (marketplaces.isEmpty() ? "selling" : ""));
        }
        return CloudBilling.of(
                new Transactions(
                        store,
                        new Watchers(watchers),
                        pause == null ? JitteredPause.of(chance) : pause,
                        new Timekeeping(policies.timing())),
                new Marketplaces(marketplaces, idle),
                new Host(directory, catalogue, policies),
                chance);
    }
}
