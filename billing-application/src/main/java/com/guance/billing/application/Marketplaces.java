package com.guance.billing.application;

import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.List;

/** Where the vendor sells, one marketplace a product. */
record Marketplaces(List<Marketplace> all) {

    Marketplaces {
        all = List.copyOf(all);
        long products = all.stream()
                .map(marketplace -> marketplace.profile().product())
                .distinct()
                .count();
        if (products < all.size()) {
            throw new IllegalStateException("two marketplaces sell one product");
        }
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
