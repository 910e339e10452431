package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.WorkspaceEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stores are tried with every event that there is:")
class EventsOfEveryKindTest {

    @Test
    @DisplayName("of workspaces")
    void workspaces() {
        assertThat(kinds(EventsOfEveryKind.workspaces())).isEqualTo(kinds(WorkspaceEvent.class));
    }

    @Test
    @DisplayName("of cloud accounts")
    void cloudAccounts() {
        assertThat(kinds(List.of(EventsOfEveryKind.cloudAccount()))).isEqualTo(kinds(CloudAccountEvent.class));
    }

    @Test
    @DisplayName("of subscriptions, by legacy customers and by licensed ones")
    void subscriptions() {
        assertThat(kinds(List.of(EventsOfEveryKind.subscription(false)))).isEqualTo(kinds(SubscriptionEvent.class));
        assertThat(kinds(List.of(EventsOfEveryKind.subscription(true)))).isEqualTo(kinds(SubscriptionEvent.class));
    }

    @Test
    @DisplayName("of agreements and arrears")
    void agreementsAndArrears() {
        assertThat(kinds(List.of(EventsOfEveryKind.agreement()))).isEqualTo(kinds(AgreementEvent.class));
        assertThat(kinds(List.of(EventsOfEveryKind.arrears()))).isEqualTo(kinds(ArrearsEvent.class));
    }

    private static Set<Class<?>> kinds(List<? extends Change<?>> changes) {
        return changes.stream()
                .flatMap(change -> change.events().stream())
                .map(DomainEvent::getClass)
                .collect(Collectors.toSet());
    }

    /** The records of a family, however deep. */
    private static Set<Class<?>> kinds(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses())
                        .flatMap(kind -> kinds(kind).stream())
                        .collect(Collectors.toSet())
                : Set.of(family);
    }
}
