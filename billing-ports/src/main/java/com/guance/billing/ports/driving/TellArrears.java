package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.arrears.ArrearsRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/** The Billing Center tells whether its accounts can pay (欠费, LOCK-7). */
public interface TellArrears {

    /**
     * An account is in arrears: exactly the workspaces that it settles are locked, now or as long as it lasts.
     *
     * @param account which
     * @param by who says so: staff or the Billing Center
     * @return whether it was not in arrears before; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails: say it again
     */
    Either<ArrearsRefusal, Boolean> began(BillingCenterAccountId account, Request by);

    /**
     * An account has paid: what its arrears locked is released (UNL-2).
     *
     * @param account which
     * @param by who says so: staff or the Billing Center
     * @return whether it was in arrears before; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails: say it again
     */
    Either<ArrearsRefusal, Boolean> settled(BillingCenterAccountId account, Request by);
}
