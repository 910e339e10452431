package com.guance.billing.inmemory;

import com.guance.billing.inmemory.Messages.Judgements;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Notices, in one transaction. */
record KeptNotices(Cell<Messages> cell) implements Notices {

    @Override
    public Option<KeptNotice> find(Notice.Id notice) {
        return judgements(notice).all().lastOption();
    }

    @Override
    public List<KeptNotice> history(Notice.Id notice, int after, int limit) {
        return judgements(notice).all().drop(after).take(limit).asJava();
    }

    @Override
    public List<KeptNotice> notReceived(String marketplace, Option<String> after, int limit) {
        return cell.get()
                .notices()
                .values()
                .map(known -> known.all().last())
                .filter(newest -> newest.envelope().marketplace().equals(marketplace))
                .filter(newest -> !newest.outcome().isReceived())
                .filter(newest -> after.forAll(last -> newest.envelope().id().compareTo(last) > 0))
                .sorted(Comparator.comparing(newest -> newest.envelope().id()))
                .take(limit)
                .asJava();
    }

    @Override
    public void add(KeptNotice judged) {
        Notice.Id id = judged.envelope().identity();
        Judgements before = judgements(id);
        if (judged.judgement() != before.all().size() + 1) {
            throw new StaleVersion(id.toString());
        }
        cell.rewrite(messages -> messages.with(id, before.with(judged)));
    }

    @Override
    public void repeated(Notice.Id notice, Instant receipt) {
        cell.get()
                .notices()
                .get(notice)
                .forEach(known -> cell.rewrite(messages -> messages.with(notice, known.repeatedAt(receipt))));
    }

    @Override
    public int repetitions(Notice.Id notice) {
        return judgements(notice).repeated().size();
    }

    private Judgements judgements(Notice.Id notice) {
        return cell.get().notices().get(notice).getOrElse(Judgements::none);
    }
}
