/** The pages of {@code docs/} that are made from the code, and kept like it. */
@NullMarked
package com.guance.billing.book;

import org.jspecify.annotations.NullMarked;
