/**
 * What every adapter owes: the contracts of the driven ports as tests, and values to test with. An adapter implements each contract
 * in a test class of its own, in a few lines.
 */
@NullMarked
package com.guance.billing.testkit;

import org.jspecify.annotations.NullMarked;
