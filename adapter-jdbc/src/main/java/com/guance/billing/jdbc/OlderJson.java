package com.guance.billing.jdbc;

/** Adds what JSON of an earlier version lacks, as missing. */
final class OlderJson {

    private static final String ARN = "\"licenseArn\":";
    private static final String BILLED = "\"billed\":{";
    private static final String NAMES = "\"names\":";
    private static final String NO_NAMES = NAMES + "{\"customerIdentifier\":null,\"licenseArn\":null},";

    private OlderJson() {}

    /** Records made before they kept the ARN of their license (MET-6). */
    static String event(String name, String payload) {
        return name.equals("record-made") && !payload.contains(ARN)
                ? payload.replaceFirst("\"billed\" ?: ?\\{", BILLED + ARN + "null,")
                : payload;
    }

    /** Claims of before arrivals kept the names that were answered (ARR-9). */
    static String arrival(String payload) {
        return payload.contains(NAMES) ? payload : payload.replaceFirst("\\{", "{" + NO_NAMES);
    }
}
