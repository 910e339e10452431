/** The metering against a plain account of what was charged, with the marketplace's own bill as the judge. */
@NullMarked
package com.guance.billing.example.meter;

import org.jspecify.annotations.NullMarked;
