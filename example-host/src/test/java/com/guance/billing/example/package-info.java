/** The story on every store, and the README's own code. */
@NullMarked
package com.guance.billing.example;

import org.jspecify.annotations.NullMarked;
