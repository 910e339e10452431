package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arrears that were heard, and have not reached the workspace: from when on they count, and for whom. */
class HeardTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @BeforeEach
    void settledByTheHolder() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofHours(1));
    }

    @Test
    @DisplayName("LOCK-6 LOCK-7 of an instant before they were told, the workspace is not locked; from then on it is")
    void notBefore() {
        broken(this::began);
        assertThat(isLocked(scene.now().minusNanos(1))).isFalse();
        assertThat(isLocked(scene.now())).isTrue();
    }

    @Test
    @DisplayName("SET-14 UNL-2 who has moved away is released when the arrears that locked it are settled, told or not")
    void movedAway() {
        began();
        scene.billing.moveWorkspace().move(SHOP, OTHER.id(), scene.byOwner()).get();
        assertThat(isLocked(scene.now())).isTrue();
        scene.pass(Duration.ofHours(1));
        broken(() -> scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff())));
        assertThat(isLocked(scene.now())).isFalse();
    }

    private void began() {
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff()));
    }

    private void broken(Runnable telling) {
        store.breakAfter(1);
        assertThatThrownBy(telling::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
    }

    private boolean isLocked(Instant at) {
        return scene.billing.ask().lockState(SHOP, at).get().isLocked();
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
