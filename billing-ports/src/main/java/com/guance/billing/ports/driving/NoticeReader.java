package com.guance.billing.ports.driving;

import com.guance.billing.subscription.Notice;
import java.time.Instant;

/** Reads the text of a kept notice again: the host's, for this library knows no format of a marketplace. */
@FunctionalInterface
public interface NoticeReader {

    /**
     * Reads a notice.
     *
     * @param kept the notice as it was kept: its id, its text, and when it first came
     * @param at now, which counts as its receipt
     * @return the notice, as far as it can be read; its id is the publisher's where that can be read now
     */
    Notice read(Notice.Envelope kept, Instant at);
}
