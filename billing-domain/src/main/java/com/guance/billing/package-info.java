/**
 * The words that every feature shares: identities, who asked and when, what happened.
 *
 * <p>Features build on each other in one direction: {@code site ← policy ← subscription ← arrival ← cloudaccount ← workspace ←
 * metering ← {tariff, reconciliation, statement}}; {@code arrears} needs none of them. Aggregates refer to each other by the ids of
 * this package.
 */
@NullMarked
package com.guance.billing;

import org.jspecify.annotations.NullMarked;
