package com.guance.billing.site;

import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's sites; the host supplies them. */
@FunctionalInterface
public interface SiteCatalogue {

    /**
     * Looks a site up.
     *
     * @param name a site's name as it came, trusted or not
     * @return the site, or none if the product has no site of that name
     */
    Option<Site> find(String name);

    /**
     * A catalogue of these sites.
     *
     * @param sites all sites of the product
     * @return the catalogue
     * @throws IllegalStateException if two sites have one id
     */
    static SiteCatalogue of(Site... sites) {
        Map<String, Site> byName = Stream.of(sites)
                .collect(Collectors.toUnmodifiableMap(site -> site.id().value(), Function.identity()));
        return name -> Option.of(byName.get(name));
    }
}
