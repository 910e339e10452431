/** The agreement between a cloud account and a marketplace's product (订阅), and what notices say of it. */
@NullMarked
package com.guance.billing.subscription;

import org.jspecify.annotations.NullMarked;
