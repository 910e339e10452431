package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.Product;
import com.guance.billing.testkit.GivenMeter;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Among many rows of which few are asked for, every question that lists is answered by its own index. */
class PlansTest {

    private static final int MANY = 5_000;
    private static final Instant EARLY = Instant.ofEpochSecond(3);
    private static final CloudAccountId ACCOUNT = new CloudAccountId("v-7");
    private static final Option<CloudAccountId> AFTER = Option.some(new CloudAccountId("aws:3"));
    private static final Product PRODUCT = new Product("aws", "p-7");
    private static final BillingCenterAccountId HOLDER = new BillingCenterAccountId("v-7");

    private static final MeteringHour EIGHT = MeteringHour.of(Instant.parse("2026-03-10T08:00:00Z"));
    private static final RecordedHours HOURS = new RecordedHours(PRODUCT, EIGHT, EIGHT.next());

    private static final Rebinding REBINDING = new Rebinding(
            new WorkspaceId("v-7"),
            new Binding(
                    new SettlementMethod.ThroughCloudAccount(ACCOUNT, new SubscriptionId("v-7")), EARLY, Option.none()),
            GivenMeter.of("1", "api-calls").metered());

    private static final Map<String, Consumer<Workspaces>> OF_WORKSPACES = Map.of(
            "workspace_paid_by", all -> all.paidBy(new SubscriptionId("v-7"), 10),
            "workspace_paid_through", all -> list(all, new Which.PaidThrough(ACCOUNT)),
            "(?s)workspace_waiting.*workspace_returning", all -> list(all, new Which.Awaiting(ACCOUNT)),
            "workspace_settled_by", all -> list(all, new Which.SettledBy(HOLDER)),
            "arrears_lock_pkey|arrears_lock\\s+/\\* public.primary_key",
                    all -> list(all, new Which.LockedByArrears(HOLDER)),
            "workspace_under", all -> list(all, new Which.Under(HOLDER)),
            "workspace_due", all -> all.due(EARLY, 10),
            "journal_order", all -> all.history(new WorkspaceId("wksp_7"), 1, 10));

    private static final Map<String, Consumer<Stores>> OF_PAYERS = Map.of(
            "cloud_account_on_file", stores -> stores.cloudAccounts().onFile(HOLDER, AFTER, 10),
            "cloud_account_offered", stores -> stores.cloudAccounts().offered(HOLDER, AFTER, 10),
            "subscription_cascade", stores -> stores.subscriptions().withOpenCascade(10),
            "subscription_final", stores -> stores.subscriptions().withOpenFinalHour(10),
            "subscription_due", stores -> stores.subscriptions().due(EARLY, 10),
            "arrears_cascade", stores -> stores.arrears().withOpenCascade(10));

    private static final StatementPeriod PERIOD =
            StatementPeriod.of(Instant.parse("2026-03-10T08:00:00Z"), Instant.parse("2026-03-10T09:00:00Z"));

    private static final Map<String, Consumer<Stores>> OF_STATEMENTS = Map.of(
            "metering_record_account", stores -> stores.statements().records(ACCOUNT, PERIOD, Option.none(), 10),
            "(?s)lot_account.*charge_lot.*lot_account.*charge_lot",
                    stores -> stores.statements().charges(ACCOUNT, PERIOD, Option.none(), 20),
            "lot_account", stores -> stores.statements().chargedHours(ACCOUNT, PERIOD));

    private static final IdleHours IDLE = new IdleHours(
            PRODUCT, IdentityForm.LEGACY, Set.of(new Dimension("d"), new Dimension("e")), EIGHT, EIGHT.next());

    private static final Map<String, Consumer<Stores>> OF_METERING = Map.of(
            "lot_subscription", stores -> stores.charges().hoursOf(new SubscriptionId("v-7")),
            "(?s)subscription_life.*metering_record_meter|metering_record_meter.*subscription_life",
                    stores -> stores.meteringRecords().idle(IDLE, 10),
            "remainder_units", stores -> stores.charges().returned(EIGHT, 10),
            "remainder_(units|pkey)|primary_key",
                    stores ->
                            stores.charges().returnedTo(GivenMeter.of("7", "d").customer()),
            "charge_workspace", stores -> stores.charges().rebind(List.of(REBINDING)),
            "(?s)metering_record_of|metering_record_owed.*metering_record_owed",
                    stores -> stores.meteringRecords().owed(new Sendable(PRODUCT, EARLY, EARLY, 0), 10),
            "metering_record_lapsing", stores -> stores.meteringRecords().lapsing(PRODUCT, EARLY, 1, 10),
            "metering_record_held", stores -> stores.meteringRecords().held(HeldRecords.of(PRODUCT), 10),
            "metering_record_hours", stores -> stores.meteringRecords().made(HOURS, Option.none(), 10),
            "metering_record_o", stores -> stores.subscriptions().overrun(EARLY, 10));

    private static final Map<String, Consumer<Stores>> OF_BACKLOG = Map.of(
            "(?s)metering_record_(owed|lapsing).*metering_record_(stuck|held).*metering_record_(beside|hours).*metering_record_lapsing",
                    stores -> stores.backlog().records(PRODUCT),
            "lot_un(settled|recorded)", stores -> stores.backlog().unsettledCharges(),
            "(?s)subscription_cascade.*arrears_cascade",
                    stores -> stores.backlog().openCascades(),
            "(?s)journal_untold.*journal_untold", stores -> stores.backlog().untold(10));

