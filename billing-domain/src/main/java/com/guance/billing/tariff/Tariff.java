package com.guance.billing.tariff;

import com.guance.billing.Required;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How fees become quantities on one marketplace: for each billing item a dimension and its unit price (MET-1). Nothing is rounded:
 * units × price = fee, to the last digit.
 *
 * @param currency of all its prices: the marketplace profile's
 * @param rates by billing item
 */
public record Tariff(Currency currency, Map<String, Rate> rates) {

    /** Takes a copy. */
    public Tariff {
        Required.value(currency, "currency");
        rates = Required.map(rates, "rates");
    }

    /** The dimensions that it names: those whose idle hours may be told as 0 (MET-8). */
    public Set<Dimension> dimensions() {
        return rates.values().stream().map(Rate::dimension).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What to charge for a fee.
     *
     * @param fee the fee, as billed
     * @return dimension and quantity; left: <em>ItemUnknown</em>, <em>OtherCurrency</em> or <em>OutOfRange</em>
     */
    public Either<TariffRefusal, Charge.Usage> usage(Fee fee) {
        if (!fee.currency().equals(currency)) {
            return Either.left(new TariffRefusal.OtherCurrency(currency, fee.currency()));
        }
        return rate(fee.item()).flatMap(rate -> usage(fee, rate));
    }

    /**
     * What a charge comes to in money.
     *
     * @param item the billing item
     * @param quantity how many units
     * @return the amount, exactly, trailing zeros stripped; left: <em>ItemUnknown</em>
     */
    public Either<TariffRefusal, BigDecimal> amount(String item, Quantity quantity) {
        return rate(item).map(rate -> {
            BigDecimal amount = quantity.value().multiply(rate.unitPrice()).stripTrailingZeros();
            return amount.scale() < 0 ? amount.setScale(0) : amount;
        });
    }

    private Either<TariffRefusal, Rate> rate(String item) {
        return Option.of(rates.get(item)).toEither(() -> new TariffRefusal.ItemUnknown(item));
    }

    private static Either<TariffRefusal, Charge.Usage> usage(Fee fee, Rate rate) {
        BigDecimal units = fee.amount().divide(rate.unitPrice()); // has an end, as the rate made sure
        return Option.when(Charge.Usage.canCarry(units), () -> new Charge.Usage(rate.dimension(), new Quantity(units)))
                .toEither(() -> new TariffRefusal.OutOfRange(fee, rate));
    }
}
