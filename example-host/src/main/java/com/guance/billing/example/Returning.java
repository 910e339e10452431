package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.util.function.Predicate;

/** A workspace is unlocked by having a payer again. */
record Returning(World world, Narrator narrator, Notices notices) {

    void tell() {
        byBillingCenter();
        bySubscribingAgain();
        theThirdStaysLocked();
    }

    private void byBillingCenter() {
        world.clock().advance(Duration.ofHours(20));
        WorkspaceId shop = world.cast().shop();
        narrator.step(
                "Unlock one by Billing Center settlement",
                "holder " + world.cast().holder().id());
        narrator.before(state(shop));
        world.billing()
                .changeSettlement()
                .byBillingCenter(shop, world.by(world.cast().asHolder()));
        narrator.after(state(shop));
        narrator.holds(is(shop, Predicate.not(Workspace::isLocked)), "it is unlocked in the same step");
    }

    private void bySubscribingAgain() {
        world.clock().advance(Duration.ofHours(1));
        WorkspaceId search = world.cast().search();
        narrator.step(
                "Unlock one by subscribing again and rebinding",
                "AWS account " + world.cast().awsAccount());
        narrator.before(state(search));
        world.aws().subscribe(world.cast().awsAccount());
        notices.deliver();
        String form = world.aws().landingForm(world.cast().awsAccount());
        world.billing()
                .landBuyer()
                .land(LandingForms.read(form, world.profile()).get(), world.now());
        narrator.holds(
                world.billing()
                                .ask()
                                .registeredCloudAccounts(world.cast().holder().id())
                                .size()
                        == 1,
                "the account is on file again, without claiming it again");
        world.billing()
                .changeSettlement()
                .through(
                        search,
                        world.cast().cloudAccount(),
                        world.by(world.cast().asOwner()));
        narrator.after(state(search));
        narrator.holds(is(search, Predicate.not(Workspace::isLocked)), "it is bound and unlocked in the same step");
    }

    private void theThirdStaysLocked() {
        narrator.step("The third waits", "nobody");
        narrator.after(state(world.cast().payments()));
        narrator.holds(is(world.cast().payments(), Workspace::isLocked), "its countdown runs from the end, unmoved");
    }

    private boolean is(WorkspaceId id, Predicate<Workspace> state) {
        return world.billing().ask().workspace(id).exists(state);
    }

    private String state(WorkspaceId id) {
        return Words.of(world.billing().ask().workspace(id));
    }
}
