package com.guance.billing.policy;

import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import java.util.List;

/** The host adds nothing. */
enum NoTags implements WorkspaceTags {
    NONE;

    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public String value(String key, WorkspaceId workspace, SiteId site) {
        throw new IllegalArgumentException("there is no tag " + key);
    }
}
