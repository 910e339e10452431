package com.guance.billing.application;

import com.guance.billing.Request;
import com.guance.billing.ports.driving.NoticeQuery;
import com.guance.billing.ports.driving.NoticeReader;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.driving.ResubmitNotice;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.NoticeRefusal;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/** NOT-1: staff see what was not received, and hand it in again. */
record NoticesForStaff(Transactions transactions, ReceivingNotices receiving) implements NoticeQuery, ResubmitNotice {

    @Override
    public Either<NoticeRefusal, Page<KeptNotice>> notReceived(String marketplace, PageRequest page, Request by) {
        return ifStaff(
                by,
                () -> transactions.run(stores -> Pages.of(
                        page,
                        (after, limit) -> stores.notices().notReceived(marketplace, after, limit),
                        kept -> kept.envelope().id())));
    }

    @Override
    public Either<NoticeRefusal, Page<KeptNotice>> history(Notice.Id notice, PageRequest page, Request by) {
        return ifStaff(
                by,
                () -> transactions.run(stores -> Pages.of(
                        page,
                        (after, limit) -> stores.notices()
                                .history(notice, after.map(Pages::place).getOrElse(0), limit),
                        kept -> Integer.toString(kept.judgement()))));
    }

    @Override
    public Either<NoticeRefusal, NoticeOutcome> resubmit(Notice.Id notice, NoticeReader reader, Request by) {
        return ifStaff(by, () -> transactions.run(stores -> stores.notices().find(notice)))
                .flatMap(found -> found.toEither((NoticeRefusal) new NoticeRefusal.NoticeUnknown(notice)))
                .map(kept -> judgedAgain(kept.envelope(), reader, by));
    }

    /** The text stays the one that was kept; only the publisher's id, if it can be read now, is the reader's to say. */
    private NoticeOutcome judgedAgain(Notice.Envelope kept, NoticeReader reader, Request by) {
        Notice read = reader.read(kept, by.at());
        Notice.Envelope now = new Notice.Envelope(read.envelope().id(), kept.marketplace(), by.at(), kept.text());
        return receiving.judge(read.in(now), Option.some(new ReceivingNotices.Resubmission(kept.identity(), by)));
    }

    private static <T> Either<NoticeRefusal, T> ifStaff(Request by, Supplier<T> answer) {
        Option<NoticeRefusal> refusal = NoticeRefusal.of(by);
        return refusal.isDefined() ? Either.left(refusal.get()) : Either.right(answer.get());
    }
}
