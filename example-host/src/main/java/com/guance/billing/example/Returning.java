package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The customer comes back, and what its end had locked comes back by itself. */
record Returning(World world, Narrator narrator, Notices notices) {

    private static final Instant APRIL_IN_SHANGHAI = Instant.parse("2026-03-31T16:00:00Z");

    void tell() {
        subscribeAgain();
        onceAMonth();
        dissolve();
    }

    private void subscribeAgain() {
        List<WorkspaceId> locked = List.of(world.cast().shop(), world.cast().payments());
        WorkspaceId elsewhere = world.cast().search();
        Option<Workspace> before = world.workspace(elsewhere);
        narrator.step(
                "Subscribe again on AWS Marketplace",
                "AWS account " + world.cast().awsAccount());
        locked.forEach(id -> narrator.before(state(id)));
        world.aws().subscribe(world.cast().awsAccount());
        notices.deliver();
        locked.forEach(id -> narrator.after(state(id)));
        narrator.holds(
                world.onFile().size() == 1, "the account is on file again, without landing and claiming it again");
        narrator.holds(
                locked.stream().allMatch(this::isRestored), "both are bound and unlocked by themselves, in one step");
        narrator.holds(world.workspace(elsewhere).equals(before), "the one that has another payer is not touched");
    }

    private void onceAMonth() {
        WorkspaceId search = world.cast().search();
        narrator.step(
                "Change the settlement method once a month",
                "Owner " + world.cast().owner());
        narrator.before(state(search));
        Option<SettlementRefusal> told = reasonAgainst(search);
        Option<SettlementRefusal> refused = bind(search).swap().toOption();
        narrator.what("asked before: " + told.map(Words::of).getOrElse("it may"));
        narrator.holds(
                told.equals(refused) && refused.exists(SettlementRefusal.ChangedThisMonth.class::isInstance),
                "this month's change was the one before the end; asking and acting agree");
        world.sleepUntil(APRIL_IN_SHANGHAI);
        bind(search);
        narrator.after(state(search));
        narrator.holds(isRestored(search), "it is accepted to the instant at which the next month begins in Shanghai");
    }

    private void dissolve() {
        WorkspaceId payments = world.cast().payments();
        narrator.step("Dissolve a workspace", "Owner " + world.cast().owner());
        narrator.before(state(payments));
        world.billing()
                .dissolveWorkspace()
                .dissolve(payments, world.by(world.cast().asOwner()));
        narrator.after(state(payments));
        narrator.holds(
                bind(payments).swap().exists(SettlementRefusal.WorkspaceClosed.class::isInstance),
                "it is unbound for ever; who paid for it can be asked for ever: "
                        + Words.payers(world.workspace(payments)));
    }

    private Option<SettlementRefusal> reasonAgainst(WorkspaceId id) {
        Stream<Choice> choices = world
                .billing()
                .askChoices()
                .of(id, world.by(world.cast().asOwner()), PageRequest.first(10))
                .map(Page::items)
                .getOrElse(List.of())
                .stream();
        return Option.ofOptional(choices.filter(
                                choice -> choice.through().contains(world.cast().cloudAccount()))
                        .findFirst())
                .flatMap(Choice::refusal);
    }

    private Either<SettlementRefusal, Workspace> bind(WorkspaceId id) {
        return world.billing()
                .changeSettlement()
                .through(id, world.cast().cloudAccount(), world.by(world.cast().asOwner()));
    }

    private boolean isRestored(WorkspaceId id) {
        return world.workspace(id)
                .exists(workspace -> !workspace.isLocked()
                        && Words.isPaidBy(workspace, world.cast().cloudAccount()));
    }

    private String state(WorkspaceId id) {
        return Words.of(world.workspace(id));
    }
}
