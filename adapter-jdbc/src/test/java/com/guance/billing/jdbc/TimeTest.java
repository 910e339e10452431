package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Charge;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.GivenMeter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Instants are instants, whatever the zone of this machine and of the server. */
class TimeTest {

    private static final GivenMeter METER = GivenMeter.of("1", "api-calls");

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what was written in Kathmandu is read in Los Angeles as it was, where a clock hour comes twice, too")
    void zonesDoNotMatter(Databases databases) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        TakenCharge first = charge("k-1", Instant.parse("2026-11-01T08:10:00.123456789Z"));
        TakenCharge second = charge("k-2", Instant.parse("2026-11-01T09:10:00.999999999Z"));
        Transactions.run(store, stores -> {
            stores.charges().add(List.of(first, second));
            stores.cloudAccounts().save(Revision.first(Given.accountOnFile("1")));
        });

        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        Transactions.run(store, stores -> {
            assertThat(stores.charges().find(List.of("k-1", "k-2"))).containsValues(first, second);
            assertThat(stores.charges().unrecorded(second.charge().hour(), 5))
                    .containsExactly(
                            new RecordId(METER.record(0).meter(), first.charge().hour()),
                            new RecordId(
                                    METER.record(0).meter(), second.charge().hour()));
            assertThat(stores.outbox().pending(Instant.MAX, 1))
                    .allMatch(pending -> pending.event().at().equals(Given.NOW));
        });
        assertThat(happenedAt(database)).isEqualTo(Given.NOW.truncatedTo(ChronoUnit.MICROS));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a charge of an instant that no database knows can be kept, if nobody can be billed for it")
    void anyInstantCanBeKept(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        TakenCharge unsettled = METER.unsettled("k", "wksp_1", "1", 0);
        TakenCharge old = new TakenCharge(
                new Charge(
                        "k",
                        unsettled.charge().workspace(),
                        unsettled.charge().usage(),
                        new UsagePeriod(Instant.MIN, Instant.MIN.plusNanos(1))),
                unsettled.site(),
                unsettled.destination());

        Transactions.run(store, stores -> stores.charges().add(List.of(old)));

        Map<String, TakenCharge> found =
                Transactions.ask(store, stores -> stores.charges().find(List.of("k")));
        assertThat(found).isEqualTo(Map.of("k", old));
    }

    private static TakenCharge charge(String key, Instant last) {
        TakenCharge like = METER.charge(key, "wksp_1", "1");
        UsagePeriod period = new UsagePeriod(last.minusNanos(1), last.plusNanos(1));
        return new TakenCharge(
                new Charge(key, like.charge().workspace(), like.charge().usage(), period),
                like.site(),
                like.destination());
    }

    private static Instant happenedAt(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT MIN(happened_at) FROM billing_journal")) {
            assertThat(row.next()).isTrue();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
