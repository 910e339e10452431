package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Registration.Agreement;
import com.guance.billing.workspace.Registration.Ownership;
import com.guance.billing.workspace.Registration.Profile;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private static final Request BY = World.byOwner(World.START);

    @Test
    @DisplayName("ARR-4 a workspace is registered, bound and active in one step")
    void registers() {
        ThroughCloudAccount method = new ThroughCloudAccount(World.ACCOUNT, World.FIRST);
        Registration registration = new Registration(
                new Profile("Workspace", Language.ZH),
                World.ON_AWS.id(),
                new Ownership(World.HOLDER.id(), World.OWNER),
                new Agreement("2026-01", World.START));

        Change<Workspace> change = Workspace.register(
                        Given.form(),
                        Given.through(Given.onFile(), World.START),
                        World.around(World.HOLDER, World.ON_AWS))
                .get();

        assertThat(change.events())
                .containsExactly(
                        new LifeEvent.WorkspaceRegistered(
                                World.WORKSPACE,
                                registration,
                                Plan.COMMERCIAL,
                                Option.some(World.START.plus(Duration.ofDays(14))),
                                BY),
                        new SettlementEvent.SettlementMethodChanged(
                                World.WORKSPACE, method, World.START, Option.none(), BY),
                        new LifeEvent.WorkspaceActivated(World.WORKSPACE, World.START, BY));
        assertThat(change.after().id()).isEqualTo(World.WORKSPACE);
        assertThat(change.after().registration()).isEqualTo(registration);
        assertThat(change.after().activeSince()).containsExactly(World.START);
        assertThat(change.after().isPaidBy(World.FIRST)).isTrue();
        assertThat(change.after().isPaidBy(World.SECOND)).isFalse();
        assertThat(change.after().isLocked()).isFalse();
    }

    @Test
    @DisplayName("ARR-4 a workspace that its Billing Center account pays for needs no cloud account, on any site")
    void byBillingCenter() {
        Workspace workspace = Given.paidByBillingCenter(World.UNLISTED);

        assertThat(workspace.bindings().inForce()).containsExactly(new ThroughBillingCenter(World.HOLDER.id()));
        assertThat(workspace.isPaidBy(World.FIRST)).isFalse();
    }

    @Test
    @DisplayName("ARR-4 what is wrong with the form and every rule that refuses the payer are told at once")
    void allAtOnce() {
        CloudAccount account = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);
        Asked asked = Asked.through(account, World.byOwner(World.START));

        RegistrationRefusal refusal = Workspace.register(
                        Given.form(" ", "", "?", new Consent(false, "")),
                        asked,
                        World.around(World.HOLDER, World.ON_AWS_CHINA))
                .getLeft();

        assertThat(refusal.problems())
                .containsExactly(
                        new RegistrationProblem.NameLength(0, 256),
                        new RegistrationProblem.LanguageUnknown(),
                        new RegistrationProblem.AgreementNotAccepted(),
                        new RegistrationProblem.AgreementVersionInvalid(64),
                        new PaymentRefused(new SettlementRefusal.NoActiveSubscription(World.ACCOUNT)),
                        new PaymentRefused(new SettlementRefusal.SiteDoesNotAllow(
                                World.ON_AWS_CHINA, Cloud.AWS, Set.of(Cloud.AWS_CHINA))));
    }

    @Test
    @DisplayName(
            "SET-3 SET-11 an account that is registered elsewhere is unknown, whatever it is; a stranger is told only"
                    + " that")
    void unknownAccount() {
        CloudAccount elsewhere = Given.recorded(World.ACCOUNT, Cloud.AWS);
        Circumstances around = World.around(World.HOLDER, World.ON_AWS_CHINA);
        Asked stranger = Asked.through(elsewhere, World.byClock(World.START));

        assertThat(Workspace.register(Given.form(), Asked.through(elsewhere, World.byOwner(World.START)), around)
                        .getLeft()
                        .problems())
                .containsExactly(new PaymentRefused(new SettlementRefusal.CloudAccountUnknown(World.ACCOUNT)));
        assertThat(Workspace.register(Given.form(" ", "", "?", new Consent(false, "")), stranger, around)
                        .getLeft()
                        .problems())
                .containsExactly(new PaymentRefused(
                        new SettlementRefusal.NotForThisActor(stranger.by().by())));
    }

    @Test
    @DisplayName("ARR-4 an unknown site is told, not asked for what it allows")
    void unknownSite() {
        Circumstances nowhere = new Circumstances(World.HOLDER, Standing.good(), Option.none(), World.POLICIES);

        assertThat(Workspace.register(Given.form(), Given.through(Given.onFile(), World.START), nowhere)
                        .getLeft()
                        .problems())
                .containsExactly(new RegistrationProblem.SiteUnknown());
    }

    @Test
    @DisplayName("INV-4 a workspace's history starts with its birth")
    void historyWithoutBirth() {
        assertThatIllegalArgumentException().isThrownBy(() -> Workspace.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Workspace.replay(List.of(new LifeEvent.WorkspaceActivated(World.WORKSPACE, World.START, BY))));
    }
}
