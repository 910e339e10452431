package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordedHoursTest {

    private static final MeteringHour FIRST = Metering.HOUR;
    private static final MeteringHour LAST = FIRST.next();

    private final RecordedHours two = new RecordedHours(World.PRODUCT, FIRST, LAST.next());

    @Test
    @DisplayName("ASK-3 the first hour is one of them, the one after the last is not")
    void hours() {
        assertThat(two.have(FIRST.previous())).isFalse();
        assertThat(two.have(FIRST)).isTrue();
        assertThat(two.have(LAST)).isTrue();
        assertThat(two.have(LAST.next())).isFalse();
        assertThat(two.have(LAST.next().next())).isFalse();
    }

    @Test
    @DisplayName("ASK-3 records are of the product and of the hours, both")
    void records() {
        Product other = new Product("aws", "other");

        assertThat(two.have(record(World.PRODUCT, FIRST))).isTrue();
        assertThat(two.have(record(other, FIRST))).isFalse();
        assertThat(two.have(record(World.PRODUCT, FIRST.previous()))).isFalse();
        assertThat(two.have(record(World.PRODUCT, LAST.next()))).isFalse();
    }

    @Test
    @DisplayName("ASK-3 at least one hour is asked about")
    void empty() {
        assertThat(new RecordedHours(World.PRODUCT, FIRST, LAST).have(FIRST)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordedHours(World.PRODUCT, FIRST, FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordedHours(World.PRODUCT, LAST, FIRST));
    }

    private static RecordId record(Product product, MeteringHour hour) {
        return new RecordId(new Meter(new MarketplaceCustomer.Legacy(product, "customer-1"), Metering.HOSTS), hour);
    }
}
