/**
 * A faithful marketplace in memory: one rule engine that answers as AWS Marketplace does, and AWS's own wire protocol over it.
 *
 * <p>{@link com.guance.billing.inmemory.marketplace.InMemoryMarketplace} decides, and counts what it billed;
 * {@link com.guance.billing.inmemory.marketplace.AwsOnLoopback} lets a real AWS client talk to it. Package-private types carry
 * the names of AWS's API, so that the two can be read side by side. The customer is identified by the legacy scheme
 * (customer identifier, product code, AWS account); a record that names a license is refused.
 */
@NullMarked
package com.guance.billing.inmemory.marketplace;

import org.jspecify.annotations.NullMarked;
