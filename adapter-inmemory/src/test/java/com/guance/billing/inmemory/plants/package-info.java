/** Faults planted into a sound store, each of which the contracts must report. */
@NullMarked
package com.guance.billing.inmemory.plants;

import org.jspecify.annotations.NullMarked;
