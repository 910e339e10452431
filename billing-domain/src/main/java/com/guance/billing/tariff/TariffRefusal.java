package com.guance.billing.tariff;

import com.guance.billing.Required;
import java.util.Currency;
import java.util.function.Function;

/** Why a fee does not become a quantity. */
public sealed interface TariffRefusal {

    /**
     * The tariff does not name the billing item.
     *
     * @param item the item
     */
    record ItemUnknown(String item) implements TariffRefusal {

        /** Refuses nulls. */
        public ItemUnknown {
            Required.value(item, "item");
        }
    }

    /**
     * MET-1: currencies never mix.
     *
     * @param tariff the tariff's currency
     * @param fee the fee's
     */
    record OtherCurrency(Currency tariff, Currency fee) implements TariffRefusal {

        /** Refuses nulls. */
        public OtherCurrency {
            Required.value(tariff, "tariff");
            Required.value(fee, "fee");
        }
    }

    /**
     * The quantity would have more digits than a charge can carry; it is not rounded.
     *
     * @param fee the fee
     * @param rate the rate it was to be converted at
     */
    record OutOfRange(Fee fee, Rate rate) implements TariffRefusal {

        /** Refuses nulls. */
        public OutOfRange {
            Required.value(fee, "fee");
            Required.value(rate, "rate");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<ItemUnknown, R> unknown, Function<OtherCurrency, R> currency, Function<OutOfRange, R> outOfRange) {
        if (this instanceof ItemUnknown r) {
            return unknown.apply(r);
        } else if (this instanceof OtherCurrency r) {
            return currency.apply(r);
        }
        return outOfRange.apply((OutOfRange) this);
    }
}
