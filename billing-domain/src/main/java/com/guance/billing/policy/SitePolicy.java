package com.guance.billing.policy;

import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import java.util.Set;

/** The site rule (SET-5): through which clouds' accounts a site's workspaces may be settled. The Billing Center always may. */
@FunctionalInterface
public interface SitePolicy {

    /**
     * The clouds whose accounts may pay at a site.
     *
     * @param site where the workspace lives
     * @return the clouds, empty if the Billing Center alone may
     */
    Set<Cloud> allowedAt(Site site);

    /**
     * The default: a site allows the accounts of the cloud that operates it, where that cloud has a marketplace we sell on.
     *
     * @return the policy for AWS, AWS China, Alibaba and Huawei
     */
    static SitePolicy operatorOnly() {
        Set<Cloud> sold = Set.of(Cloud.AWS, Cloud.AWS_CHINA, Cloud.ALIBABA, Cloud.HUAWEI);
        return site -> sold.contains(site.operator()) ? Set.of(site.operator()) : Set.of();
    }
}
