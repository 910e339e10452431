package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** What a store is to find by what is so of it, among others. */
record FoundAgain(UnitOfWork store) {

    private static final int ALL = 10_000;
    private static final Instant THE_END = Instant.parse("2100-01-01T00:00:00Z");

    /** In a page of its holder's, if it is on file, or offered. */
    void assertFound(CloudAccount account) {
        boolean held = account.holder().contains(Given.HOLDER.id());
        boolean hasSubscription =
                !account.payers().isEmpty() || !account.expected().isEmpty();
        assertThat(Work.list(store, stores -> stores.cloudAccounts().onFile(Given.HOLDER.id(), Option.none(), ALL))
                        .contains(account))
                .isEqualTo(held && account.isOnFile());
        assertThat(Work.list(store, stores -> stores.cloudAccounts().offered(Given.HOLDER.id(), Option.none(), ALL))
                        .contains(account))
                .isEqualTo(held && hasSubscription);
    }

    /** Where its cascade is open, and when its end is to be decided. */
    void assertFound(Subscription subscription) {
        assertThat(isAmong(Work.list(store, stores -> stores.subscriptions().withOpenCascade(ALL)), subscription))
                .isEqualTo(subscription.cascadeOpen());
        Option<Instant> until = subscription.dueAt();
        assertThat(isAmong(due(until.getOrElse(THE_END)), subscription)).isEqualTo(until.isDefined());
        until.forEach(
                at -> assertThat(isAmong(due(at.minusNanos(1)), subscription)).isFalse());
    }

    /** Where its cascade is open. */
    void assertFound(Arrears arrears) {
        assertThat(isAmong(Work.list(store, stores -> stores.arrears().withOpenCascade(ALL)), arrears))
                .isEqualTo(arrears.cascadeOpen());
    }

    private List<Versioned<Subscription>> due(Instant at) {
        return Work.in(store, stores -> stores.subscriptions().due(at, ALL));
    }

    private static <A> boolean isAmong(List<Versioned<A>> found, A expected) {
        return found.stream().map(Versioned::aggregate).anyMatch(expected::equals);
    }
}
