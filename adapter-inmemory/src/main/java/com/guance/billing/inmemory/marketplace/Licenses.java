package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every license of the product. One account may have several at a time, each with a life of its own; none ever comes back. */
final class Licenses {

    /**
     * A license.
     *
     * @param id {@code l-…}
     * @param buyer who holds it
     * @param life of its agreement
     */
    record License(String id, Buyer buyer, Life life) {}

    private final String productCode;
    private final Map<String, License> byId = new LinkedHashMap<>();

    Licenses(String productCode) {
        this.productCode = productCode;
    }

    License grant(Buyer buyer, Life life) {
        String id = Opaque.license(productCode, buyer.awsAccountId(), byId.size() + 1L);
        License license = new License(id, buyer, life);
        byId.put(id, license);
        return license;
    }

    /** The license that an ARN names, however it is spelled. */
    Optional<License> find(String arn) {
        return LicenseArn.idOf(arn).map(byId::get);
    }

    /** The account's newest license. */
    Optional<License> newestOf(Buyer buyer) {
        return byId.values().stream()
                .filter(license -> license.buyer().equals(buyer))
                .reduce((older, newer) -> newer);
    }

    boolean has(Life life) {
        return byId.values().stream().anyMatch(license -> license.life().equals(life));
    }

    void settle(Instant now) {
        byId.values().stream()
                .map(License::life)
                .filter(life -> life.endedBy(now).isPresent())
                .forEach(Life::over);
    }
}
