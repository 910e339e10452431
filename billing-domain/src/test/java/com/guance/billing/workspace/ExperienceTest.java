package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LifeEvent.WorkspaceActivated;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExperienceTest {

    private static final Instant AT = Life.day(3);

    @Test
    @DisplayName("ARR-7 on the Experience Plan nobody settles, nothing lapses, and data is taken in")
    void settledByNobody() {
        Workspace experience = Life.experience();

        assertThat(experience.phase()).isEqualTo(Phase.EXPERIENCE);
        assertThat(experience.bindings().all()).isEmpty();
        assertThat(experience.nextDue()).isEmpty();
        assertThat(Life.passes(experience, Life.day(1000)).isNone()).isTrue();
        assertThat(experience.ingestsAt(Life.day(1000), World.LOCKING.ingestion()))
                .isTrue();
    }

    @Test
    @DisplayName("ARR-7 SET-6 binding it upgrades it in the same step, and uses no month")
    void upgrades() {
        Change<Workspace> change = Life.experience()
                .settle(Given.byBillingCenter(AT), Life.around())
                .get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(
                                World.WORKSPACE, Life.BILLING_CENTER, AT, Option.none(), World.byOwner(AT)),
                        new WorkspaceActivated(World.WORKSPACE, AT, World.byOwner(AT)));
        assertThat(change.after().plan()).isEqualTo(Plan.COMMERCIAL);
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName(
            "ARR-7 SET-13 while its subscription is pending it stays on the Experience Plan; activation upgrades it")
    void upgradesLater() {
        Buyer buyer = Life.pending();
        Workspace waiting = Life.settled(Life.experience(), buyer.asked(AT));

        Workspace upgraded = Life.activates(waiting, buyer.hears(Kind.ACTIVATED, Life.day(5)))
                .after();

        assertThat(waiting.phase()).isEqualTo(Phase.EXPERIENCE);
        assertThat(waiting.plan()).isEqualTo(Plan.EXPERIENCE);
        assertThat(waiting.ingestsAt(AT, World.LOCKING.ingestion())).isTrue();
        assertThat(upgraded.plan()).isEqualTo(Plan.COMMERCIAL);
        assertThat(upgraded.activeSince()).containsExactly(Life.day(5));
    }

    @Test
    @DisplayName("ARR-7 there is no way back: what ends locks it, and it stays on the Commercial Plan")
    void oneWay() {
        Buyer buyer = Life.active();
        Workspace upgraded = Life.settled(Life.experience(), buyer.asked(AT));

        Workspace ended =
                Life.ends(upgraded, buyer.hears(Kind.ENDING, Life.day(5))).after();

        assertThat(ended.plan()).isEqualTo(Plan.COMMERCIAL);
        assertThat(ended.phase()).isEqualTo(Phase.LOCKED);
        assertThat(ended.activeSince()).containsExactly(AT);
    }

    @Test
    @DisplayName("ARR-7 SET-2 it is registered by its Owner or holder, and by nobody else")
    void byWhom() {
        var answer = Workspace.registerExperience(Given.form(), Life.around(), World.byStaff(AT));

        assertThat(answer.getLeft().problems())
                .containsExactly(new RegistrationProblem.PaymentRefused(
                        new SettlementRefusal.NotForThisActor(World.byStaff(AT).by())));
    }

    @Test
    @DisplayName("ARR-5 SET-5 no subscription is awaited of a cloud that the site does not allow")
    void awaitingAnotherCloud() {
        var answer = Workspace.registerAwaiting(Given.form(), Cloud.HUAWEI, Life.around(), World.byOwner(AT));

        assertThat(answer.getLeft().problems())
                .singleElement()
                .extracting(problem -> ((RegistrationProblem.PaymentRefused) problem).why())
                .isInstanceOf(SettlementRefusal.SiteDoesNotAllow.class);
    }
}
