package com.guance.billing.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class HistoryProperties {

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Label("SET-1…SET-14 END-2…END-9 LOCK-1…LOCK-7 UNL-1…UNL-6 DIS-1 ARR-7 ARR-8 INV-3 INV-6"
            + " answers, payers, locks and holders are the plain model's after every step of any history")
    void asTheModel(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        Model model = new Model();
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (Command command : history) {
            town.pass();
            model.pass();
            Snapshot before = Snapshot.of(town);
            String answer = command.to(town);

            assertThat(answer).as("%s", command).isEqualTo(command.to(model));
            Pairs.assertSame(town, model);
            if (!answer.equals("ok")) {
                assertThat(Snapshot.of(town)).as("INV-6").isEqualTo(before);
            }
            Occurrences.count(command, answer);
            town.workspaces.values().forEach(workspace -> phases.add(workspace.phase()));
        }
        Occurrences.countPhases(phases);
        Occurrences.countEvents(town);
        Occurrences.mustOccur();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Label(
            "INV-9 SET-11 after every step of any history exactly those changes are accepted that the plain model offers,"
                    + " and the others refused for its reason")
    void choices(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        Model model = new Model();
        for (int i = 0; i < history.size(); i++) {
            town.on(history.get(i));
            model.on(history.get(i));
            town.pass();
            model.pass();
            for (Command.Settle choice : Histories.choices(i % Town.SITES.size())) {
                String answer = town.asked(choice).fold(refusal -> refusal, change -> "ok");
                String expected = model.rules.answer(choice);

                assertThat(answer).as("%s", choice).isEqualTo(expected);
                Occurrences.count(choice, expected);
            }
        }
        Occurrences.refusalsMustOccur();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Label("INV-1 INV-2 UNL-4 an active workspace is locked, or paid by one that lives and is under its own holder,"
            + " or awaits a successor")
    void alwaysAPayer(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        for (Command command : history) {
            town.on(command);
            town.pass();
            List<Workspace> active = town.workspaces.values().stream()
                    .filter(workspace -> workspace.activeSince().isDefined())
                    .filter(workspace -> workspace.closed().isEmpty())
                    .toList();
            assertThat(active.stream().filter(workspace -> !isCaredFor(town, workspace)))
                    .as("INV-1")
                    .isEmpty();
            assertThat(active.stream().filter(workspace -> isPaidByAStranger(town, workspace)))
                    .as("INV-2")
                    .isEmpty();
        }
    }

    private static boolean isCaredFor(Town town, Workspace workspace) {
        return workspace.isLocked()
                || workspace.bindings().inForce().exists(town::lives)
                || workspace.successor().exists(awaited -> town.now.isBefore(awaited.deadline()));
    }

    private static boolean isPaidByAStranger(Town town, Workspace workspace) {
        BillingCenterAccountId holder = workspace.registration().ownership().holder();
        return workspace
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .flatMap(paid -> town.market.account(paid.account()))
                .exists(account -> !account.registeredUnder(town.now).contains(holder));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Label("INV-4 every aggregate is what its events say, field by field")
    void replay(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        history.forEach(town::on);
        Map<String, List<DomainEvent>> bySubject =
                town.journal.told.stream().collect(Collectors.groupingBy(DomainEvent::subject));

        town.workspaces
                .values()
                .forEach(workspace -> assertThat(
                                Workspace.replay(of(bySubject, workspace.id().value(), WorkspaceEvent.class)))
                        .isEqualTo(workspace)
                        .usingRecursiveComparison()
                        .isEqualTo(workspace));
        town.market.accounts.forEach(account -> assertThat(
                        CloudAccount.replay(of(bySubject, account.id().value(), CloudAccountEvent.class)))
                .isEqualTo(account));
        town.market.subscriptions.forEach(subscription -> assertThat(
                        Subscription.replay(of(bySubject, subscription.id().value(), SubscriptionEvent.class)))
                .isEqualTo(subscription));
        town.arrears.forEach(arrears -> assertThat(
                        Arrears.replay(of(bySubject, arrears.account().value(), ArrearsEvent.class)))
                .isEqualTo(arrears));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Label("LOCK-3 LOCK-4 LOCK-6 SET-13 ARR-8 time that passes in two steps does what it does in one, each thing once")
    void passing(@ForAll("histories") List<Command> history, @ForAll("durations") Duration first) {
        Town town = new Town();
        history.forEach(town::on);
        Instant half = town.now.plus(first);
        Instant end = town.now.plus(Duration.ofDays(40));
        for (Workspace workspace : town.workspaces.values()) {
            Change<Workspace> once = workspace.advance(end, World.LOCKING, false);
            Change<Workspace> early = workspace.advance(half, World.LOCKING, false);
            Change<Workspace> twice = early.then(early.after().advance(end, World.LOCKING, false));

            assertThat(twice).isEqualTo(once);
            assertThat(once.after().advance(end, World.LOCKING, false).isNone()).isTrue();
            assertThat(workspace.nextDue().forAll(due -> due.isAfter(half))).isEqualTo(early.isNone());
            once.events().forEach(event -> assertThat(event.at()).isBeforeOrEqualTo(end));
        }
    }

    private static <E> List<E> of(Map<String, List<DomainEvent>> bySubject, String subject, Class<E> family) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .map(family::cast)
                .toList();
    }

    /** All that a refusal must leave as it was. */
    record Snapshot(
            int events,
            Map<Integer, Workspace> workspaces,
            List<CloudAccount> accounts,
            List<Subscription> subscriptions,
            List<Arrears> arrears) {

        static Snapshot of(Town town) {
            return new Snapshot(
                    town.journal.told.size(),
                    new HashMap<>(town.workspaces),
                    new ArrayList<>(town.market.accounts),
                    new ArrayList<>(town.market.subscriptions),
                    new ArrayList<>(town.arrears));
        }
    }

    @Provide
    Arbitrary<List<Command>> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Histories.durations();
    }
}
