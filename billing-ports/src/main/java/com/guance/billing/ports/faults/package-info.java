/** What can break, typed by what the caller may do about it. A business <em>no</em> is never a fault. */
@NullMarked
package com.guance.billing.ports.faults;

import org.jspecify.annotations.NullMarked;
