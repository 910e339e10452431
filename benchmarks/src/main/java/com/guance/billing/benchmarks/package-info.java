/** Measurements, each beside the raw limit of the same database in the same run. */
@NullMarked
package com.guance.billing.benchmarks;

import org.jspecify.annotations.NullMarked;
