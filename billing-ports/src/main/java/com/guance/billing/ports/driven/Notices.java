package com.guance.billing.ports.driven;

import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/**
 * The marketplace's notices, each kept whole with what it came to, every time that it was judged (NOT-1, NOT-5). A notice's identity is
 * its marketplace and its id. A store may answer with a stand-in for an id that it cannot keep; it finds the notice by either.
 */
public interface Notices {

    /**
     * The newest judgement of a notice.
     *
     * @param notice which
     * @return the text that was judged, to the letter (NOT-4), its receipt to the microsecond, and its outcome; none if it was never
     *     kept
     */
    Option<KeptNotice> find(Notice.Id notice);

    /**
     * Every judgement of a notice (audit).
     *
     * @param notice which
     * @param after how many of its judgements to leave out
     * @param limit at most so many, at least 1
     * @return the oldest first, without those that cannot be read (REL-1)
     */
    List<KeptNotice> history(Notice.Id notice, int after, int limit);

    /**
     * The notices whose newest judgement is <em>ignored</em> or <em>malformed</em>: staff may hand them in again.
     *
     * @param marketplace where they came from
     * @param after the id of the last notice of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return the newest judgement of each, in the order of their ids, without those that cannot be read (REL-1)
     */
    List<KeptNotice> notReceived(String marketplace, Option<String> after, int limit);

    /**
     * Keeps a judgement. Earlier ones stay.
     *
     * @param judged the notice, whole, and its outcome; its judgement is one more than the newest that is kept
     * @throws StaleVersion if that judgement is kept already
     */
    void add(KeptNotice judged);

    /**
     * Counts a copy of a known notice that brought nothing new.
     *
     * @param notice which
     * @param receipt when it came again
     */
    void repeated(Notice.Id notice, Instant receipt);

    /**
     * How many copies of a notice brought nothing new.
     *
     * @param notice which
     * @return 0 if there was none, or the notice was never kept
     */
    int repetitions(Notice.Id notice);
}
