/** The library's meters. */
@NullMarked
package com.guance.billing.micrometer;

import org.jspecify.annotations.NullMarked;
