package com.guance.billing.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/** One try per row of the page of rulings, by the row's id. */
final class Checks {

    /** Tries one behaviour of the simulator, and fails where it is another. */
    interface Check {
        void run() throws Exception;
    }

    /** The same, at a marketplace of its own. */
    interface AtWire {
        void run(Wire wire) throws Exception;
    }

    private final Map<String, Check> byId = new LinkedHashMap<>();

    /** At a product of the legacy form. */
    Checks legacy(String id, AtWire check) {
        return add(id, () -> {
            try (Wire wire = Wire.legacy()) {
                check.run(wire);
            }
        });
    }

    /** At a product listed by license. */
    Checks licensed(String id, AtWire check) {
        return add(id, () -> {
            try (Wire wire = Wire.licensed()) {
                check.run(wire);
            }
        });
    }

    Checks add(String id, Check check) {
        if (byId.put(id, check) != null) {
            throw new IllegalArgumentException("two checks of " + id);
        }
        return this;
    }

    Checks and(Checks others) {
        others.byId.forEach(this::add);
        return this;
    }

    Map<String, Check> byId() {
        return byId;
    }
}
