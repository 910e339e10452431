/** What can be asked of the library, one interface an ask: its table of contents. */
@NullMarked
package com.guance.billing.ports.driving;

import org.jspecify.annotations.NullMarked;
