/** What the tests of this module share: a small world to play in, and arbitrary values. */
@NullMarked
package com.guance.billing.testing;

import org.jspecify.annotations.NullMarked;
