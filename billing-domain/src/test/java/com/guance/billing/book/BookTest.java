package com.guance.billing.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.WorkspaceEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages that are made from the code say what the code says. */
class BookTest {

    @Test
    @DisplayName(
            "INV-1 docs/states.md is what the aggregates do: every state was reached, and who is active is paid for")
    void states() throws IOException {
        List<List<WorkspaceEvent>> unpaid = new ArrayList<>();
        Chart<Phase> workspaces = StatesPage.workspaces(scene -> {
            if (unpaid.isEmpty() && !scene.isPaidFor()) {
                unpaid.add(scene.lived().history());
            }
        });
        Chart<SubscriptionStatus> subscriptions = StatesPage.subscriptions();
        assertThat(unpaid).isEmpty();
        assertThat(workspaces.reached()).containsExactlyInAnyOrder(Phase.values());
        assertThat(subscriptions.reached()).containsExactlyInAnyOrder(SubscriptionStatus.values());
        StatesPage.page(workspaces, subscriptions).isOnFile();
    }

    @Test
    @DisplayName("docs/refusals.md names every refusal")
    void refusals() throws IOException {
        Page page = RefusalsPage.page();
        List<Class<?>> families = Compiled.all().stream().filter(Family::saysNo).toList();
        List<Class<?>> all = Compiled.all().stream()
                .filter(type -> type.isRecord() && families.stream().anyMatch(family -> family.isAssignableFrom(type)))
                .toList();
        assertThat(all).hasSizeGreaterThan(50).allMatch(page::names);
        page.isOnFile();
    }

    @Test
    @DisplayName("docs/events.md names every event")
    void events() throws IOException {
        Page page = EventsPage.page();
        List<Class<?>> all = Compiled.all().stream()
                .filter(type -> type.isRecord() && DomainEvent.class.isAssignableFrom(type))
                .toList();
        assertThat(all).hasSizeGreaterThan(40).allMatch(page::names);
        page.isOnFile();
    }
}
