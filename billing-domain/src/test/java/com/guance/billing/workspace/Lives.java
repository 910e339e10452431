package com.guance.billing.workspace;

import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import java.util.List;

/** Workspaces at many points of their lives, none later than the third day. */
final class Lives {

    private Lives() {}

    static List<Workspace> all() {
        Workspace center = Life.byBillingCenter();
        Workspace awaiting = Life.awaiting();
        return List.of(
                center,
                Life.experience(),
                awaiting,
                waiting(awaiting),
                waiting(center),
                Life.paidBy(Life.active()),
                locked(),
                waiting(locked()),
                successor(Cloud.AWS),
                successor(Cloud.ALIBABA),
                waiting(successor(Cloud.AWS)),
                Life.lockedByStaff(center, "why", Life.day(1)),
                Life.lockedByStaff(waiting(center), "why", Life.day(2)),
                Life.lockedByStaff(awaiting, "why", World.START),
                Life.lockedByStaff(locked(), "why", Life.day(2)),
                Life.lockedByStaff(successor(Cloud.AWS), "why", Life.day(1)),
                Life.lockedByStaff(successor(Cloud.ALIBABA), "why", Life.day(2)),
                center.arrearsBegan(World.HOLDER.id(), World.LOCKING, World.byClock(Life.day(1)))
                        .after(),
                center.dissolve(World.byOwner(Life.day(1))).get().after());
    }

    private static Workspace waiting(Workspace workspace) {
        return Life.settled(workspace, Life.landed(Cloud.AWS, "9").asked(Life.day(1)));
    }

    private static Workspace locked() {
        return Life.locked(Life.active().hears(Kind.ENDING, Life.day(1)));
    }

    private static Workspace successor(Cloud cloud) {
        Buyer buyer = Life.active(cloud);
        return Life.ends(Life.paidBy(buyer), buyer.hears(Kind.SUPERSEDED, Life.day(1)))
                .after();
    }
}
