/** From fees in money to quantities of the marketplace's units, and back, exactly (MET-1). */
@NullMarked
package com.guance.billing.tariff;

import org.jspecify.annotations.NullMarked;
