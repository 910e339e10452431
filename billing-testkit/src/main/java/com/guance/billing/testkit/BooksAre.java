package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.driven.Stores;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What books say, to the last digit. */
final class BooksAre {

    private BooksAre() {}

    /** Asserts what stands where, and nothing elsewhere, and that it is all that was charged (INV-7). */
    static void assertBooks(Stores stores, GivenMeter meter, String charged, Map<Standing, String> standing) {
        List<Books> found = stores.meteringRecords().books(meter.account()).stream()
                .filter(books -> books.dimension().equals(meter.dimension()))
                .collect(Collectors.toList());
        assertThat(found).hasSize(1);
        Books books = found.get(0);
        assertThat(books.account()).isEqualTo(meter.account());
        assertThat(books.charged()).isEqualTo(Quantity.of(charged));
        for (Standing where : Standing.values()) {
            assertThat(books.of(where)).as(where.name()).isEqualTo(Quantity.of(standing.getOrDefault(where, "0")));
        }
        assertThat(books.areBalanced()).isTrue();
    }
}
