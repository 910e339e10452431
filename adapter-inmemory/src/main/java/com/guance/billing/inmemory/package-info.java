/** Memory that forgets: every driven store of the library, in one process, for tests, demonstrations and first steps. */
@NullMarked
package com.guance.billing.inmemory;

import org.jspecify.annotations.NullMarked;
