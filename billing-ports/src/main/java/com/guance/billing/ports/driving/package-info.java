/**
 * What can be asked of the library, one interface an ask: its table of contents.
 *
 * <p>What takes a {@link com.guance.billing.Request} judges its actor, before anything else: who may not is told only that, whatever there is
 * (SET-11). What takes none is for the host itself, and for those to whom the host shows it.
 *
 * <p>Any thread may ask, several at once. Whoever asks says when: the present instant of a clock that is kept right. A business
 * <em>no</em> is {@code Either.left}, and has changed nothing (INV-6); what breaks is a {@link com.guance.billing.ports.faults.Fault}.
 * The library must not be asked from within its own transactions: neither by a listener to events, nor by a port or policy that a host
 * implements.
 */
@NullMarked
package com.guance.billing.ports.driving;

import org.jspecify.annotations.NullMarked;
