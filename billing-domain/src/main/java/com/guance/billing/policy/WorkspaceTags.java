package com.guance.billing.policy;

import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import java.util.List;

/**
 * Tags that a host adds to the two by which a buyer sees whose usage it was, the workspace and its site (MET-5). Asked when a record is
 * made, in the middle of a transaction, and frozen in it: it answers soon.
 */
public interface WorkspaceTags {

    /** The keys, the same for all workspaces: at most 3, each 1–100 of {@code A-Za-z0-9 +-=._:/@}. */
    List<String> keys();

    /**
     * The value of one tag.
     *
     * @param key one of {@link #keys()}
     * @param workspace whose usage it was
     * @param site where it lives
     * @return any text; what a marketplace does not take of it is escaped
     */
    String value(String key, WorkspaceId workspace, SiteId site);

    /** No more than workspace and site: the default. */
    static WorkspaceTags none() {
        return NoTags.NONE;
    }
}
