package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.testkit.Given;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a message is, it is kept whole (NOT-4): a store that refused one would be given it again for ever. */
class NoticeTextsTest {

    private static final List<String> TEXTS = List.of(
            "",
            "{\"Message\": \"观测 \uD83D\uDE80\"}\n",
            "a NUL \u0000 inside",
            "half \uD83D of a pair",
            "long ".repeat(250_000));

    @ParameterizedTest
    @EnumSource
    @DisplayName("any text is kept whole, under any id (NOT-4)")
    void anyTextIsKeptWhole(Databases databases) throws SQLException {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();

        for (String text : TEXTS) {
            Notice.Envelope envelope = new Notice.Envelope("id of " + text, "aws", Given.NOW, new RawText(text));
            NoticeOutcome outcome = new NoticeOutcome.Malformed(List.of("not JSON: " + text));
            KeptNotice notice = KeptNotice.first(envelope, outcome);
            Transactions.run(store, stores -> stores.notices().add(notice));

            Option<NoticeOutcome> kept = Transactions.ask(
                    store, stores -> stores.notices().find(envelope.identity()).map(KeptNotice::outcome));
            assertThat(kept).isEqualTo(Option.some(outcome));
            assertThatExceptionOfType(StaleVersion.class)
                    .isThrownBy(() ->
                            Transactions.run(store, stores -> stores.notices().add(notice)));
        }

        assertThat(TEXTS).allSatisfy(text -> assertThat(kept(database)).contains(text));
    }

    private static List<String> kept(DataSource database) throws SQLException {
        List<String> kept = new java.util.ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT raw_text, is_escaped FROM billing_notice")) {
            while (row.next()) {
                kept.add(row.getBoolean(2) ? Json.read(row.getString(1), String.class) : row.getString(1));
            }
        }
        return kept;
    }
}
