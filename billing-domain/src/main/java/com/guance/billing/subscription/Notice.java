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
     * @param why what kind of notice it is
     */
    record Unknown(Envelope envelope, String why) implements Notice {

        /** Refuses nulls. */
        public Unknown {
            Required.value(envelope, "envelope");
            Required.value(why, "why");
        }
    }

    /**
     * Not readable: kept for a person.
     *
     * @param envelope identity, text and receipt
     * @param problems all that is wrong with it; never its text
     */
    record Malformed(Envelope envelope, List<String> problems) implements Notice {

        /** Takes a copy. */
        public Malformed {
            Required.value(envelope, "envelope");
            problems = Required.list(problems, "problems");
        }
    }

    /**
     * What every notice has.
     *
     * @param id the marketplace's message id, or a digest of the text where it has none: the same message, the same id (NOT-1)
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
