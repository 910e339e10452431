package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListedProductTest {

    @Test
    @DisplayName("SUB-8 the two marketplaces differ in region and window")
    void twoMarketplaces() {
        ListedProduct global = ListedProduct.global("prod", "gb");
        ListedProduct china = ListedProduct.china("prod", "gb");
        assertThat(global.region()).isEqualTo("us-east-1");
        assertThat(global.window()).isEqualTo(Duration.ofHours(24));
        assertThat(china.region()).isEqualTo("cn-northwest-1");
        assertThat(china.window()).isEqualTo(Duration.ofHours(6));
        assertThat(InMemoryMarketplace.selling(china, Clock.systemUTC()).product())
                .isEqualTo(china);
    }

    @Test
    @DisplayName("what could never be listed is refused")
    void refused() {
        Rulings rulings = Rulings.standard();
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> ListedProduct.global(" ", "gb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ListedProduct.global("prod", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListedProduct("", "prod", Set.of(), day, rulings))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListedProduct("eu", "prod", Set.of(), Duration.ZERO, rulings))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListedProduct("eu", "prod", Set.of(), day.negated(), rulings))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a product has at most 200 dimensions")
    void mostDimensions() {
        String[] most = IntStream.range(0, 200).mapToObj(n -> "d" + n).toArray(String[]::new);
        assertThat(ListedProduct.global("prod", most).dimensions()).hasSize(200);
        String[] more = IntStream.range(0, 201).mapToObj(n -> "d" + n).toArray(String[]::new);
        assertThatThrownBy(() -> ListedProduct.global("prod", more)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the dimensions are a copy")
    void copy() {
        Set<String> dimensions = new HashSet<>(Set.of("gb"));
        ListedProduct product = new ListedProduct("eu", "prod", dimensions, Duration.ofDays(1), Rulings.standard());
        dimensions.add("other");
        assertThat(product.dimensions()).containsExactly("gb");
    }
}
