package com.guance.billing.example.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.LockState;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The library and the plain model side by side through one history, compared and checked after every step. */
final class Lives {

    private final Real real;
    private final Plain plain;
    final Set<String> seen = new TreeSet<>();

    Lives(UnitOfWork store, House house) {
        this.real = new Real(store, house);
        this.plain = new Plain(house);
    }

    void play(List<Deed> history) {
        history.forEach(this::play);
        play(new Deed.Run());
        real.told.forEach(event -> seen.add(event.getClass().getSimpleName()));
        seen.addAll(plain.seen);
    }

    private void play(Deed deed) {
        plain.advance(plain.now.plus(deed instanceof Deed.Wait wait ? wait.time() : Duration.ofNanos(1_000)));
        real.now = plain.now;
        real.tell();
        String expected = plain.on(deed);
        String answer = real.on(deed);
        assertThat(answer).as("the answer to %s", deed).isEqualTo(expected);
        List<DomainEvent> events = real.tell();
        if (!answer.equals("ok") && !answer.equals("Stale")) {
            assertThat(events).as("INV-6 %s", deed).isEmpty();
            seen.addAll(List.of(answer.split(",")));
        }
        if (deed instanceof Deed.Run || deed instanceof Deed.Wait) {
            comparePhases(deed);
            real.run();
            real.tell();
            comparePayers(deed);
        }
        comparePhases(deed);
        assertThat(real.disagreements).as("INV-9").isEmpty();
    }

    private void comparePhases(Deed deed) {
        for (int i = 0; i < Places.WORKSPACES; i++) {
            PlainWorkspace model = plain.workspaces.get(i);
            Option<LockState> state = real.billing.ask().lockState(Places.workspace(i), real.now);
            assertThat(state.isDefined()).as("workspace %s after %s", i, deed).isEqualTo(model.registered);
            int number = i;
            state.forEach(now -> {
                assertThat(now.phase().name())
                        .as("workspace %s after %s", number, deed)
                        .isEqualTo(model.phase(real.now));
                assertThat(now.causes().stream().map(Lives::name).collect(Collectors.toSet()))
                        .as("LOCK-1 workspace %s after %s", number, deed)
                        .isEqualTo(model.causes);
                assertThat(now.ingestion())
                        .as("LOCK-3 LOCK-5 whether workspace %s takes data in after %s", number, deed)
                        .isEqualTo(plain.takesDataIn(model));
                now.causes().forEach(cause -> seen.add(cause.getClass().getSimpleName()));
                seen.add(now.phase().name());
            });
        }
    }

    private void comparePayers(Deed deed) {
        for (int i = 0; i < Places.WORKSPACES; i++) {
            PlainWorkspace model = plain.workspaces.get(i);
            int number = i;
            real.workspace(i).forEach(workspace -> {
                assertThat(workspace.bindings().inForce().map(Lives::name).getOrElse("nobody"))
                        .as("who pays for workspace %s after %s", number, deed)
                        .isEqualTo(payer(model));
                assertThat(workspace.waiting().isDefined())
                        .as("SET-13 workspace %s after %s", number, deed)
                        .isEqualTo(model.waitsFor != -1);
                assertThat(workspace.registration().ownership().holder()).isEqualTo(Places.holder(model.holder));
                check(workspace, model.payer != null && model.payer.stillPays());
            });
        }
    }

    private void check(Workspace workspace, boolean paysOn) {
        boolean paid = workspace.bindings().inForce().isDefined();
        boolean unlocked =
                workspace.activeSince().isDefined() && workspace.closed().isEmpty() && !workspace.isLocked();
        assertThat(!unlocked || paid || workspace.successor().isDefined())
                .as("INV-1 UNL-4 %s", workspace)
                .isTrue();
        assertThat(Workspace.replay(eventsOf(workspace))).as("INV-4").isEqualTo(workspace);
        workspace
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .filter(through -> !paysOn)
                .forEach(through -> assertThat(real.billing
                                .ask()
                                .registeredCloudAccounts(
                                        workspace.registration().ownership().holder(), PageRequest.first(100))
                                .items())
                        .as("INV-1 INV-2 INV-3 who pays is alive, and under the same holder: %s", workspace)
                        .anyMatch(account -> account.id().equals(through.account())
                                && account.payer(Option.some(through.subscription()))
                                        .isDefined()));
    }

    private List<WorkspaceEvent> eventsOf(Workspace workspace) {
        return real.told.stream()
                .filter(WorkspaceEvent.class::isInstance)
                .map(WorkspaceEvent.class::cast)
                .filter(event -> event.workspace().equals(workspace.id()))
                .toList();
    }

    private static String name(LockCause cause) {
        return cause instanceof LockCause.Arrears arrears
                ? "Arrears" + arrears.account().value().substring(3)
                : cause.getClass().getSimpleName();
    }

    private static String name(SettlementMethod method) {
        return method instanceof ThroughCloudAccount through
                ? through.account().value() + suffix(through.subscription().value())
                : "center " + ((ThroughBillingCenter) method).account();
    }

    private static String suffix(String subscription) {
        return subscription.contains("@")
                ? subscription.substring(subscription.indexOf('@'), subscription.indexOf('#'))
                : subscription.substring(subscription.indexOf('#'));
    }

    private static String payer(PlainWorkspace model) {
        PlainSubscription payer = model.payer;
        if (payer != null) {
            return Places.account(payer.account).value()
                    + (payer.agreement == -1 ? "#" + payer.life : "@l-" + payer.agreement);
        }
        return model.byCenter ? "center " + Places.holder(model.holder) : "nobody";
    }
}
