package com.guance.billing.workspace;

import com.guance.billing.UserId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What may be asked of a workspace, or happen to it and around it. */
enum LifeStep {
    SETTLE_BY_FIRST(stage -> stage.settles(stage.first())),
    SETTLE_BY_SECOND(stage -> stage.settles(stage.second())),
    SETTLE_BY_CENTER(Stage::settlesByCenter),
    WITHDRAW(stage -> stage.asks(now -> now.withdraw(stage.owner()))),
    FIRST_ACTIVE(stage -> stage.first(Kind.ACTIVATED)),
    FIRST_ENDING(stage -> stage.first(Kind.ENDING)),
    FIRST_ENDED(stage -> stage.first(Kind.ENDED)),
    FIRST_SUPERSEDED(stage -> stage.first(Kind.SUPERSEDED)),
    FIRST_FAILS(stage -> stage.first(Kind.NOT_ACTIVATED)),
    SECOND_ACTIVE(stage -> stage.second(Kind.ACTIVATED)),
    SECOND_ENDED(stage -> stage.second(Kind.ENDED)),
    ARREARS(stage -> stage.arrears(true)),
    PAID(stage -> stage.arrears(false)),
    LOCK(stage -> stage.asks(now -> now.lockedByStaff("abuse", World.LOCKING, stage.staff()))),
    RELEASE(stage -> stage.asks(now -> now.releasedByStaff(Stage.ABUSE, World.LOCKING, stage.staff()))),
    UNLOCK(Stage::unlocks),
    MOVE(Stage::moves),
    CHANGE_OWNER(stage -> stage.asks(now -> now.changeOwner(new UserId("next"), stage.owner()))),
    DISSOLVE(stage -> stage.asks(now -> now.dissolve(stage.owner()))),
    HOURS(stage -> stage.waits(Duration.ofHours(13))),
    DAYS(stage -> stage.waits(Duration.ofDays(5))),
    WEEKS(stage -> stage.waits(Duration.ofDays(12)));

    /** What a life consists of mostly: a dissolution ends the story. */
    static final List<LifeStep> OFTEN =
            List.of(values()).stream().filter(step -> step != DISSOLVE).toList();

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
    private final Consumer<Stage> deed;

    LifeStep(Consumer<Stage> deed) {
        this.deed = deed;
    }

    /** Something passes before, so that no two signs are of one instant. */
    void on(Stage stage) {
        stage.waits(Duration.ofSeconds(1));
        deed.accept(stage);
    }
}
