/** The stores in memory keep the contracts of all stores. */
@NullMarked
package com.guance.billing.inmemory;

import org.jspecify.annotations.NullMarked;
