package com.guance.billing.tariff;

import com.guance.billing.Required;
import com.guance.billing.Text;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a workspace owes for a billing item, as billed: after the host's own deductions (MET-9).
 *
 * @param item the billing item (计费项), 1–128 characters
 * @param amount how much money, at least 0, at most 12 digits behind the point and 15 before it
 * @param currency of what money
 */
public record Fee(String item, BigDecimal amount, Currency currency) {

    private static final int DECIMALS = 12;
    private static final int WHOLE_DIGITS = 15;

    /**
     * Checks item and amount; trailing zeros of the amount do not count.
     *
     * @throws IllegalArgumentException if the item is blank, too long or not well-formed, or the amount is negative or too long
     */
    public Fee {
        Required.value(item, "item");
        Required.value(amount, "amount");
        Required.value(currency, "currency");
        Text.bounded(item, 128, "billing item");
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a fee is not negative");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > DECIMALS || stripped.precision() - (long) stripped.scale() > WHOLE_DIGITS) {
            throw new IllegalArgumentException("a fee has at most 12 decimals and 15 digits before the point");
        }
        amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
