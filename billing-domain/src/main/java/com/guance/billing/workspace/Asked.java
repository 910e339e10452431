package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import io.vavr.control.Option;

/**
 * Who shall pay, and who wants it so.
 *
 * @param through the cloud account that shall pay; none: the Billing Center account
 * @param by who asks, and when
 */
public record Asked(Option<CloudAccount> through, Request by) {}
