package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A workspace as a store is to find it, among others. */
record FoundWorkspace(UnitOfWork store, Workspace expected) {

    private static final int ALL = 10_000;

    void assertListedByWhatItIs() {
        Stream.of("1", "2", "3").map(Given::accountId).forEach(account -> {
            assertListed(new Which.PaidThrough(account), isPaidThrough(account));
            assertListed(new Which.Awaiting(account), expected.awaitedAccounts().contains(account));
        });
        Stream.of(Given.HOLDER.id(), GivenWorkspaces.OTHER_HOLDER.id()).forEach(holder -> {
            assertListed(
                    new Which.SettledBy(holder),
                    expected.bindings().inForce().contains(new ThroughBillingCenter(holder)));
            assertListed(
                    new Which.LockedByArrears(holder),
                    expected.closed().isEmpty() && expected.locks().causes().contains(new LockCause.Arrears(holder)));
            assertListed(new Which.Under(holder), isUnder(holder));
        });
    }

    void assertDueWhenTimeBringsSomething() {
        Option<Instant> next = expected.nextDue();
        assertThat(isAmong(due(next.getOrElse(Instant.parse("2100-01-01T00:00:00Z")))))
                .isEqualTo(next.isDefined());
        next.forEach(at -> assertThat(isAmong(due(at.minusNanos(1)))).isFalse());
    }

    void assertHistory(List<DomainEvent> events) {
        int half = events.size() / 2;
        assertThat(Work.list(store, stores -> stores.workspaces().history(expected.id(), 0, ALL)))
                .isEqualTo(events);
        assertThat(Work.list(store, stores -> stores.workspaces().history(expected.id(), half, 2)))
                .isEqualTo(events.subList(half, Math.min(half + 2, events.size())));
    }

    private void assertListed(Which which, boolean listed) {
        List<Versioned<Workspace>> all =
                Work.in(store, stores -> stores.workspaces().list(which, Option.none(), ALL));
        assertThat(isAmong(all)).as("%s", which).isEqualTo(listed);
    }

    private boolean isPaidThrough(CloudAccountId account) {
        return expected.bindings()
                .inForce()
                .exists(method -> method instanceof ThroughCloudAccount through
                        && through.account().equals(account));
    }

    private boolean isUnder(BillingCenterAccountId holder) {
        return expected.closed().isEmpty()
                && expected.registration().ownership().holder().equals(holder);
    }

    private boolean isAmong(List<Versioned<Workspace>> found) {
        return found.stream().map(Versioned::aggregate).anyMatch(expected::equals);
    }

    private List<Versioned<Workspace>> due(Instant at) {
        return Work.in(store, stores -> stores.workspaces().due(at, ALL));
    }
}
