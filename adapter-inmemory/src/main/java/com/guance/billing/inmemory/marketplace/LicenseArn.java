package com.guance.billing.inmemory.marketplace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a license: answers and events spell its ARN differently, and only the {@code l-…} id at the end is always the same.
 */
final class LicenseArn {

    /** AWS Marketplace's own account, which issues the licenses. */
    private static final String ISSUER = "294406891311";

    private static final Pattern ARN =
            Pattern.compile("(?:arn:)?aws[a-z-]*:license-manager:[a-z0-9-]*:[0-9]*:(?:license:)?(l-[A-Za-z0-9-]+)");

    private LicenseArn() {}

    /** As answers of the API spell it. */
    static String of(String partition, String id) {
        return String.join(":", "arn", partition, "license-manager", "", ISSUER, "license", id);
    }

    /** The {@code l-…} id of an ARN in any of AWS's spellings; the id alone is none. */
    static Optional<String> idOf(String arn) {
        Matcher spelled = ARN.matcher(arn);
        return spelled.matches() ? Optional.of(spelled.group(1)) : Optional.empty();
    }
}
