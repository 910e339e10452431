package com.guance.billing.workspace;

/** How a workspace came to its end, for ever. */
public enum Closure {
    /** 解散: by its Owner, or by staff (DIS-1). */
    DISSOLVED,
    /** It awaited its first subscription for too long (ARR-8). */
    LAPSED
}
