package com.guance.billing.statement;

import com.guance.billing.Required;
import java.util.List;

/**
 * The units that one workspace had in the records of each hour: what a chart shows.
 *
 * @param whose whose
 * @param units by hour, from the period's first on
 */
public record Series(Whose whose, List<Long> units) {

    /** Takes a copy. */
    public Series {
        Required.value(whose, "whose");
        units = Required.list(units, "units");
    }

    /** All of them. */
    public long total() {
        return units.stream().mapToLong(Long::longValue).sum();
    }
}
