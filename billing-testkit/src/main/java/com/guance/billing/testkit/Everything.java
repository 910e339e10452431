package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.Claim;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something in every store. */
final class Everything {

    private static final String ACCOUNT = "1";
    private static final WorkspaceId WORKSPACE = new WorkspaceId("wksp_1");
    private static final GivenMeter METER = GivenMeter.of(ACCOUNT, "api-calls");
    private static final Notice.Envelope ENVELOPE = GivenNotices.envelope("notice-1");
    private static final Claim CLAIM = GivenNotices.claim("digest-1");
    private static final int EVENTS = 13;
    private static final Duration LONG = Duration.ofDays(365);
    private static final BillingCenterAccountId HOLDER = Given.HOLDER.id();

    private Everything() {}

    static void write(Stores stores) {
        stores.cloudAccounts().save(Revision.first(Given.accountOnFile(ACCOUNT)));
        stores.subscriptions().save(Revision.first(Given.activeSubscription(ACCOUNT)));
        stores.workspaces().save(List.of(Revision.first(Given.workspacePaidBy(ACCOUNT, WORKSPACE.value()))));
        stores.agreements().save(Revision.first(agreement()));
        stores.arrears().save(List.of(Revision.first(GivenWorkspaces.inArrears(HOLDER.value()))));
        stores.claims().add(CLAIM);
        stores.notices().add(KeptNotice.first(ENVELOPE, new NoticeOutcome.Ignored("on purpose")));
        stores.charges().add(List.of(METER.charge("charge-1", WORKSPACE.value(), "2.5")));
        METER.close(stores, METER.record(0));
        stores.charges().add(List.of(METER.charge("charge-2", WORKSPACE.value(), "1")));
    }

    /** Changes everything that {@link #write} wrote. */
    static void change(Stores stores) {
        stores.outbox().told(stores.outbox().pending(Instant.MAX, EVENTS));
        stores.cloudAccounts()
                .save(new Revision<>(1, Change.none(Given.accountOnFile(ACCOUNT).after())));
        stores.subscriptions()
                .save(new Revision<>(
                        1, Change.none(Given.activeSubscription(ACCOUNT).after())));
        Change<Workspace> ended = Given.payerEnded(
                Given.workspacePaidBy(ACCOUNT, WORKSPACE.value()).after(), ACCOUNT);
        stores.workspaces().save(List.of(new Revision<>(1, ended)));
        stores.agreements()
                .save(new Revision<>(
                        1, agreement().after().linkedTo(Given.licensed("1"), Given.byMarketplace(Given.NOW))));
        stores.arrears()
                .save(List.of(new Revision<>(
                        1, GivenWorkspaces.inArrears(HOLDER.value()).after().cascadeCompleted())));
        stores.claims().redeem(CLAIM.redeem(Given.NOW).get());
        stores.notices().repeated(ENVELOPE.identity(), Given.NOW);
        METER.close(stores, METER.record(1));
    }

    static void assertThere(Stores stores) {
        assertWritten(stores);
        assertThat(stores.outbox().pending(Instant.MAX, EVENTS + 1)).hasSize(EVENTS);
    }

    static void assertWritten(Stores stores) {
        assertThat(stores.cloudAccounts().find(Given.accountId(ACCOUNT)))
                .isEqualTo(
                        Option.some(new Versioned<>(Given.accountOnFile(ACCOUNT).after(), 1)));
        assertThat(stores.subscriptions().find(List.of(Given.subscriptionId(ACCOUNT))))
                .containsEntry(
                        Given.subscriptionId(ACCOUNT),
                        new Versioned<>(Given.activeSubscription(ACCOUNT).after(), 1));
        assertThat(stores.workspaces().find(List.of(WORKSPACE)))
                .containsEntry(
                        WORKSPACE,
                        new Versioned<>(
                                Given.workspacePaidBy(ACCOUNT, WORKSPACE.value())
                                        .after(),
                                1));
        assertThat(stores.workspaces().history(WORKSPACE, 0, EVENTS))
                .isEqualTo(Given.workspacePaidBy(ACCOUNT, WORKSPACE.value()).events());
        assertThat(stores.workspaces().due(Given.NOW.plus(LONG), 1)).isEmpty();
        assertThat(stores.agreements().find(Given.agreementId("1")))
                .isEqualTo(Option.some(new Versioned<>(agreement().after(), 1)));
        assertThat(stores.arrears().find(List.of(HOLDER)))
                .containsEntry(
                        HOLDER,
                        new Versioned<>(
                                GivenWorkspaces.inArrears(HOLDER.value()).after(), 1));
        assertThat(stores.arrears().withOpenCascade(1)).hasSize(1);
        assertThat(stores.claims().find(CLAIM.digest())).isEqualTo(Option.some(CLAIM));
        assertThat(stores.notices().find(ENVELOPE.identity()).map(KeptNotice::outcome))
                .isEqualTo(Option.some(new NoticeOutcome.Ignored("on purpose")));
        assertThat(stores.notices().repetitions(ENVELOPE.identity())).isZero();
        assertThat(stores.charges().find(List.of("charge-1", "charge-2"))).hasSize(2);
        assertThat(stores.charges().unrecorded(METER.record(1).hour(), 5)).containsExactly(METER.record(0));
        assertThat(stores.meteringRecords().owed(MeteringRecordsContract.ofLate(Given.PROFILE.product()), 5))
                .hasSize(1);
        BooksAre.assertBooks(stores, METER, "3.5", Map.of(Standing.WAITING, "3", Standing.CARRIED, "0.5"));
    }

    static void assertNothingThere(Stores stores) {
        assertThat(stores.cloudAccounts().find(Given.accountId(ACCOUNT))).isEqualTo(Option.none());
        assertThat(stores.cloudAccounts().onFile(Given.HOLDER.id(), Option.none(), 1))
                .isEmpty();
        assertThat(stores.subscriptions().find(List.of(Given.subscriptionId(ACCOUNT))))
                .isEmpty();
        assertThat(stores.workspaces().find(List.of(WORKSPACE))).isEmpty();
        assertThat(stores.workspaces().history(WORKSPACE, 0, EVENTS)).isEmpty();
        assertThat(stores.agreements().find(Given.agreementId("1"))).isEqualTo(Option.none());
        assertThat(stores.arrears().find(List.of(HOLDER))).isEmpty();
        assertThat(stores.claims().find(CLAIM.digest())).isEqualTo(Option.none());
        assertThat(stores.notices().find(ENVELOPE.identity())).isEqualTo(Option.none());
        assertThat(stores.charges().find(List.of("charge-1", "charge-2"))).isEmpty();
        assertThat(stores.meteringRecords().find(List.of(METER.record(0)))).isEmpty();
        assertThat(stores.meteringRecords().books(Given.accountId(ACCOUNT))).isEmpty();
        assertThat(stores.outbox().pending(Instant.MAX, 1)).isEmpty();
    }

    private static Change<Agreement> agreement() {
        return Agreement.seen(Given.agreementId("1"), Given.byMarketplace(Given.NOW));
    }
}
