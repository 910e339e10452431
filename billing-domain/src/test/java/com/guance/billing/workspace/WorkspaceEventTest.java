package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkspaceEventTest {

    private static final Request BY = World.byClock(World.START);

    @Test
    @DisplayName("every event names its workspace, who caused it and when")
    void subject() {
        DomainEvent event = new LifeEvent.WorkspaceActivated(World.WORKSPACE, World.START, BY);

        assertThat(event.subject()).isEqualTo(World.WORKSPACE.value());
        assertThat(event.by()).isEqualTo(BY.by());
        assertThat(event.at()).isEqualTo(BY.at());
    }

    @Test
    @DisplayName("what is locked, bound or refused does not change behind its back")
    void copies() {
        List<RegistrationProblem> problems = new ArrayList<>(List.of(new RegistrationProblem.SiteUnknown()));
        RegistrationRefusal refusal = new RegistrationRefusal(problems);
        Bindings bindings = Given.paidThroughAccount().bindings();
        List<Binding> all = new ArrayList<>(bindings.all());
        Bindings copy = new Bindings(all);

        problems.clear();
        all.clear();

        assertThat(refusal.problems()).hasSize(1);
        assertThat(copy).isEqualTo(bindings);
    }
}
