package com.guance.billing.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Change;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockingTest {

    private static final Instant LATER = World.START.plusSeconds(3600);

    private final Workspace byCenter = Given.paidByBillingCenter(World.ON_AWS);
    private final Workspace byAccount = Given.paidThroughAccount();

    @Test
    @DisplayName(
            "LOCK-7 arrears lock what the account settles, nothing that a living cloud account or another one settles")
    void exactlyItsOwn() {
        assertThat(began(byCenter, World.HOLDER).after().locks().causes()).containsExactly(World.ARREARS);
        assertThat(began(byCenter, World.OTHER_HOLDER)).isEqualTo(Change.none(byCenter));
        assertThat(began(byAccount, World.HOLDER)).isEqualTo(Change.none(byAccount));
    }

    @Test
    @DisplayName("LOCK-7 choosing an account that is in arrears locks in the same step")
    void chosenInArrears() {
        Workspace ended = Given.ended(byAccount, World.FIRST, LATER);
        Circumstances inArrears =
                new Circumstances(World.HOLDER, new Standing(true, false), Option.some(World.ON_AWS), World.POLICIES);

        Workspace after =
                ended.settle(Given.byBillingCenter(LATER), inArrears).get().after();

        assertThat(after.locks().causes()).containsExactly(World.ARREARS);
        assertThat(after.locks().deadline()).isEqualTo(ended.locks().deadline());
    }

    @Test
    @DisplayName("UNL-2 settling the arrears releases their lock, changing who pays does not")
    void released() {
        Workspace locked = began(byCenter, World.HOLDER).after();

        Workspace changed = locked.settle(
                        Given.through(Given.onFile(), LATER), World.around(World.HOLDER, World.ON_AWS))
                .get()
                .after();
        Workspace settled = locked.release(World.ARREARS, World.LOCKING, World.byStaff(LATER))
                .after();

        assertThat(changed.locks().causes()).containsExactly(World.ARREARS);
        assertThat(settled.isLocked()).isFalse();
        assertThat(byCenter.release(World.ARREARS, World.LOCKING, World.byStaff(LATER)))
                .isEqualTo(Change.none(byCenter));
    }

    @Test
    @DisplayName("UNL-6 after the countdown settled arrears release nothing any more")
    void tooLate() {
        Workspace locked = began(byCenter, World.HOLDER).after();
        Instant deadline = LATER.plus(World.COUNTDOWN);
        LockCause cause = World.ARREARS;

        assertThat(locked.release(cause, World.LOCKING, World.byStaff(deadline.minusNanos(1)))
                        .after()
                        .isLocked())
                .isFalse();
        assertThat(locked.release(cause, World.LOCKING, World.byStaff(deadline)))
                .isEqualTo(Change.none(locked));
    }

    private static Change<Workspace> began(Workspace workspace, BillingCenterAccount account) {
        return workspace.arrearsBegan(account.id(), World.LOCKING, World.byStaff(LATER));
    }
}
