package com.guance.billing.site;

import com.guance.billing.Required;

/**
 * An isolated region of the product (站点), operated on one cloud.
 *
 * @param id its name
 * @param operator the cloud it runs on
 */
public record Site(SiteId id, Cloud operator) {

    /** Refuses nulls. */
    public Site {
        Required.value(id, "id");
        Required.value(operator, "operator");
    }

    private static final Cloud NOBODY = new Cloud("unknown");

    /**
     * A site that the catalogue no longer lists: of unknown operator, where the Billing Center alone may pay (SET-5).
     *
     * @param id its name
     * @return the site
     */
    public static Site unlisted(SiteId id) {
        return new Site(id, NOBODY);
    }
}
