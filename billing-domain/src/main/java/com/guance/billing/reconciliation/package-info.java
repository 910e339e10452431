/** Our records against what the marketplace says it has billed (ASK-3). */
@NullMarked
package com.guance.billing.reconciliation;

import org.jspecify.annotations.NullMarked;
