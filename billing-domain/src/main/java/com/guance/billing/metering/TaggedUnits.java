package com.guance.billing.metering;

import com.guance.billing.Required;
import java.util.List;

/**
 * A part of a record as the marketplace shows it to the buyer, in the very words in which it is sent (MET-5, MET-6).
 *
 * @param tags whose usage it was, the same keys in the same order on all parts of a record
 * @param units whole units, at least 1
 */
public record TaggedUnits(List<Tag> tags, long units) {

    /** What a part takes in a request besides its tags, and a tag besides its key and value, in the JSON of AWS. */
    private static final int BYTES = 48;

    private static final int BYTES_OF_A_TAG = 24;

    /**
     * Takes a copy and checks the units.
     *
     * @throws IllegalArgumentException if there are none
     */
    public TaggedUnits {
        tags = Required.list(tags, "tags");
        if (units < 1) {
            throw new IllegalArgumentException("a part of a record has at least one unit, not " + units);
        }
    }

    /** How large it is in the marketplace's words, at most. */
    public int bytes() {
        return bytes(tags);
    }

    static int bytes(List<Tag> tags) {
        return BYTES
                + tags.stream()
                        .mapToInt(tag -> BYTES_OF_A_TAG
                                + tag.key().length()
                                + tag.value().length())
                        .sum();
    }

    /**
     * What the buyer sees.
     *
     * @param key 1–100 of {@code A-Za-z0-9 +-=._:/@}
     * @param value 1–256 of the same
     */
    public record Tag(String key, String value) {

        /** Refuses nulls. */
        public Tag {
            Required.value(key, "key");
            Required.value(value, "value");
        }
    }
}
