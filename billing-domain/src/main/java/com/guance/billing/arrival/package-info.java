/** A buyer arrives from a marketplace with a token, and claims the cloud account for a Billing Center account (ARR-1…3). */
@NullMarked
package com.guance.billing.arrival;

import org.jspecify.annotations.NullMarked;
