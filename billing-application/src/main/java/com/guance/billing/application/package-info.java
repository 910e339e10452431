/** What the library does when asked: load, ask, save, tell. {@link com.guance.billing.application.CloudBilling} is the entry. */
@NullMarked
package com.guance.billing.application;

import org.jspecify.annotations.NullMarked;
