/**
 * What can be asked of the library, one interface an ask: its table of contents.
 *
 * <p>Any thread may ask, several at once. Whoever asks says when: the present instant of a clock that is kept right. A business
 * <em>no</em> is {@code Either.left}, and has changed nothing (INV-6); what breaks is a {@link com.guance.billing.ports.faults.Fault}.
 * The library must not be asked from within its own transactions: neither by a listener to events, nor by a port or policy that a host
 * implements.
 */
@NullMarked
package com.guance.billing.ports.driving;

import org.jspecify.annotations.NullMarked;
