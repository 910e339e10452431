package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.site.SiteId;
import io.vavr.control.Option;
import java.util.Comparator;

/**
 * What is summed up together.
 *
 * @param home the workspace and where it lives; none: the subscription's own, of workspaces that left it (MET-4)
 * @param dimension of what
 */
public record Whose(Option<Home> home, Dimension dimension) implements Comparable<Whose> {

    /** Refuses nulls. */
    public Whose {
        Required.option(home, "home");
        Required.value(dimension, "dimension");
    }

    private static final Comparator<Whose> ORDER = Comparator.<Whose, String>comparing(
                    whose -> whose.dimension().name())
            .thenComparing(Whose::workspace)
            .thenComparing(Whose::site);

    /**
     * A workspace.
     *
     * @param workspace which
     * @param site where it lives
     */
    public record Home(WorkspaceId workspace, SiteId site) {

        /** Refuses nulls. */
        public Home {
            Required.value(workspace, "workspace");
            Required.value(site, "site");
        }
    }

    /** A workspace's. */
    public static Whose of(WorkspaceId workspace, SiteId site, Dimension dimension) {
        return new Whose(Option.some(new Home(workspace, site)), dimension);
    }

    /** A subscription's own. */
    public static Whose own(Dimension dimension) {
        return new Whose(Option.none(), dimension);
    }

    /** The workspace's id; nothing for a subscription's own. */
    public String workspace() {
        return home.map(at -> at.workspace().value()).getOrElse("");
    }

    /** The site's id; nothing for a subscription's own. */
    public String site() {
        return home.map(at -> at.site().value()).getOrElse("");
    }

    @Override
    public int compareTo(Whose other) {
        return ORDER.compare(this, other);
    }
}
