/**
 * Memory that lasts: the driven stores on H2 and PostgreSQL.
 *
 * <p>Aggregates are their events: one journal is at once the truth, the audit trail and the outbox; beside it stands one thin row
 * an aggregate, with its version and what queries ask for. Charges, claims, notices and remainders are plain tables.
 */
@NullMarked
package com.guance.billing.jdbc;

import org.jspecify.annotations.NullMarked;
