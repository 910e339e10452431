package com.guance.billing.aws;

import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceProfile;
import java.util.regex.Pattern;

/**
 * How AWS's answers spell the ARN of a license whose {@code l-…} id is known. The same license always becomes the same ARN (MET-6).
 *
 * @param beginning all that comes before the id
 */
record LicenseArns(String beginning) {

    /** AWS Marketplace's own account, which issues the licenses of what is sold there; of China's marketplace it is not known. */
    private static final String AWS_MARKETPLACE = "294406891311";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    static LicenseArns of(MarketplaceProfile profile) {
        return issuedBy(AWS_MARKETPLACE, profile);
    }

    /**
     * The ARNs of licenses that an account has issued.
     *
     * @throws IllegalArgumentException if that is no AWS account
     */
    static LicenseArns issuedBy(String account, MarketplaceProfile profile) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("an AWS account has 12 digits");
        }
        String partition = profile.cloud().equals(Cloud.AWS_CHINA) ? "aws-cn" : "aws";
        return new LicenseArns("arn:" + partition + ":license-manager::" + account + ":license:");
    }

    /** The ARN of a license by its own id. */
    String arn(String license) {
        return beginning + license;
    }
}
