/** The contracts, tested: a careless store is caught. */
@NullMarked
package com.guance.billing.testkit;

import org.jspecify.annotations.NullMarked;
