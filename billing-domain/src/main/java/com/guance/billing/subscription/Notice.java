package com.guance.billing.subscription;

import com.guance.billing.Required;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A message from the marketplace about a subscription (通知), as far as it could be read. Its text is kept whole (NOT-4). */
public sealed interface Notice {

    /** What every notice has. */
    Envelope envelope();

    /**
     * Understood.
     *
     * @param envelope identity, text and receipt
     * @param fact what it says
     */
    record Understood(Envelope envelope, Fact fact) implements Notice {

        /** Refuses nulls. */
        public Understood {
            Required.value(envelope, "envelope");
            Required.value(fact, "fact");
        }
    }

    /**
     * Well-formed, but nothing this library acts on: tolerated and recorded.
     *
     * @param envelope identity, text and receipt
     * @param reason why, as operators count it
     * @param why what kind of notice it is
     */
    record Unknown(Envelope envelope, NoticeReason reason, String why) implements Notice {

        /** Refuses nulls. */
        public Unknown {
            Required.value(envelope, "envelope");
            Required.value(why, "why");
            Required.value(reason, "reason");
        }

        /** Of another kind than those that are acted on. */
        public Unknown(Envelope envelope, String why) {
            this(envelope, NoticeReason.OTHER_MESSAGE, why);
        }
    }

    /**
     * Not readable: kept for a person.
     *
     * @param envelope identity, text and receipt
     * @param reason why, as operators count it
     * @param problems all that is wrong with it; never its text
     */
    record Malformed(Envelope envelope, NoticeReason reason, List<String> problems) implements Notice {

        /** That cannot be read. */
        public Malformed(Envelope envelope, List<String> problems) {
            this(envelope, NoticeReason.ILLEGIBLE, problems);
        }

        /** Takes a copy. */
        public Malformed {
            Required.value(reason, "reason");
            Required.value(envelope, "envelope");
            problems = Required.list(problems, "problems");
        }
    }

    /**
     * What every notice has.
     *
     * @param id the publisher's own id of the message: the same occurrence, the same id (NOT-1). A text in which none can be read is
     *     malformed, and is kept under a digest of it
     * @param marketplace the marketplace it came from
     * @param receipt when it reached us (NOT-6)
     * @param text the message as it came
     */
    record Envelope(String id, String marketplace, Instant receipt, RawText text) {

        /** Refuses nulls. */
        public Envelope {
            Required.value(id, "id");
            Required.value(marketplace, "marketplace");
            Required.value(receipt, "receipt");
            Required.value(text, "text");
        }

        /** What tells this occurrence from another (NOT-1). */
        public Id identity() {
            return new Id(marketplace, id);
        }
    }

    /**
     * What tells one occurrence from another (NOT-1).
     *
     * @param marketplace the marketplace it came from
     * @param id the marketplace's own id of the message
     */
    record Id(String marketplace, String id) {

        /** Refuses nulls. */
        public Id {
            Required.value(marketplace, "marketplace");
            Required.value(id, "id");
        }
    }

    /** The same notice in another envelope. */
    default Notice in(Envelope other) {
        return fold(
                understood -> new Understood(other, understood.fact()),
                unknown -> new Unknown(other, unknown.reason(), unknown.why()),
                malformed -> new Malformed(other, malformed.reason(), malformed.problems()));
    }

    /** The case that this notice is. */
    default <R> R fold(
            Function<Understood, R> understood, Function<Unknown, R> unknown, Function<Malformed, R> malformed) {
        if (this instanceof Understood n) {
            return understood.apply(n);
        } else if (this instanceof Unknown n) {
            return unknown.apply(n);
        }
        return malformed.apply((Malformed) this);
    }
}
