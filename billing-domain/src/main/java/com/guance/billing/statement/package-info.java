/** What was charged in a period and what became of it, to the last digit: as data, as CSV, as a page (ASK-1). */
@NullMarked
package com.guance.billing.statement;

import org.jspecify.annotations.NullMarked;
