package com.guance.billing.workspace;

import com.guance.billing.Required;
import java.util.List;

/**
 * Why a workspace cannot be unlocked now: every reason in the way (UNL-5).
 *
 * @param obstacles at least one
 */
public record UnlockRefusal(List<UnlockObstacle> obstacles) {

    /** Takes a copy. */
    public UnlockRefusal {
        obstacles = Required.list(obstacles, "obstacles");
    }
}
