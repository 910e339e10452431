package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** END-7: an account is released when it settles nothing any more, as of the instant of asking. */
class ReleasingAccountsTest {

    private static final int PAGE = 500;
    private static final Duration UNDECIDED = Duration.ofMinutes(30);

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);
    private final Licenses licenses = new Licenses(scene);

    @BeforeEach
    void claimed() {
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
    }

    @Test
    @DisplayName("END-7 INV-2 one workspace that it settles still is found behind a whole page of those it has lost")
    void behindAPage() {
        IntStream.range(0, PAGE).forEach(i -> licenses.bound("wksp_a_%03d".formatted(i), 1));
        licenses.license(1, DEPROVISIONED);
        scene.pass(UNDECIDED.dividedBy(2));
        licenses.license(2, ACTIVATED);
        licenses.bound("wksp_b", 2);
        licenses.license(2, DEPROVISIONED);
        scene.pass(UNDECIDED.dividedBy(2));
        assertThat(release()).isEqualTo(Either.left(new ReleaseRefusal.StillSettles(new WorkspaceId("wksp_b"))));
        scene.pass(UNDECIDED.dividedBy(2));
        assertThat(release().isRight()).isTrue();
    }

    @Test
    @DisplayName("END-7 ARR-6 a workspace that another account has begun to pay for does not hold it")
    void paidByAnother() {
        String other = "000000000001";
        scene.register("wksp_shop", "us1");
        scene.billing
                .claimCloudAccount()
                .claim(scene.land(other), HOLDER.id(), scene.byHolder())
                .get();
        licenses.license(1, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(1));
        scene.billing
                .changeSettlement()
                .through(new WorkspaceId("wksp_shop"), CloudAccountId.of("aws", other), scene.byOwner())
                .get();
        assertThat(release().isLeft()).isTrue();
        scene.aws.subscribe(other);
        store.breakAfter(1);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        store.mend();
        assertThat(release().isRight()).isTrue();
    }

    private Either<ReleaseRefusal, CloudAccount> release() {
        return scene.billing.releaseCloudAccount().release(scene.account, scene.by(new Actor.Holder(HOLDER.id())));
    }
}
