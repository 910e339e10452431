package com.guance.billing.subscription;

import com.guance.billing.Required;
import com.guance.billing.Text;
import io.vavr.control.Option;

/**
 * The names that the marketplace gave a customer when it landed, as they were answered: which of them names it is decided by the
 * profile, the others are kept as facts (ARR-9).
 *
 * @param customerIdentifier AWS's {@code CustomerIdentifier}, 1–255 characters; none if the answer lacks it
 * @param licenseArn AWS's {@code LicenseArn}, 1–255 characters, spelled as it was answered (MET-6); none if the answer lacks it
 */
public record AnsweredNames(Option<String> customerIdentifier, Option<String> licenseArn) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is blank, too long or not well-formed
     */
    public AnsweredNames {
        Required.option(customerIdentifier, "customerIdentifier");
        Required.option(licenseArn, "licenseArn");
        customerIdentifier.forEach(name -> Text.bounded(name, 255, "customer identifier"));
        licenseArn.forEach(name -> Text.bounded(name, 255, "license ARN"));
    }

    /** No name at all. */
    public static AnsweredNames none() {
        return new AnsweredNames(Option.none(), Option.none());
    }

    /** These names, and where they lack one, that of earlier ones. */
    AnsweredNames over(AnsweredNames earlier) {
        return new AnsweredNames(
                customerIdentifier.orElse(earlier.customerIdentifier), licenseArn.orElse(earlier.licenseArn));
    }

    /**
     * The ARN of a license as it was answered.
     *
     * @param license the license's own id, {@code l-…}
     * @return the ARN; none if another license or none was answered
     */
    public Option<String> arnOf(String license) {
        return licenseArn.filter(arn -> arn.substring(arn.lastIndexOf(':') + 1).equals(license));
    }
}
