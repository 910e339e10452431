package com.guance.billing.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

class HistoryProperties {

    private static final List<String> REFUSALS = List.of(
            "NotForThisActor",
            "UnderAnotherHolder",
            "FullyLocked",
            "NoActiveSubscription",
            "SiteDoesNotAllow",
            "AlreadySettledThatWay");

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    @Label(
            "SET-1…SET-9 END-2 LOCK-1 LOCK-2 UNL-1 answers, payers and locks are the plain model's after every step of any history")
    void asTheModel(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        Model model = new Model();
        for (Command command : history) {
            int events = town.told.size();
            Map<Integer, Workspace> before = new HashMap<>(town.workspaces);
            String answer = town.on(command);

            assertThat(answer).isEqualTo(model.on(command));
            assertSame(town, model);
            if (!answer.equals("ok")) {
                assertUntouched(town, events, before);
            }
            count(command, answer);
        }
        countCausesAndEvents(town);
        mustOccur();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    @Label("INV-1 INV-2 UNL-4 an active workspace is locked or has a payer that lives and is under its own holder")
    void alwaysAPayer(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        for (Command command : history) {
            town.on(command);
            town.workspaces.values().forEach(workspace -> {
                assertThat(workspace.activeSince()).isNotEmpty();
                assertThat(workspace.isLocked()
                                || workspace.bindings().inForce().isDefined())
                        .isTrue();
                workspace.bindings().inForce().flatMap(SettlementMethod::cloud).forEach(paid -> {
                    CloudAccount account = account(town, paid);
                    assertThat(account.isOnFile()).isTrue();
                    assertThat(account.payer().map(payer -> payer.subscription()))
                            .containsExactly(paid.subscription());
                    assertThat(account.registeredUnder(town.now))
                            .containsExactly(
                                    workspace.registration().ownership().holder());
                });
            });
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    @Label("INV-4 every aggregate is what its events say, field by field")
    void replay(@ForAll("histories") List<Command> history) {
        Town town = new Town();
        history.forEach(town::on);
        Map<String, List<DomainEvent>> bySubject =
                town.told.stream().collect(Collectors.groupingBy(DomainEvent::subject));

        town.workspaces
                .values()
                .forEach(workspace -> assertThat(
                                Workspace.replay(of(bySubject, workspace.id().value(), WorkspaceEvent.class)))
                        .isEqualTo(workspace)
                        .usingRecursiveComparison()
                        .isEqualTo(workspace));
        town.accounts.forEach(account -> assertThat(
                        CloudAccount.replay(of(bySubject, account.id().value(), CloudAccountEvent.class)))
                .isEqualTo(account));
        town.subscriptions.forEach(subscription -> assertThat(
                        Subscription.replay(of(bySubject, subscription.id().value(), SubscriptionEvent.class)))
                .isEqualTo(subscription));
    }

    private static void assertSame(Town town, Model model) {
        for (int i = 0; i < Town.SITES.size(); i++) {
            Model.Plain plain = model.plains.get(i);
            Option<Workspace> workspace = Option.of(town.workspaces.get(i));
            assertThat(workspace.isDefined()).isEqualTo(plain.registered);
            workspace.forEach(real -> {
                assertThat(payer(real)).isEqualTo(plain.payer);
                assertThat(causes(real)).isEqualTo(plain.causes);
                assertThat(real.locks().deadline()).isEqualTo(plain.deadline);
            });
        }
    }

    private static void assertUntouched(Town town, int events, Map<Integer, Workspace> before) {
        assertThat(town.told).as("INV-6").hasSize(events);
        assertThat(town.workspaces).as("INV-6").isEqualTo(before);
    }

    private static String payer(Workspace workspace) {
        return workspace
                .bindings()
                .inForce()
                .map(method ->
                        method.cloud().map(paid -> name(paid.subscription())).getOrElse("center"))
                .getOrElse("nobody");
    }

    private static Set<String> causes(Workspace workspace) {
        return workspace.locks().causes().stream()
                .map(cause -> cause instanceof LockCause.SubscriptionEnded ended
                        ? "ended " + name(ended.subscription())
                        : cause.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    /** As the model calls it: {@code account#life}. */
    private static String name(SubscriptionId subscription) {
        return subscription.value().replace("aws/observability/customer-", "");
    }

    private static CloudAccount account(Town town, SettlementMethod.ThroughCloudAccount paid) {
        return town.accounts.stream()
                .filter(account -> account.id().equals(paid.account()))
                .findFirst()
                .orElseThrow();
    }

    private static <E> List<E> of(Map<String, List<DomainEvent>> bySubject, String subject, Class<E> family) {
        return Option.of(bySubject.get(subject)).get().stream()
                .map(family::cast)
                .toList();
    }

    private static void count(Command command, String answer) {
        if (command instanceof Command.Settle) {
            Statistics.label("settling").collect(answer);
        } else if (command instanceof Command.Claim) {
            Statistics.label("claiming").collect(answer);
        } else if (command instanceof Command.Register && !answer.equals("ok")) {
            Statistics.label("registering").collect(answer.contains(",") ? "several problems" : "one");
        }
    }

    private static void countCausesAndEvents(Town town) {
        town.told.forEach(
                event -> Statistics.label("event").collect(event.getClass().getSimpleName()));
        town.told.stream()
                .filter(WorkspaceEvent.LockPlaced.class::isInstance)
                .map(event ->
                        ((WorkspaceEvent.LockPlaced) event).cause().getClass().getSimpleName())
                .forEach(cause -> Statistics.label("cause").collect(cause));
    }

    private static void mustOccur() {
        mustOccur("settling", REFUSALS);
        mustOccur("claiming", List.of("RegisteredElsewhere", "ok"));
        mustOccur("registering", List.of("one", "several problems"));
        mustOccur("cause", names(LockCause.class));
        mustOccur("event", names(WorkspaceEvent.class));
        mustOccur("event", names(CloudAccountEvent.class));
        mustOccur("event", names(SubscriptionEvent.class));
    }

    private static void mustOccur(String label, List<String> values) {
        Statistics.label(label)
                .coverage(
                        checker -> values.forEach(value -> checker.check(value).count(times -> times > 0)));
    }

    private static List<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @Provide
    Arbitrary<List<Command>> histories() {
        return Histories.any();
    }
}
