package com.guance.billing.book;

import com.guance.billing.policy.EndMoment;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.workspace.Phase;
import java.util.function.Consumer;

/** {@code docs/states.md}. */
final class StatesPage {

    private static final String HEAD = """
            # States

            What the aggregates do, found by trying: every birth, and then every command, sign and lapse of time on every kind of state that
            comes of it. An arrow is one event. What carries *(by policy)* happens only where the host has replaced a default.
            """;

    private static final String WORKSPACE = """

            ## Workspace 工作空间

            One command may bring several events, each with an arrow of its own: a lock follows the end of a binding, a payer comes before the
            lock that it releases. The end of a binding, with nobody yet to follow, is never the last event of a command while a workspace is
            active.

            """;

    private static final String SUBSCRIPTION = """

            ## Subscription 订阅

            A customer who subscribes again after the end is final begins another subscription, the next life.

            """;

    private StatesPage() {}

    static Chart<Phase> workspaces(Consumer<Scene> alsoTold) {
        Chart<Phase> chart = new Chart<>(Phase.class);
        WorkspaceLives.explore(alsoTold.andThen(
                scene -> chart.add(scene.moves(), scene.setting().isDefault())));
        return chart;
    }

    static Chart<SubscriptionStatus> subscriptions() {
        Chart<SubscriptionStatus> chart = new Chart<>(SubscriptionStatus.class);
        SubscriptionLives.explore(
                scene -> chart.add(scene.moves(), scene.ending().moment() == EndMoment.FIRST_SIGN));
        return chart;
    }

    static Page page(Chart<Phase> workspaces, Chart<SubscriptionStatus> subscriptions) {
        return new Page("states.md", HEAD + section(WORKSPACE, workspaces) + section(SUBSCRIPTION, subscriptions));
    }

    private static String section(String head, Chart<?> chart) {
        return head + chart.mermaid() + "\n" + chart.table();
    }
}
