package com.guance.billing.ports.driven;

import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import io.vavr.control.Option;
import java.time.Instant;

/** The marketplace's notices, each kept whole with its one outcome (NOT-5). A notice's identity is its marketplace and its id. */
public interface Notices {

    /**
     * What became of a notice.
     *
     * @param envelope the notice's envelope
     * @return its outcome, if it was kept before (NOT-1)
     */
    Option<NoticeOutcome> outcome(Notice.Envelope envelope);

    /**
     * Keeps a notice and its outcome.
     *
     * @param notice the notice, kept whole
     * @param outcome what became of it; anything but a duplicate
     * @throws StaleVersion if it was kept before
     */
    void add(Notice notice, NoticeOutcome outcome);

    /**
     * The text of a notice as it was kept, whole (NOT-4).
     *
     * @param envelope the notice's envelope
     * @return its text, to the letter; none if it was never kept
     */
    Option<RawText> text(Notice.Envelope envelope);

    /**
     * Keeps that a known notice came again.
     *
     * @param envelope the notice's envelope
     * @param receipt when it came again
     */
    void repeated(Notice.Envelope envelope, Instant receipt);

    /**
     * How often a notice came again.
     *
     * @param envelope the notice's envelope
     * @return 0 if it came once, or never
     */
    int repetitions(Notice.Envelope envelope);
}
