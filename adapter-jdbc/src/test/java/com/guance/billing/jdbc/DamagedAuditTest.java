package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.driven.RunTimes.Confirmation;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.testkit.Given;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that only staff read, of who asked for what: one that cannot be read hides no other (REL-1). */
class DamagedAuditTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 REL-4 a redelivery that cannot be read hides no other, and is listed until it can be read")
    void redelivery(Databases databases) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        for (int position = 1; position <= 4; position++) {
            Databases.run(
                    database,
                    "INSERT INTO billing_redelivery (position, requested_by) VALUES (" + position + ", '"
                            + Json.write(by(position)) + "')");
        }
        Databases.run(
                database, "UPDATE billing_redelivery SET requested_by = '~' || requested_by WHERE position IN (1, 3)");

        LeftOut<Redelivery> all = listed(store, stores -> stores.outbox().redeliveries(Option.none(), 9));
        assertThat(all.read()).extracting(Redelivery::position).containsExactly(2L, 4L);
        assertThat(all.read()).extracting(Redelivery::by).containsExactly(by(2), by(4));
        assertThat(listed(store, stores -> stores.outbox().redeliveries(Option.none(), 2))
                        .read())
                .isEqualTo(all.read());
        assertThat(all.entries())
                .hasSize(2)
                .allMatch(entry -> entry.kind().name().equals("REDELIVERY"));
        untilMended(
                store,
                database,
                all.entries(),
                "UPDATE billing_redelivery SET requested_by = SUBSTRING(requested_by FROM 2) WHERE position IN (1, 3)");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 LOCK-8 a confirmed time that cannot be read hides no other, and is listed until it can be read")
    void confirmation(Databases databases) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        for (int second = 1; second <= 3; second++) {
            Request by = by(second);
            Transactions.run(store, stores -> stores.runTimes().confirmed(by));
        }
        String second = " WHERE at_second = " + by(2).at().getEpochSecond();
        Databases.run(database, "UPDATE billing_time_confirmation SET actor = '~' || actor" + second);

        LeftOut<Confirmation> all = listed(store, stores -> stores.runTimes().confirmations(2));
        assertThat(all.read()).extracting(Confirmation::by).containsExactly(by(3), by(1));
        assertThat(all.entries())
                .hasSize(1)
                .allMatch(entry -> entry.kind().name().equals("TIME_CONFIRMATION"));
        untilMended(
                store,
                database,
                all.entries(),
                "UPDATE billing_time_confirmation SET actor = SUBSTRING(actor FROM 2)" + second);
    }

    private static void untilMended(UnitOfWork store, DataSource database, Set<UnreadableEntry> entries, String mend) {
        assertThat(readAgain(store, entries)).isEmpty();
        Databases.run(database, mend);
        assertThat(readAgain(store, entries)).containsExactlyInAnyOrderElementsOf(entries);
    }

    private static List<UnreadableEntry> readAgain(UnitOfWork store, Set<UnreadableEntry> entries) {
        return Transactions.ask(store, stores -> stores.unreadables().readAgain(entries));
    }

    private static Request by(int second) {
        return new Request(new Actor.Staff(new UserId("staff")), Given.NOW.plusSeconds(second));
    }

    private static <T> LeftOut<T> listed(UnitOfWork store, Function<Stores, List<T>> list) {
        return Transactions.ask(
                store,
                stores -> new LeftOut<>(list.apply(stores), stores.unreadables().leftOut()));
    }

    private record LeftOut<T>(List<T> read, Set<UnreadableEntry> entries) {}
}
