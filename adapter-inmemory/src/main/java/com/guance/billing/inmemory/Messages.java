package com.guance.billing.inmemory;

import com.guance.billing.arrival.Claim;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.time.Instant;

/** What came from outside: claims by digest, notices by identity. */
record Messages(HashMap<String, Claim> claims, HashMap<NoticeId, KeptNotice> notices) {

    static Messages none() {
        return new Messages(HashMap.empty(), HashMap.empty());
    }

    Messages with(Claim claim) {
        return new Messages(claims.put(claim.digest(), claim), notices);
    }

    Messages without(Iterable<String> digests) {
        return new Messages(claims.removeAll(digests), notices);
    }

    Messages with(NoticeId id, KeptNotice notice) {
        return new Messages(claims, notices.put(id, notice));
    }

    /** What makes a notice the same as another (NOT-1). */
    record NoticeId(String marketplace, String id) {

        static NoticeId of(Notice.Envelope envelope) {
            return new NoticeId(envelope.marketplace(), envelope.id());
        }
    }

    /** A notice, whole, with its one outcome, and when it came again. */
    record KeptNotice(Notice notice, NoticeOutcome outcome, Vector<Instant> repeated) {

        KeptNotice repeatedAt(Instant receipt) {
            return new KeptNotice(notice, outcome, repeated.append(receipt));
        }
    }
}
