package com.guance.billing.inmemory;

import com.guance.billing.arrival.Claim;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.time.Instant;

/** What came from outside: claims by digest, notices by identity. */
record Messages(HashMap<String, Claim> claims, HashMap<Notice.Id, Judgements> notices) {

    static Messages none() {
        return new Messages(HashMap.empty(), HashMap.empty());
    }

    Messages with(Claim claim) {
        return new Messages(claims.put(claim.digest(), claim), notices);
    }

    Messages without(Iterable<String> digests) {
        return new Messages(claims.removeAll(digests), notices);
    }

    Messages with(Notice.Id id, Judgements notice) {
        return new Messages(claims, notices.put(id, notice));
    }

    /** Every judgement of a notice, and when it came again. */
    record Judgements(Vector<KeptNotice> all, Vector<Instant> repeated) {

        static Judgements none() {
            return new Judgements(Vector.empty(), Vector.empty());
        }

        Judgements with(KeptNotice judged) {
            return new Judgements(all.append(judged), repeated);
        }

        Judgements repeatedAt(Instant receipt) {
            return new Judgements(all, repeated.append(receipt));
        }
    }
}
