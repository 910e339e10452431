package com.guance.billing.policy;

import com.guance.billing.site.Cloud;
import java.util.Map;

/** The consequence of an end, by cloud (END-9). */
@FunctionalInterface
public interface EndConsequences {

    /**
     * What the end of a subscription brings.
     *
     * @param cloud the cloud whose account paid
     * @return the consequence
     */
    EndConsequence of(Cloud cloud);

    /** The default: AWS and any other cloud lock, Huawei unlocks to the Billing Center, Alibaba switches to it. */
    static EndConsequences byCloud() {
        Map<Cloud, EndConsequence> others = Map.of(
                Cloud.HUAWEI, EndConsequence.LOCK_THEN_BILLING_CENTER, Cloud.ALIBABA, EndConsequence.BILLING_CENTER);
        return cloud -> others.getOrDefault(cloud, EndConsequence.LOCK);
    }
}
