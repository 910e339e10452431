package com.guance.billing.jdbc;

import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.TakenCharge;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the charges of one lot have in common: they are of one hour and go the same way, into one record together or into none. */
record Lot(Destination destination, Dimension dimension, MeteringHour hour) {

    static final List<Column<Lot>> COLUMNS = List.of(
            text("cloud_account", lot -> lot.destination().account().value()),
            text("dimension", lot -> lot.dimension().name()),
            new Column<>(
                    "hour_start", Column.Type.TIME, lot -> Row.time(lot.hour().start())),
            text(
                    "subscription",
                    lot -> lot.destination() instanceof Metered to
                            ? to.subscription().value()
                            : null),
            text(
                    "customer_key",
                    lot -> lot.destination() instanceof Metered to
                            ? to.customer().key()
                            : null));

    /** Of lots that a charge may be put into, those that go its way. */
    static Lot of(TakenCharge taken) {
        return new Lot(
                taken.destination(),
                taken.charge().usage().dimension(),
                taken.charge().hour());
    }

    private static Column<Lot> text(String name, Function<Lot, @Nullable Object> value) {
        return new Column<>(name, Column.Type.TEXT, value);
    }
}
