package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Site;
import io.vavr.control.Option;

/**
 * What the host says is true around a workspace at the instant of a command.
 *
 * @param holder the workspace's Billing Center account
 * @param site the workspace's site; none if the product has no such site
 * @param policies what the host has chosen
 */
public record Circumstances(BillingCenterAccount holder, Option<Site> site, Policies policies) {}
