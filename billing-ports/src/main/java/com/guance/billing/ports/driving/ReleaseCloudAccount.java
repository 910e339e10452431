package com.guance.billing.ports.driving;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/** Gives a registration up that is only remembered, so that another Billing Center account may claim the account (END-7). */
@FunctionalInterface
public interface ReleaseCloudAccount {

    /**
     * Releases a cloud account without a living subscription. What its end locked is not restored any more (END-6).
     *
     * @param account which
     * @param by who asks: its holder, or staff
     * @return the account; left: why its registration stands
     * @throws Fault if the store fails
     */
    Either<ReleaseRefusal, CloudAccount> release(CloudAccountId account, Request by);
}
