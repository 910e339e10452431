package com.guance.billing.aws;

/** What a notice may be wrapped in on its way (NOT-7). */
final class NoticeWrapping {

    /** More layers are nobody's set-up. */
    static final int DEEPEST = 5;

    private NoticeWrapping() {}
}