    @ParameterizedTest
    @EnumSource
    @DisplayName("lists, what is due, open cascades and histories are found by an index each")
    void everyListHasItsIndex(Databases databases) {
        DataSource database = databases.migrated();
        fill(database);
        ExplainingDataSource explaining = new ExplainingDataSource(database);
        UnitOfWork store = JdbcBilling.over(explaining.dataSource()).unitOfWork();

        assertThat(OF_WORKSPACES).allSatisfy((index, ask) -> {
            explained(store, stores -> ask.accept(stores.workspaces()));
            assertThat(explaining.plans().toLowerCase(Locale.ROOT)).containsPattern(index);
        });
        Stream.of(OF_PAYERS, OF_METERING, OF_BACKLOG, OF_STATEMENTS)
                .forEach(asked -> assertThat(asked).allSatisfy((index, ask) -> {
                    explained(store, ask);
                    assertThat(explaining.plans().toLowerCase(Locale.ROOT)).containsPattern(index);
                }));
    }

    private static void list(Workspaces all, Which which) {
        assertThat(all.list(which, Option.some(new WorkspaceId("wksp_3")), 10)).isEmpty();
    }

    private static void explained(UnitOfWork store, Consumer<Stores> ask) {
        try {
            Transactions.run(store, ask);
        } catch (EntryUnreadable withoutHistory) {
            // a plan needs no more than these rows
        }
    }

    /** Thin rows without a history: a plan needs no more. */
    private static void fill(DataSource database) {
        insert(
                database,
                "billing_workspace (id, version, holder, site, cloud_account, subscription, billing_center,"
                        + " waits_for, returns_to, closed, due_second, due_nano)",
                i -> "'wksp_" + i + "', 1, " + one(i) + ", 'cn1', " + one(i) + ", " + one(i) + ", " + one(i) + ", "
                        + one(i) + ", " + one(i + 1) + ", " + (i % 3 == 0) + ", " + i + ", 0");
        insert(database, "billing_arrears_lock (account, workspace)", i -> one(i) + ", 'wksp_" + i + "'");
        insert(
                database,
                "billing_cloud_account (id, version, holder, on_file, offered)",
                i -> "'aws:" + i + "', 1, " + one(i) + ", " + rare(i) + ", " + rare(i + 1));
        insert(
                database,
                "billing_subscription (id, version, customer_key, life, status, cascade_open, final_open, due_second,"
                        + " due_nano)",
                i -> "'s-" + i + "', 1, 'c-" + i + "', 1, 'ENDING', " + rare(i) + ", " + rare(i + 1) + ", " + i
                        + ", 0");
        insert(
                database,
                "billing_metering_record (id, version, cloud_account, subscription, product, customer_key, dimension,"
                        + " hour_start, stamp_second, stamp_nano, units, unsettled_units, status, owed, too_large,"
                        + " send_second, send_nano, warnings)",
                i -> "'r-" + i + "', 1, " + one(i) + ", 's-" + i + "', 'aws/p-" + i % 500 + "', 'c-" + i + "', 'd',"
                        + " TIMESTAMP '2026-03-10 08:00:00', " + i + ", 0, 1, 0, '"
                        + (i % 500 == 8 ? "HELD" : "ACCEPTED")
                        + "', " + rare(i) + ", FALSE, " + i + ", 0, 0");
        insert(database, "billing_arrears (id, version, cascade_open)", i -> "'bc-" + i + "', 1, " + rare(i));
        insert(
                database,
                "billing_journal (kind, subject, version, nr, type, payload, happened_at, actor, told)",
                i -> "'kind-" + i % 2 + "', 'wksp_" + i
                        + "', 1, 1, 't', '{}', TIMESTAMP '2026-03-10 08:00:00', '{}', TRUE");
        insert(
                database,
                "billing_lot (id, cloud_account, dimension, hour_start, subscription, customer_key, record_hour)",
                i -> i + ", " + one(i) + ", 'd', TIMESTAMP '2026-03-10 08:00:00', " + one(i) + ", " + one(i) + ", "
                        + (i % 2 == 0 ? "NULL" : "TIMESTAMP '2026-03-10 08:00:00'"));
        insert(
                database,
                "billing_meter (customer_key, dimension, customer)",
                i -> "'v-" + i + "', 'd', '{\"is\":\"legacy\",\"product\":{\"marketplace\":\"aws\",\"code\":\"p\"},"
                        + "\"identifier\":\"c\"}'");
        insert(
                database,
                "billing_charge (charge_key, cloud_account, workspace, site, lot, quantity,"
                        + " from_second, from_nano, until_second, until_nano)",
                i -> "'k-" + i + "', " + one(i) + ", " + one(i) + ", 's', " + i + ", 1, 0, 0, " + i + ", 0");
        insert(
                database,
                "billing_remainder (customer_key, dimension, workspace, site, cloud_account, quantity)",
                i -> "'c-" + i + "', 'd', 'wksp_" + i + "', 's', " + one(i) + ", " + (rare(i) ? "1.5" : "0.5"));
        Databases.run(database, "ANALYZE");
    }

    private static String one(int i) {
        return "'v-" + i % 500 + "'";
    }

    private static boolean rare(int i) {
        return i % 250 == 7;
    }

    private static void insert(DataSource database, String into, IntFunction<String> row) {
        Databases.run(
                database,
                IntStream.range(0, MANY)
                        .mapToObj(i -> "(" + row.apply(i) + ")")
                        .collect(Collectors.joining(", ", "INSERT INTO " + into + " VALUES ", "")));
    }
}
