package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.Text;
import com.guance.billing.WorkspaceId;
import java.math.BigDecimal;

/**
 * Billable usage of one workspace (费用, MET-1): what its payer owes, after the host's own deductions (MET-9).
 *
 * @param key chosen by the host, 1–128 characters: the same key with the same content is taken once
 * @param workspace whose usage
 * @param usage of what, how much
 * @param period when
 * @param notes what the host says beside it, a part of its content
 */
public record Charge(String key, WorkspaceId workspace, Usage usage, UsagePeriod period, Notes notes) {

    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public Charge {
        Required.value(key, "key");
        Required.value(workspace, "workspace");
        Required.value(usage, "usage");
        Required.value(period, "period");
        Required.value(notes, "notes");
        Text.bounded(key, 128, "charge key");
    }

    /** Without notes. */
    public Charge(String key, WorkspaceId workspace, Usage usage, UsagePeriod period) {
        this(key, workspace, usage, period, Notes.NONE);
    }

    /** The same with other notes. */
    public Charge with(Notes other) {
        return new Charge(key, workspace, usage, period, other);
    }

    /**
     * Of what, and how much.
     *
     * @param dimension of what
     * @param quantity how much: less than 10<sup>15</sup>, so that sums of charges never leave the range of {@link Quantity}
     */
    public record Usage(Dimension dimension, Quantity quantity) {

        private static final Quantity LIMIT = new Quantity(BigDecimal.TEN.pow(15));

        /**
         * Checks the quantity.
         *
         * @throws IllegalArgumentException if it is 10<sup>15</sup> or more
         */
        public Usage {
            Required.value(dimension, "dimension");
            Required.value(quantity, "quantity");
            if (quantity.compareTo(LIMIT) >= 0) {
                throw new IllegalArgumentException("one charge has at most 15 digits before the point");
            }
        }

        /**
         * Whether a charge can carry so much.
         *
         * @param units how much
         * @return whether it is neither negative nor has more digits than a charge
         */
        public static boolean canCarry(BigDecimal units) {
            return Quantity.canBe(units) && new Quantity(units).compareTo(LIMIT) < 0;
        }
    }

    /** The hour it is metered in, unless it comes too late for it (MET-7). */
    public MeteringHour hour() {
        return MeteringHour.of(period.lastInstant());
    }
}
