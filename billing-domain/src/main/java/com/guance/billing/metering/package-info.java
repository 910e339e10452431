/** From charges to metering records: exact quantities, whole units, carried remainders (MET rules). */
@NullMarked
package com.guance.billing.metering;

import org.jspecify.annotations.NullMarked;
