/** The delivery of events to the host. */
@NullMarked
package com.guance.billing.delivery;

import org.jspecify.annotations.NullMarked;
