package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OWNER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.RegistrationProblem;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName(
            "ARR-4 a good form makes an active workspace, paid by the cloud account, its agreement and instant kept")
    void registered() {
        Workspace shop = scene.register("wksp_shop", "us1");
        assertThat(shop).isEqualTo(scene.workspace("wksp_shop"));
        assertThat(shop.activeSince()).containsExactly(scene.now());
        assertThat(shop.registration().agreement().acceptedAt()).isEqualTo(scene.now());
        assertThat(shop.bindings().inForce().get().cloud().get().account()).isEqualTo(ACCOUNT);
    }

    @Test
    @DisplayName("ARR-4 everything wrong is reported at once, and nothing is kept")
    void allAtOnce() {
        RegistrationForm bad = new RegistrationForm(
                new WorkspaceId("wksp_bad"), OWNER, new Answers(" ", "FR", "mars1", new Consent(false, "2026-01")));
        scene.events();
        assertThat(problems(paidThrough(bad, ACCOUNT)))
                .containsExactly(
                        new RegistrationProblem.NameLength(0, 256),
                        new RegistrationProblem.LanguageUnknown(),
                        new RegistrationProblem.SiteUnknown(),
                        new RegistrationProblem.AgreementNotAccepted());
        assertThat(scene.billing.ask().workspace(bad.workspace())).isEmpty();
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName(
            "ARR-4 REL-2 fields that were left out are problems told with the others, also where all of a part is missing")
    @SuppressWarnings("NullAway") // what a host hands over that binds a form by reflection
    void fieldsLeftOut() {
        Answers without = new Answers(null, null, null, new Consent(true, null));
        RegistrationProblem noVersion = new RegistrationProblem.AgreementVersionInvalid(64);
        assertThat(problems(paidThrough(new RegistrationForm(new WorkspaceId("wksp_bad"), OWNER, without), ACCOUNT)))
                .containsExactly(
                        new RegistrationProblem.NameLength(0, 256),
                        new RegistrationProblem.LanguageUnknown(),
                        new RegistrationProblem.SiteUnknown(),
                        noVersion);
        Answers noConsent = new Answers("Shop", "EN", "us1", null);
        assertThat(problems(paidThrough(new RegistrationForm(new WorkspaceId("wksp_bad"), OWNER, noConsent), ACCOUNT)))
                .containsExactly(new RegistrationProblem.AgreementNotAccepted(), noVersion);
    }

    @Test
    @DisplayName("REL-2 a registration without an Owner, and an actor without a name, cannot be made")
    @SuppressWarnings("NullAway")
    void noOwner() {
        Answers good = form("wksp_1", "us1").answers();
        assertThatThrownBy(() -> new RegistrationForm(new WorkspaceId("wksp_1"), null, good))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("owner is null");
        assertThatThrownBy(() -> new Actor.Staff(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("user is null");
    }

    @Test
    @DisplayName("ARR-4 SET-5 a settlement method that the site does not allow is refused")
    void siteDoesNotAllow() {
        assertThat(problems(paidThrough(form("wksp_cn", "cn1"), ACCOUNT)))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentRefused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(SettlementRefusal.SiteDoesNotAllow.class));
    }

    @Test
    @DisplayName("ARR-4 a workspace id is registered once, whoever pays")
    void idTaken() {
        scene.register("wksp_shop", "us1");
        assertThat(problems(paidThrough(form("wksp_shop", "us1"), ACCOUNT)))
                .containsExactly(new RegistrationProblem.WorkspaceTaken(new WorkspaceId("wksp_shop")));
    }

    @Test
    @DisplayName("ARR-4 an unknown cloud account and an unknown holder are named")
    void unknownParties() {
        CloudAccountId nobody = CloudAccountId.of("aws", "000000000000");
        assertThat(problems(paidThrough(form("wksp_1", "us1"), nobody)))
                .containsExactly(new PaymentRefused(new SettlementRefusal.CloudAccountUnknown(nobody)));
        BillingCenterAccountId holder = new BillingCenterAccountId("nobody");
        assertThat(problems(scene.billing
                        .registerWorkspace()
                        .paidByBillingCenter(form("wksp_1", "us1"), holder, scene.byOwner())))
                .containsExactly(new PaymentRefused(new SettlementRefusal.HolderUnknown(holder)));
    }

    @Test
    @DisplayName("ARR-4 a taken id, an unknown payer and a bad form are reported together; so is an unknown holder")
    void unknownPartiesAtOnce() {
        scene.register("wksp_shop", "us1");
        CloudAccountId nobody = CloudAccountId.of("aws", "000000000000");
        RegistrationForm bad = new RegistrationForm(
                new WorkspaceId("wksp_shop"), OWNER, new Answers("Shop", "EN", "mars1", new Consent(true, "2026-01")));
        assertThat(problems(paidThrough(bad, nobody)))
                .containsExactly(
                        new RegistrationProblem.SiteUnknown(),
                        new PaymentRefused(new SettlementRefusal.CloudAccountUnknown(nobody)),
                        new RegistrationProblem.WorkspaceTaken(bad.workspace()));
        BillingCenterAccountId holder = new BillingCenterAccountId("nobody");
        assertThat(problems(scene.billing.registerWorkspace().paidByBillingCenter(bad, holder, scene.byOwner())))
                .containsExactly(
                        new RegistrationProblem.SiteUnknown(),
                        new PaymentRefused(new SettlementRefusal.HolderUnknown(holder)),
                        new RegistrationProblem.WorkspaceTaken(bad.workspace()));
    }

    private Either<RegistrationRefusal, Workspace> paidThrough(RegistrationForm form, CloudAccountId payer) {
        return scene.billing.registerWorkspace().paidThrough(form, HOLDER.id(), payer, scene.byOwner());
    }

    private static List<RegistrationProblem> problems(Either<RegistrationRefusal, Workspace> answer) {
        return answer.getLeft().problems();
    }
}
