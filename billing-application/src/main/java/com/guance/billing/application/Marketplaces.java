package com.guance.billing.application;

import com.guance.billing.metering.Dimension;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the vendor sells, one marketplace a product.
 *
 * @param all each of them
 * @param idle MET-8, the dimensions of a product whose idle hours are told as 0
 */
record Marketplaces(List<Marketplace> all, Map<Product, Set<Dimension>> idle) {

    Marketplaces {
        all = List.copyOf(all);
        idle = Map.copyOf(idle);
        long products = all.stream()
                .map(marketplace -> marketplace.profile().product())
                .distinct()
                .count();
        if (products < all.size()) {
            throw new IllegalStateException("two marketplaces sell one product");
        }
    }

    Marketplaces(List<Marketplace> all) {
        this(all, Map.of());
    }

    /** The same products, each on another marketplace. */
    Marketplaces on(UnaryOperator<Marketplace> other) {
        return new Marketplaces(all.stream().map(other).toList(), idle);
    }

    Set<Dimension> idle(Product product) {
        return idle.getOrDefault(product, Set.of());
    }

    Option<Marketplace> selling(Product product) {
        return Option.ofOptional(all.stream()
                .filter(marketplace -> marketplace.profile().product().equals(product))
                .findFirst());
    }

    boolean sellsOn(String marketplace) {
        return all.stream().anyMatch(one -> one.profile().marketplace().equals(marketplace));
    }
}
