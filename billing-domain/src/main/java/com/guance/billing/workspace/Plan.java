package com.guance.billing.workspace;

/** The plan of a workspace. The upgrade is one-way (ARR-7). */
public enum Plan {
    /** 体验版: free, and settled by nobody. */
    EXPERIENCE,
    /** 商业版: settled, once it is active. */
    COMMERCIAL
}
