/**
 * What the library needs: stores, a unit of work, an outbox, marketplaces. Every clause of their contracts is a test in the test
 * kit. {@link com.guance.billing.ports.driven.BillingCenterAccounts} is the host's own, and {@link
 * com.guance.billing.ports.driven.Watcher} may be.
 */
@NullMarked
package com.guance.billing.ports.driven;

import org.jspecify.annotations.NullMarked;
