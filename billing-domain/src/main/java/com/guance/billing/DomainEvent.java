package com.guance.billing;

import java.time.Instant;

/** Something that happened to an aggregate. State is only ever reached by folding events (INV-4). */
public interface DomainEvent {

    /** The id of the aggregate it happened to, as text. */
    String subject();

    /** Who asked for it and when. */
    Request request();

    /** Who caused it. */
    default Actor by() {
        return request().by();
    }

    /** When it was decided; for what a notice says, the notice's receipt (NOT-6). */
    default Instant at() {
        return request().at();
    }
}
