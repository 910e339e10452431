/** Planted. */
@NullMarked
package com.guance.billing.planted;

import org.jspecify.annotations.NullMarked;
