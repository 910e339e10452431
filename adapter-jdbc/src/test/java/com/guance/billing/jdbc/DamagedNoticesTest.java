package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.testkit.Given;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A kept notice that cannot be read hides no other from staff, and is reported until it can be read (REL-1). */
class DamagedNoticesTest {

    private static final NoticeOutcome MALFORMED = new NoticeOutcome.Malformed(List.of("no JSON"));
    private static final UnreadableEntry.Reason REASON = UnreadableEntry.Reason.MALFORMED;

    /** What is damaged: a part of a row, and how it is mended. */
    enum Part {
        OUTCOME("outcome = '~' || outcome", "outcome = SUBSTRING(outcome FROM 2)"),
        TEXT("is_escaped = TRUE", "is_escaped = FALSE"),
        STAFF("resubmitted_by = '~' || resubmitted_by", "resubmitted_by = SUBSTRING(resubmitted_by FROM 2)");

        private final String damage;
        private final String mend;

        Part(String damage, String mend) {
            this.damage = damage;
            this.mend = mend;
        }
    }

    static Stream<Arguments> parts() {
        return Stream.of(Databases.values())
                .flatMap(databases -> Stream.of(Part.values()).map(part -> Arguments.of(databases, part)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName(
            "REL-1 NOT-1 of five notices that were not received two cannot be read: the others are listed, page by page")
    void othersAreListed(Databases databases, Part part) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        for (String id : List.of("n-1", "n-2", "n-3", "n-4", "n-5")) {
            Transactions.run(store, stores -> stores.notices().add(judged(id, 1)));
        }
        Databases.run(database, "UPDATE billing_notice SET " + part.damage + " WHERE notice_id IN ('n-1', 'n-3')");

        assertThat(listed(store, Option.none(), 9)).isEqualTo(new Listed(List.of("n-2", "n-4", "n-5"), 2));
        assertThat(listed(store, Option.none(), 1).ids).containsExactly("n-2");
        assertThat(listed(store, Option.some("n-2"), 2)).isEqualTo(new Listed(List.of("n-4", "n-5"), 1));
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName("REL-1 NOT-1 a judgement that cannot be read hides no other judgement of its notice")
    void otherJudgementsAreListed(Databases databases, Part part) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        IntStream.rangeClosed(1, 4)
                .forEach(nr ->
                        Transactions.run(store, stores -> stores.notices().add(judged("n-1", nr))));
        Databases.run(database, "UPDATE billing_notice SET " + part.damage + " WHERE judgement = 2");

        assertThat(history(store, 0, 9)).containsExactly(1, 3, 4);
        assertThat(history(store, 0, 2)).containsExactly(1, 3);
        assertThat(history(store, 3, 2)).containsExactly(4);
    }

    @ParameterizedTest
    @MethodSource("parts")
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("REL-1 REL-3 several unreadable judgements of one notice end the page, and hide no later one")
    void severalOfOneNotice(Databases databases, Part part) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        IntStream.rangeClosed(1, 8)
                .forEach(nr ->
                        Transactions.run(store, stores -> stores.notices().add(judged("n-1", nr))));
        Databases.run(database, "UPDATE billing_notice SET " + part.damage + " WHERE judgement <= 3");

        assertThat(history(store, 0, 3)).containsExactly(4, 5, 6);
        assertThat(history(store, 0, 9)).containsExactly(4, 5, 6, 7, 8);
    }

    @ParameterizedTest
    @MethodSource("parts")
    @DisplayName("REL-1 it is reported once, and stays listed as unreadable until all of it can be read")
    void readAgain(Databases databases, Part part) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        Transactions.run(store, stores -> stores.notices().add(judged("n-1", 1)));
        Databases.run(database, "UPDATE billing_notice SET " + part.damage);
        List<UnreadableEntry> entries = List.of(new UnreadableEntry(EntryKind.NOTICE, "aws/n-1", REASON));
        Transactions.run(store, stores -> stores.unreadables().add(entries));

        assertThat(readAgain(store, entries)).isEmpty();
        Databases.run(database, "UPDATE billing_notice SET " + part.mend);
        assertThat(readAgain(store, entries)).isEqualTo(entries);
    }

    private static List<UnreadableEntry> readAgain(UnitOfWork store, List<UnreadableEntry> entries) {
        return ask(store, stores -> stores.unreadables().readAgain(entries));
    }

    private static KeptNotice judged(String id, int judgement) {
        Notice.Envelope envelope = new Notice.Envelope(id, "aws", Given.NOW, new RawText("who"));
        Request staff = new Request(new Actor.Staff(new UserId("staff")), Given.NOW);
        return new KeptNotice(envelope, judgement, MALFORMED, Option.some(staff));
    }

    private static Listed listed(UnitOfWork store, Option<String> after, int limit) {
        return ask(store, stores -> {
            List<String> ids = stores.notices().notReceived("aws", after, limit).stream()
                    .map(kept -> kept.envelope().id())
                    .toList();
            return new Listed(ids, stores.unreadables().leftOut().size());
        });
    }

    private static List<Integer> history(UnitOfWork store, int after, int limit) {
        return ask(store, stores -> {
            List<Integer> judgements = stores.notices().history(new Notice.Id("aws", "n-1"), after, limit).stream()
                    .map(KeptNotice::judgement)
                    .toList();
            assertThat(stores.unreadables().leftOut()).hasSize(after < 2 ? 1 : 0);
            return judgements;
        });
    }

    private static <T> T ask(UnitOfWork store, Function<Stores, T> work) {
        return Transactions.ask(store, work);
    }

    private record Listed(List<String> ids, int leftOut) {}
}
