package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Cancelling the subscription deletes the association of all bound workspaces, and locks them. */
record Cancelling(World world, Narrator narrator, Notices notices) {

    static final Instant FREEZE = Instant.parse("2026-03-10T10:20:00Z");

    void tell() {
        world.clock().moveTo(FREEZE);
        cancel();
        meterTheLastHour();
        end();
    }

    private void cancel() {
        narrator.step(
                "Cancel the subscription on AWS Marketplace",
                "AWS account " + world.cast().awsAccount());
        narrator.what("Actions > Cancel Subscription");
        world.cast().workspaces().forEach(id -> narrator.before(state(id)));
        world.aws().cancel(world.cast().awsAccount());
        notices.deliver();
        world.cast().workspaces().forEach(id -> narrator.after(state(id)));
        narrator.holds(
                world.cast().workspaces().stream().allMatch(this::isUnboundAndLocked),
                "all three are unbound and locked, with a countdown of 14 days");
        narrator.holds(world.onFile().isEmpty(), "the cloud account is no longer on file");
    }

    private void meterTheLastHour() {
        Charges charges = new Charges(world);
        world.clock().advance(Duration.ofMinutes(5));
        narrator.step("Meter what was used before the end", "the host's rating, the clock");
        narrator.what(
                "before the end: " + charges.take(charges.of(FREEZE.minusSeconds(1), FREEZE, "1.6", "0.65", "0.75")));
        String late =
                charges.take(charges.of(world.now(), FREEZE.plus(Duration.ofMinutes(20)), "0.25", "0.25", "0.25"));
        world.clock().advance(Duration.ofMinutes(18));
        narrator.what("after the end: "
                + charges.take(charges.of(world.now(), FREEZE.plus(Duration.ofMinutes(22)), "0.25", "0.25", "0.25")));
        narrator.holds(late.contains("ChargeInFuture"), "usage that has not happened is refused");
        world.clock().moveTo(Instant.parse("2026-03-10T11:12:00Z"));
        world.billing().due().run(world.now());
        world.aws().billed().stream().skip(1).forEach(usage -> narrator.billed(Bill.of(usage)));
        narrator.after(Accounting.books(world));
        narrator.holds(
                world.aws().billed().size() == 2 && world.aws().billed().get(1).quantity() == 4,
                "2 + 1 + 1 whole units with the remainders carried, inside the marketplace's final hour");
    }

    private void end() {
        world.clock().moveTo(FREEZE.plus(Duration.ofMinutes(65)));
        narrator.step("The end is final", "AWS Marketplace");
        notices.deliver();
        world.cast().workspaces().forEach(id -> narrator.after(state(id)));
        narrator.holds(
                world.cast().workspaces().stream().allMatch(this::isUnboundAndLocked), "nothing more has changed");
    }

    private boolean isUnboundAndLocked(WorkspaceId id) {
        List<Instant> deadlines = List.of(FREEZE.plus(Duration.ofDays(14)));
        return world.workspace(id)
                .exists(workspace -> unbound(workspace)
                        && deadlines.equals(workspace.locks().deadline().toJavaList()));
    }

    private static boolean unbound(Workspace workspace) {
        return workspace.bindings().inForce().isEmpty() && workspace.isLocked();
    }

    private String state(WorkspaceId id) {
        return Words.of(world.workspace(id));
    }
}
