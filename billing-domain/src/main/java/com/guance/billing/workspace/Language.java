package com.guance.billing.workspace;

/** The language of a workspace (ARR-4). */
public enum Language {
    /** Chinese. */
    ZH,
    /** English. */
    EN
}
