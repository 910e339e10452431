/** What a host may replace, each with its documented default. */
@NullMarked
package com.guance.billing.policy;

import org.jspecify.annotations.NullMarked;
