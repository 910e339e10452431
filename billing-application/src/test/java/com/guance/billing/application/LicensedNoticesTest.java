package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LicensedNoticesTest {

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();

    @Test
    @DisplayName(
            "NOT-2 END-1 an end for an unseen agreement is parked; its license, whose activation is older, never pays")
    void tombstone() {
        Instant before = scene.now();
        scene.pass(Duration.ofHours(1));
        assertThat(licenses.ended(1, CANCELLED)).isInstanceOf(NoticeOutcome.Parked.class);
        assertThat(licenses.hear(licenses.ofLicense(1, new Sign(ACTIVATED, before))))
                .isEqualTo(new NoticeOutcome.Applied(licenses.subscription(1)));
        assertThat(scene.onFile()).isEmpty();
        assertThat(licenses.hear(licenses.ofLicense(1, new Sign(ACTIVATED, scene.now()))))
                .as("no activation revives an agreement that has ended")
                .isInstanceOf(NoticeOutcome.Stale.class);
        assertThat(scene.onFile()).isEmpty();
    }

    @Test
    @DisplayName("NOT-2 a successor named before any license is known is kept, and awaited when the end comes")
    void successorNamedFirst() {
        assertThat(licenses.created(2, 1)).isInstanceOf(NoticeOutcome.Parked.class);
        licenses.license(1, ACTIVATED);
        scene.register("wksp_shop", "us1");
        licenses.ended(1, CANCELLED);
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
    }

    @Test
    @DisplayName("NOT-3 a stale license notice changes no status, but which agreement it names is absorbed")
    void staleCorrelates() {
        Instant before = scene.now();
        scene.pass(Duration.ofHours(1));
        licenses.hear(licenses.ofLicense(1, 7, new Sign(ACTIVATED, scene.now())));
        scene.register("wksp_shop", "us1");
        assertThat(licenses.hear(licenses.ofLicense(1, 8, new Sign(ACTIVATED, before))))
                .isInstanceOf(NoticeOutcome.Stale.class);
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.ACTIVE);
        assertThat(licenses.ended(8, CANCELLED)).isEqualTo(new NoticeOutcome.Applied(licenses.subscription(1)));
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("NOT-3 after the agreement's end, a deprovisioned license is stale, and says so")
    void deprovisionedAfterTheEnd() {
        licenses.license(1, ACTIVATED);
        licenses.ended(1, CANCELLED);
        scene.pass(Duration.ofMinutes(1));
        assertThat(licenses.license(1, DEPROVISIONED)).isInstanceOf(NoticeOutcome.Stale.class);
    }

    @Test
    @DisplayName("NOT-5 NOT-1 each notice has one recorded outcome, and keeps it when it comes again")
    void outcomes() {
        Fact active = licenses.ofLicense(1, new Sign(ACTIVATED, scene.now()));
        Fact older = licenses.ofLicense(1, new Sign(ACTIVATED, scene.now().minusSeconds(1)));
        Fact unseen = new Fact.OfAgreement(Licenses.id(9), Option.none(), Option.none());
        Fact silent = new Fact.OfAgreement(Licenses.id(1), Option.none(), Option.none());
        for (Fact fact : List.of(active, older, unseen, silent)) {
            NoticeOutcome first = licenses.hear(fact);
            assertThat(licenses.hear(fact)).isEqualTo(first.isReceived() ? new NoticeOutcome.Duplicate() : first);
            assertThat(recorded(fact)).isEqualTo(first);
        }
        assertThat(List.of(active, older, unseen, silent))
                .extracting(fact -> recorded(fact).getClass().getSimpleName())
                .containsExactly("Applied", "Stale", "Parked", "Ignored");
    }

    private NoticeOutcome recorded(Fact fact) {
        return scene.store
                .<Void, NoticeOutcome>inTransaction(stores -> Either.right(stores.notices()
                        .find(licenses.notice(fact).envelope().identity())
                        .get()
                        .outcome()))
                .get();
    }
}
