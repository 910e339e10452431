package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SitePolicy;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockInTest {

    private static final Instant AT = Life.day(1);
    private static final SitePolicy ANY = site -> Set.of(Cloud.AWS, Cloud.HUAWEI);

    /** Every cloud everywhere: the site rule is not asked here. */
    private static final Policies STRICT =
            World.POLICIES.withSettling(World.POLICIES.settling().withSites(ANY));

    private static final Policies LENIENT =
            STRICT.withSettling(STRICT.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));

    private final Buyer payer = Life.active();
    private final Workspace workspace = Life.paidBy(payer);
    private final SettlementRefusal lockedIn = new SettlementRefusal.LockedIn(
            payer.account().id(), payer.subscription().id());

    @Test
    @DisplayName("SET-7 while its payer lives it changes to nothing: neither Billing Center, nor account, nor vendor")
    void toNothing() {
        assertThat(asked(Given.byBillingCenter(AT), STRICT).getLeft()).isEqualTo(lockedIn);
        assertThat(asked(other(Cloud.AWS).asked(AT), STRICT).getLeft()).isEqualTo(lockedIn);
        assertThat(asked(other(Cloud.HUAWEI).asked(AT), STRICT).getLeft()).isEqualTo(lockedIn);
    }

    @Test
    @DisplayName("SET-7 SET-12 nor to another subscription of the account that pays")
    void toAnotherSubscription() {
        Buyer second = payer.buys(World.PRODUCT, "second").hears(Kind.ACTIVATED, AT);

        assertThat(asked(second.askedByThis(AT), STRICT).getLeft()).isEqualTo(lockedIn);
        assertThat(asked(second.asked(AT), STRICT).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(payer.method()));
    }

    @Test
    @DisplayName("SET-7 SET-13 nor does it wait for a pending one")
    void toPending() {
        assertThat(asked(Life.landed(Cloud.AWS, "2").asked(AT), STRICT).getLeft())
                .isEqualTo(lockedIn);
    }

    @Test
    @DisplayName("SET-7 strictness towards the Billing Center is a policy; towards another account it is not")
    void policy() {
        assertThat(asked(Given.byBillingCenter(AT), LENIENT).isRight()).isTrue();
        assertThat(asked(other(Cloud.AWS).asked(AT), LENIENT).getLeft()).isEqualTo(lockedIn);
    }

    @Test
    @DisplayName("SET-7 SET-4 what is ending does not live, and locks nothing in")
    void endingDoesNotLockIn() {
        var gone = Life.around(STRICT, Life.PAYER_GONE);

        assertThat(workspace.settle(Given.byBillingCenter(AT), gone).isRight()).isTrue();
        assertThat(workspace.settle(other(Cloud.AWS).asked(AT), gone).isRight()).isTrue();
    }

    @Test
    @DisplayName("SET-7 the Billing Center locks nothing in")
    void billingCenterDoesNot() {
        assertThat(Life.byBillingCenter()
                        .settle(payer.asked(AT), Life.around(STRICT))
                        .isRight())
                .isTrue();
    }

    private Either<SettlementRefusal, Change<Workspace>> asked(Asked asked, Policies policies) {
        return workspace.settle(asked, Life.around(policies));
    }

    private static Buyer other(Cloud cloud) {
        return Life.landed(cloud, "2").hears(Kind.ACTIVATED, World.START);
    }
}
