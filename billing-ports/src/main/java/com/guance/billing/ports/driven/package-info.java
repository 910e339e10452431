/**
 * What the library needs: stores, a unit of work, an outbox, marketplaces. Every clause of a contract here is a test in the test
 * kit.
 */
@NullMarked
package com.guance.billing.ports.driven;

import org.jspecify.annotations.NullMarked;
