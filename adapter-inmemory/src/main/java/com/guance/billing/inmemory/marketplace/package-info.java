/**
 * A faithful marketplace in memory: one rule engine that answers as AWS Marketplace does, and AWS's own wire protocol over it.
 *
 * <p>{@link com.guance.billing.inmemory.marketplace.InMemoryMarketplace} decides, and counts what it billed;
 * {@link com.guance.billing.inmemory.marketplace.AwsOnLoopback} lets a real AWS client talk to it. Package-private types carry
 * the names of AWS's API, so that the two can be read side by side. Customers are identified as the product is listed: by
 * the legacy scheme (customer identifier or AWS account, product code), by license (AWS account and license), or moving from one to
 * the other.
 */
@NullMarked
package com.guance.billing.inmemory.marketplace;

import org.jspecify.annotations.NullMarked;
