/** A workspace (工作空间), who pays for it, and what locks it: the SET, LOCK and UNL rules. */
@NullMarked
package com.guance.billing.workspace;

import org.jspecify.annotations.NullMarked;
