package com.guance.billing.inmemory;

import com.guance.billing.inmemory.Messages.KeptNotice;
import com.guance.billing.inmemory.Messages.NoticeId;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Notices, in one transaction. */
record KeptNotices(Cell<Messages> cell) implements Notices {

    @Override
    public Option<NoticeOutcome> outcome(Notice.Envelope envelope) {
        return find(envelope).map(KeptNotice::outcome);
    }

    @Override
    public void add(Notice notice, NoticeOutcome outcome) {
        NoticeId id = NoticeId.of(notice.envelope());
        if (find(notice.envelope()).isDefined()) {
            throw new StaleVersion(id.toString());
        }
        cell.rewrite(before -> before.with(id, new KeptNotice(notice, outcome, Vector.empty())));
    }

    @Override
    public Option<RawText> text(Notice.Envelope envelope) {
        return find(envelope).map(kept -> kept.notice().envelope().text());
    }

    @Override
    public void repeated(Notice.Envelope envelope, Instant receipt) {
        find(envelope)
                .forEach(kept -> cell.rewrite(before -> before.with(NoticeId.of(envelope), kept.repeatedAt(receipt))));
    }

    @Override
    public int repetitions(Notice.Envelope envelope) {
        return find(envelope).map(kept -> kept.repeated().size()).getOrElse(0);
    }

    private Option<KeptNotice> find(Notice.Envelope envelope) {
        return cell.get().notices().get(NoticeId.of(envelope));
    }
}
