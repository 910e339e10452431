/** Arrears (欠费) of Billing Center accounts: LOCK-7 and UNL-2. */
@NullMarked
package com.guance.billing.arrears;

import org.jspecify.annotations.NullMarked;
