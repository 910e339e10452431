package com.guance.billing.example;

import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;

/** Three workspaces on three sites come to be paid by one cloud account. */
record Binding(World world, Narrator narrator) {

    void tell() {
        registerFirst();
        changeSecond();
        bindThird();
    }

    private void registerFirst() {
        world.clock().advance(Duration.ofMinutes(3));
        WorkspaceId shop = world.cast().shop();
        narrator.step("Register the first workspace", "Owner " + world.cast().owner());
        narrator.before(state(shop));
        world.billing()
                .registerWorkspace()
                .paidThrough(
                        form(shop, "Shop 🛒", "us1"),
                        world.cast().holder().id(),
                        world.cast().cloudAccount(),
                        world.by(world.cast().asOwner()));
        narrator.after(state(shop));
        narrator.holds(isPaidByTheCloudAccount(shop), "it is active and paid by the cloud account");
    }

    private void changeSecond() {
        world.clock().advance(Duration.ofMinutes(5));
        WorkspaceId search = world.cast().search();
        existing(search, "Search", "eu1");
        narrator.step(
                "Change the settlement method of a workspace on another site",
                "Owner " + world.cast().owner());
        narrator.before(state(search));
        bind(search, world.cast().cloudAccount());
        narrator.after(state(search));
        narrator.holds(isPaidByTheCloudAccount(search), "one account pays on two sites");
    }

    private void bindThird() {
        world.clock().advance(Duration.ofMinutes(5));
        WorkspaceId payments = world.cast().payments();
        existing(payments, "Payments", "ap1");
        CloudAccountId chosen = world.onFile().get(0).id();
        narrator.step("Bind a third workspace", "Owner " + world.cast().owner());
        narrator.what("Registered Cloud Account Billing offers " + chosen);
        narrator.before(state(payments));
        bind(payments, chosen);
        narrator.after(state(payments));
        narrator.holds(isPaidByTheCloudAccount(payments), "one account pays on three sites");
        Either<SettlementRefusal, Workspace> again = bind(payments, chosen);
        narrator.holds(
                again.isLeft() && again.getLeft() instanceof SettlementRefusal.AlreadySettledThatWay,
                "asking twice is refused and changes nothing");
        Either<SettlementRefusal, Workspace> away = world.billing()
                .changeSettlement()
                .byBillingCenter(payments, world.by(world.cast().asHolder()));
        narrator.holds(
                away.isLeft() && away.getLeft() instanceof SettlementRefusal.LockedIn,
                "while its subscription lives, nobody else may pay");
    }

    private void existing(WorkspaceId id, String name, String site) {
        world.billing()
                .registerWorkspace()
                .paidByBillingCenter(
                        form(id, name, site),
                        world.cast().holder().id(),
                        world.by(world.cast().asOwner()));
    }

    private Either<SettlementRefusal, Workspace> bind(WorkspaceId id, CloudAccountId account) {
        return world.billing()
                .changeSettlement()
                .through(id, account, world.by(world.cast().asOwner()));
    }

    private RegistrationForm form(WorkspaceId id, String name, String site) {
        return new RegistrationForm(
                id, world.cast().owner(), new Answers(name, "EN", site, new Consent(true, "2026-01")));
    }

    private String state(WorkspaceId id) {
        return Words.of(world.workspace(id));
    }

    private boolean isPaidByTheCloudAccount(WorkspaceId id) {
        return world.workspace(id)
                .exists(known -> Words.isPaidBy(known, world.cast().cloudAccount()));
    }
}
