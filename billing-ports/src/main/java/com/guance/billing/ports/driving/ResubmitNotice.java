package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.NoticeRefusal;
import io.vavr.control.Either;

/** Staff hand in again a notice that was kept as ignored or malformed: the reader was mended, or the configuration (NOT-1). */
@FunctionalInterface
public interface ResubmitNotice {

    /**
     * Reads a kept notice and judges it as if it came now. Who did so, and what came of it, is kept beside its earlier outcomes.
     *
     * @param notice which
     * @param reader reads its text again, such as {@code (kept, at) -> SnsNotices.read(kept.text().value(), profile, at)}
     * @param by who asks, and when: staff
     * @return what became of it, {@link NoticeOutcome.Duplicate} if it was received before; left: <em>NotForThisActor</em> or
     *     <em>NoticeUnknown</em>
     * @throws Fault if the store fails: hand it in again
     */
    Either<NoticeRefusal, NoticeOutcome> resubmit(Notice.Id notice, NoticeReader reader, Request by);
}
