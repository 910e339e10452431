/** An account at a cloud vendor (云账号): on file under one Billing Center account, paying for many workspaces. */
@NullMarked
package com.guance.billing.cloudaccount;

import org.jspecify.annotations.NullMarked;
