package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * State is the fold of events, on every store (INV-4): any life of any aggregate, saved change by change, is loaded as it was
 * saved, and told as it happened. To be implemented by a class whose name ends in {@code Properties}.
 */
public interface HistoriesContract extends StoreContract {

    /** INV-4 */
    @Property(tries = 60)
    @Label("INV-4 any life of a workspace is loaded as it was saved, and told as it happened")
    default void workspacesAreTheirHistories(@ForAll("workspaceLives") WorkspaceLife life) {
        String id = "wksp_" + Fresh.number();
        WorkspaceId workspace = new WorkspaceId(id);
        assertKept(
                life.of(id),
                (stores, revision) -> stores.workspaces().save(List.of(revision)),
                stores -> Option.of(stores.workspaces().find(List.of(workspace)).get(workspace)));
    }

    /** INV-4 */
    @Property(tries = 60)
    @Label(
            "INV-4 any life of a cloud account is loaded as it was saved, told as it happened, and found by what is so of it")
    default void cloudAccountsAreTheirHistories(@ForAll("cloudAccountLives") CloudAccountLife life) {
        String number = Fresh.number();
        assertKept(
                life.of(number),
                (stores, revision) -> stores.cloudAccounts().save(revision),
                stores -> stores.cloudAccounts().find(Given.accountId(number)));
        new FoundAgain(unitOfWork()).assertFound(last(life.of(number)));
    }

    /** INV-4 */
    @Property(tries = 60)
    @Label(
            "INV-4 any life of a subscription is loaded as it was saved, told as it happened, and found by what is so of it")
    default void subscriptionsAreTheirHistories(@ForAll("subscriptionLives") SubscriptionLife life) {
        String number = Fresh.number();
        assertKept(
                life.of(number),
                (stores, revision) -> stores.subscriptions().save(revision),
                stores -> stores.subscriptions().latest(life.customer(number)));
        new FoundAgain(unitOfWork()).assertFound(last(life.of(number)));
    }

    /** INV-4 */
    @Property(tries = 60)
    @Label("INV-4 any life of an agreement is loaded as it was saved, and told as it happened")
    default void agreementsAreTheirHistories(@ForAll("agreementLives") AgreementLife life) {
        AgreementId id = Given.agreementId(Fresh.number());
        assertKept(
                life.of(id),
                (stores, revision) -> stores.agreements().save(revision),
                stores -> stores.agreements().find(id));
    }

    /** INV-4 */
    @Property(tries = 60)
    @Label("INV-4 any life of arrears is loaded as it was saved, told as it happened, and found by what is so of it")
    default void arrearsAreTheirHistories(@ForAll("arrearsLives") ArrearsLife life) {
        BillingCenterAccountId id = new BillingCenterAccountId("bc-" + Fresh.number());
        assertKept(
                life.of(id.value()),
                (stores, revision) -> stores.arrears().save(List.of(revision)),
                stores -> Option.of(stores.arrears().find(List.of(id)).get(id)));
        new FoundAgain(unitOfWork()).assertFound(last(life.of(id.value())));
    }

    /** LOCK-6 */
    @Property(tries = 60)
    @Label(
            "INV-4 after any life a workspace is found by what is so of it, and by nothing else, and due when time brings it"
                    + " something")
    default void workspacesAreFoundByWhatTheyAre(@ForAll("workspaceLives") WorkspaceLife life) {
        String id = "wksp_" + Fresh.number();
        List<Change<Workspace>> changes = life.of(id);
        for (int version = 0; version < changes.size(); version++) {
            Revision<Workspace> revision = new Revision<>(version, changes.get(version));
            Work.run(unitOfWork(), stores -> stores.workspaces().save(List.of(revision)));
        }
        List<DomainEvent> events = told();

        FoundWorkspace found = new FoundWorkspace(unitOfWork(), last(changes));
        found.assertListedByWhatItIs();
        found.assertDueWhenTimeBringsSomething();
        found.assertHistory(events);
    }

    /** Lives of agreements. */
    @Provide
    default Arbitrary<AgreementLife> agreementLives() {
        return AgreementLife.lives();
    }

    /** Lives of arrears. */
    @Provide
    default Arbitrary<ArrearsLife> arrearsLives() {
        return ArrearsLife.lives();
    }

    /** Lives of workspaces. */
    @Provide
    default Arbitrary<WorkspaceLife> workspaceLives() {
        return WorkspaceLife.lives();
    }

    /** Lives of cloud accounts. */
    @Provide
    default Arbitrary<CloudAccountLife> cloudAccountLives() {
        return CloudAccountLife.lives();
    }

    /** Lives of subscriptions. */
    @Provide
    default Arbitrary<SubscriptionLife> subscriptionLives() {
        return SubscriptionLife.lives();
    }

    private <A> void assertKept(
            List<Change<A>> changes,
            BiConsumer<Stores, Revision<A>> save,
            Function<Stores, Option<Versioned<A>>> load) {
        for (int version = 0; version < changes.size(); version++) {
            Revision<A> revision = new Revision<>(version, changes.get(version));
            Work.run(unitOfWork(), stores -> save.accept(stores, revision));
        }
        Versioned<A> loaded = Work.in(unitOfWork(), load).get();

        assertThat(loaded.version()).isEqualTo(changes.size());
        Same.assertSame(loaded.aggregate(), last(changes));
        Same.assertSame(
                told(),
                changes.stream().flatMap(change -> change.events().stream()).collect(Collectors.toList()));
    }

    private static <A> A last(List<Change<A>> life) {
        return life.get(life.size() - 1).after();
    }

    private List<DomainEvent> told() {
        List<Pending> pending = Work.in(unitOfWork(), stores -> {
            List<Pending> all = stores.outbox().pending(Instant.MAX, 1_000);
            stores.outbox().told(all);
            return all;
        });
        return pending.stream().map(Pending::event).collect(Collectors.toList());
    }
}
