package com.guance.billing.site;

import com.guance.billing.Required;
import com.guance.billing.Text;

/**
 * A cloud vendor: operates sites, has accounts and a marketplace. A value, not a list: a host may name others.
 *
 * @param name short name, 1–32 characters
 */
public record Cloud(String name) {

    /** Amazon Web Services, without China. */
    public static final Cloud AWS = new Cloud("aws");

    /** Amazon Web Services in China, operated by Sinnet and NWCD: accounts, marketplace and currency of its own. */
    public static final Cloud AWS_CHINA = new Cloud("aws-cn");

    /** Alibaba Cloud. */
    public static final Cloud ALIBABA = new Cloud("alibaba");

    /** Huawei Cloud. */
    public static final Cloud HUAWEI = new Cloud("huawei");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public Cloud {
        Required.value(name, "name");
        Text.bounded(name, 32, "cloud");
    }

    @Override
    public String toString() {
        return name;
    }
}
