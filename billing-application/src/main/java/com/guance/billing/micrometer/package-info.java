/**
 * What operators measure, for hosts that use Micrometer; {@link com.guance.billing.micrometer.BillingMetrics} is the entry. Nothing
 * else refers to this package, so that a host without Micrometer needs none.
 */
@NullMarked
package com.guance.billing.micrometer;

import org.jspecify.annotations.NullMarked;
