package com.guance.billing.metering;

import com.guance.billing.policy.SubmittingPolicy.Retries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** When a record may be sent again: leased while an attempt is on its way (SUB-9), backing off after one in vain (SUB-7). */
record Sending(MeteringRecord record, Retries retries) {

    private static final int DOUBLINGS = 30;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    Instant leasedUntil(Instant sentAt) {
        return sentAt.plus(retries.lease());
    }

    /** After an attempt in vain; if a later attempt is on its way, that one's lease stands. */
    Instant after(int attempt, Instant answeredAt) {
        return attempt < record.attempts() ? record.sendFrom() : answeredAt.plus(backOff(attempt));
    }

    /** Doubled with each attempt, less up to the half of it: records that failed together do not all come back together. */
    private Duration backOff(int attempt) {
        Duration whole = retries.first();
        for (int i = 1; i < Math.min(attempt, DOUBLINGS) && whole.compareTo(retries.longest()) < 0; i++) {
            whole = whole.multipliedBy(2);
        }
        whole = whole.compareTo(retries.longest()) < 0 ? whole : retries.longest();
        long millis = whole.toMillis() / 2;
        return whole.minusMillis(millis == 0 ? 0 : Long.remainderUnsigned(mixed(attempt), millis + 1));
    }

    /** The domain has no chance: the record's key and the attempt scatter as well (FNV-1a, then avalanched). */
    private long mixed(int attempt) {
        long hash = FNV_OFFSET;
        for (byte b : (record.id().key() + "#" + attempt).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
