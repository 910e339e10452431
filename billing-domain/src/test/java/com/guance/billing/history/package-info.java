/** Random histories of everything at once, against a plain model. */
@NullMarked
package com.guance.billing.history;

import org.jspecify.annotations.NullMarked;
