package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockObstacle.SettlementRefused;
import com.guance.billing.workspace.UnlockRefusal;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How refusals are called on both sides. */
final class Answers {

    static final Actor OWNER = new Actor.Owner(World.OWNER);
    static final UserId NEXT = new UserId("the next owner");
    static final Actor NEXT_OWNER = new Actor.Owner(NEXT);

    private Answers() {}

    static String name(Object refusal) {
        if (refusal instanceof RegistrationRefusal registration) {
            return registration.problems().stream()
                    .map(problem -> simple(((PaymentRefused) problem).why()))
                    .collect(Collectors.joining(","));
        } else if (refusal instanceof UnlockRefusal unlock) {
            return all(unlock.obstacles().stream().map(Answers::name).toList());
        }
        return simple(refusal);
    }

    /** All reasons at once, in no order. */
    static String all(Collection<String> names) {
        return String.join(",", new TreeSet<>(names));
    }

    private static String name(UnlockObstacle obstacle) {
        return obstacle instanceof SettlementRefused refused ? simple(refused.why()) : simple(obstacle);
    }

    private static String simple(Object refusal) {
        return refusal.getClass().getSimpleName();
    }
}
