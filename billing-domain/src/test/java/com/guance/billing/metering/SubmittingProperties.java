package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** A record's way through every order of attempts, answers, silence, decisions and time. */
class SubmittingProperties {

    private static final Set<RecordStatus> OWED = Set.of(RecordStatus.MADE, RecordStatus.SENT);
    private static final long QUANTITY = 7;

    /** What may befall a record. */
    enum Step {
        SEND,
        ACCEPTED,
        DUPLICATE,
        NOT_SUBSCRIBED,
        UNPROCESSED,
        UNANSWERED,
        REFUSED,
        REJECTED,
        REJECTED_AMONG_OTHERS,
        EXPIRE_RETURNING,
        EXPIRE_UNSETTLING,
        RELEASE,
        DECIDE_NOTHING_BILLED,
        DECIDE_PART_BILLED,
        DECIDE_PART_BILLED_REST_LOST,
        DECIDE_TOO_MUCH_BILLED,
        WARN
    }

    @Property(tries = 500)
    @Label("SUB-1…SUB-11 a record's status is what its attempts, their answers and decisions say")
    void statuses(@ForAll("steps") List<Step> steps) {
        MeteringRecord record = made().after();
        RecordStatus status = RecordStatus.MADE;
        int open = 0;
        for (int i = 0; i < steps.size(); i++) {
            RecordStatus before = status;
            status = expected(steps.get(i), status, open);
            open += opened(steps.get(i), before, open) + alarmed(steps.get(i), record, open);
            record = taken(record, steps.get(i), i).after();
            assertThat(record.status()).isEqualTo(status);
            assertThat(record.unanswered()).isEqualTo(open);
        }
        Statistics.label("status")
                .collect(status)
                .coverage(checker -> Stream.of(RecordStatus.values())
                        .filter(each -> each != RecordStatus.CARRIED)
                        .forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Property(tries = 2000)
    @Label("INV-7 each unit stands once: where the status says, unsettled beside it, or in the journal again")
    void balanced(@ForAll("steps") List<Step> steps) {
        MeteringRecord record = made().after();
        for (int i = 0; i < steps.size(); i++) {
            record = taken(record, steps.get(i), i).after();
            long returned = record.returned().total();
            assertThat(record.units() + record.unsettledBeside() + returned).isEqualTo(QUANTITY);
            assertThat(returned == 0
                            || Set.of(RecordStatus.RETURNED, RecordStatus.ACCEPTED)
                                    .contains(record.status()))
                    .isTrue();
            assertThat(record.units() == 0).isEqualTo(record.status() == RecordStatus.RETURNED);
        }
        interesting(
                "a part was billed and a part returned",
                record.units() > 0 && record.returned().total() > 0);
        interesting("a part was billed and a part lost", record.units() > 0 && record.unsettledBeside() > 0);
    }

    @Property(tries = 500)
    @Label("SUB-9 INV-8 no attempt leaves while another may be on its way, nor one that backs off")
    void leased(@ForAll("steps") List<Step> steps, @ForAll("seconds") List<Integer> seconds) {
        MeteringRecord record = made().after();
        Instant now = World.START;
        Instant leasedUntil = Instant.MIN;
        boolean refused = false;
        for (int i = 0; i < Math.min(steps.size(), seconds.size()); i++) {
            now = now.plusSeconds(seconds.get(i));
            Request by = World.byClock(now);
            if (steps.get(i) != Step.SEND) {
                record = taken(record, steps.get(i), by).after();
                leasedUntil =
                        record.status() == RecordStatus.SENT && steps.get(i) == Step.WARN ? leasedUntil : Instant.MIN;
                continue;
            }
            MeteringRecord present = record;
            if (record.maySend(now)) {
                assertThat(now).isAfterOrEqualTo(leasedUntil);
                record = record.sent(Metering.RETRIES, by).after();
                leasedUntil = now.plus(Metering.RETRIES.lease());
                assertThat(record.maySend(leasedUntil.minusNanos(1))).isFalse();
                assertThat(record.maySend(leasedUntil)).isTrue();
            } else {
                refused = true;
                assertThatIllegalStateException().isThrownBy(() -> present.sent(Metering.RETRIES, by));
            }
        }
        interesting("an attempt had to wait", refused);
    }

    @Property(tries = 500)
    @Label(
            "SUB-11 a record with an unanswered attempt is never unsettled nor held; SUB-1 in doubt it is owed or disputed")
    void inDoubt(@ForAll("steps") List<Step> steps) {
        MeteringRecord record = made().after();
        boolean decided = false;
        for (int i = 0; i < steps.size(); i++) {
            record = taken(record, steps.get(i), i).after();
            decided |= steps.get(i).name().startsWith("DECIDE") && !record.isOwed();
            if (record.unanswered() > 0 && !decided) {
                assertThat(record.status()).isIn(RecordStatus.SENT, RecordStatus.DISPUTED, RecordStatus.ACCEPTED);
            }
            assertThat(record.isOwed()).isEqualTo(OWED.contains(record.status()));
        }
    }

    @Property(tries = 500)
    @Label("MET-6 nothing that befalls a record changes what it says")
    void frozen(@ForAll("steps") List<Step> steps) {
        MeteringRecord made = made().after();
        MeteringRecord record = made;
        for (int i = 0; i < steps.size(); i++) {
            record = taken(record, steps.get(i), i).after();
        }

        assertThat(record.id()).isEqualTo(made.id());
        assertThat(record.billed()).isEqualTo(made.billed());
        assertThat(record.content()).isEqualTo(made.content());
    }

    @Property(tries = 500)
    @Label("SUB-1 what is settled stays settled, whatever answer comes late; but a late receipt ends a dispute")
    void settled(@ForAll("steps") List<Step> steps, @ForAll("answers") Step late) {
        MeteringRecord record = made().after();
        for (int i = 0; i < steps.size(); i++) {
            record = taken(record, steps.get(i), i).after();
        }
        if (!record.isOwed() && !isProof(late, record.status(), record.unanswered())) {
            Change<MeteringRecord> change = taken(record, late, steps.size());
            assertThat(change.after().status()).isEqualTo(record.status());
            assertThat(change.after().returned()).isEqualTo(record.returned());
            assertThat(change.events())
                    .hasSize(-alarmed(late, record, record.unanswered()))
                    .allMatch(MeteringRecordEvent.RecordBilledAfterAll.class::isInstance);
        }
        if (!record.isOwed()) {
            MeteringRecord settled = record;
            assertThatIllegalStateException()
                    .isThrownBy(() -> settled.sent(Metering.RETRIES, World.byClock(at(steps.size()))));
        }
    }

    @Property(tries = 500)
    @Label("INV-4 a record is what its events say, field by field")
    void replay(@ForAll("steps") List<Step> steps) {
        Change<MeteringRecord> change = made();
        for (int i = 0; i < steps.size(); i++) {
            change = change.then(taken(change.after(), steps.get(i), i));
        }
        List<MeteringRecordEvent> events = new ArrayList<>();
        change.events().forEach(event -> events.add((MeteringRecordEvent) event));

        assertThat(MeteringRecord.replay(events)).isEqualTo(change.after());
        assertThat(MeteringRecord.replay(events)).usingRecursiveComparison().isEqualTo(change.after());
        assertThat(events).extracting(DomainEvent::subject).containsOnly(Metering.RECORD.key());
    }

    @Example
    @Label("INV-4 a history starts with the making")
    void historyWithoutBirth() {
        assertThatIllegalArgumentException().isThrownBy(() -> MeteringRecord.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeteringRecord.replay(List.of(new MeteringRecordEvent.RecordSent(
                        Metering.RECORD, 1, World.START, World.byClock(World.START)))));
    }

    private static Change<MeteringRecord> made() {
        SiteId site = new SiteId("us1");
        RecordContent content = RecordContent.of(
                World.START,
                List.of(new Allocation(new WorkspaceId("a"), site, 3), new Allocation(new WorkspaceId("b"), site, 4)));
        return MeteringRecord.made(Metering.RECORD, Metering.BILLED, content, World.byClock(World.START));
    }

    private static void interesting(String what, boolean occurred) {
        Statistics.label(what)
                .collect(occurred)
                .coverage(coverage -> coverage.check(true).count(times -> times > 0));
    }

    /** Hours lie between two steps: leases and backing off are over then. */
    private static Change<MeteringRecord> taken(MeteringRecord record, Step step, int place) {
        return taken(record, step, World.byStaff(at(place)));
    }

    private static Instant at(int place) {
        return World.START.plusSeconds(3_600L * place);
    }

    /** A late send is not tried: it would be a fault of ours. What is refused changes nothing. */
    private static Change<MeteringRecord> taken(MeteringRecord record, Step step, Request by) {
        return switch (step) {
            case SEND -> record.maySend(by.at()) ? record.sent(Metering.RETRIES, by) : Change.none(record);
            case ACCEPTED -> Metering.answered(record, new MeteringAnswer.Accepted("receipt"), by);
            case DUPLICATE -> Metering.answered(record, new MeteringAnswer.Duplicate(), by);
            case NOT_SUBSCRIBED -> Metering.answered(record, new MeteringAnswer.NotSubscribed(), by);
            case UNPROCESSED -> Metering.answered(record, new MeteringAnswer.Unprocessed(), by);
            case UNANSWERED -> Metering.answered(record, new MeteringAnswer.Unanswered(), by);
            case REFUSED -> record.refused(record.attempts(), "unknown", Metering.RETRIES, by);
            case REJECTED -> record.rejected(new BatchRejected("why"), by);
            case REJECTED_AMONG_OTHERS -> record.rejectedAmongOthers(record.attempts(), by);
            case EXPIRE_RETURNING -> record.expired(RecordStatus.RETURNED, by);
            case EXPIRE_UNSETTLING -> record.expired(RecordStatus.UNSETTLED, by);
            case RELEASE -> record.released(RecordStatus.RETURNED, by).getOrElse(Change.none(record));
            case DECIDE_NOTHING_BILLED ->
                record.decided(0, Metering.BASIS, RecordStatus.UNSETTLED, by).getOrElse(Change.none(record));
            case DECIDE_PART_BILLED ->
                record.decided(4, Metering.BASIS, RecordStatus.RETURNED, by).getOrElse(Change.none(record));
            case DECIDE_PART_BILLED_REST_LOST ->
                record.decided(2, Metering.BASIS, RecordStatus.UNSETTLED, by).getOrElse(Change.none(record));
            case DECIDE_TOO_MUCH_BILLED ->
                record.decided(QUANTITY + 1, Metering.BASIS, RecordStatus.RETURNED, by)
                        .getOrElse(Change.none(record));
            case WARN -> record.warned(1, by.at(), by);
        };
    }

    /** The rules, as a table: {@code open} counts the attempts without an answer before this step. */
    private static RecordStatus expected(Step step, RecordStatus status, int open) {
        if (isProof(step, status, open)) {
            return RecordStatus.ACCEPTED;
        }
        boolean doubt = open > 1;
        return switch (step) {
            case SEND -> OWED.contains(status) ? RecordStatus.SENT : status;
            case RELEASE -> status == RecordStatus.HELD ? RecordStatus.RETURNED : status;
            case DECIDE_NOTHING_BILLED -> status == RecordStatus.DISPUTED ? RecordStatus.UNSETTLED : status;
            case DECIDE_PART_BILLED, DECIDE_PART_BILLED_REST_LOST, DECIDE_TOO_MUCH_BILLED ->
                status == RecordStatus.DISPUTED ? RecordStatus.ACCEPTED : status;
            case EXPIRE_RETURNING -> expired(status, open, RecordStatus.RETURNED);
            case EXPIRE_UNSETTLING -> expired(status, open, RecordStatus.UNSETTLED);
            case WARN, UNANSWERED -> status;
            case ACCEPTED -> answered(status, RecordStatus.ACCEPTED);
            case DUPLICATE -> answered(status, doubt ? RecordStatus.ACCEPTED : RecordStatus.DISPUTED);
            case NOT_SUBSCRIBED -> answered(status, doubt ? RecordStatus.DISPUTED : RecordStatus.UNSETTLED);
            case REJECTED -> answered(status, doubt ? RecordStatus.DISPUTED : RecordStatus.HELD);
            case UNPROCESSED, REFUSED, REJECTED_AMONG_OTHERS ->
                answered(status, doubt ? RecordStatus.SENT : RecordStatus.MADE);
        };
    }

    private static RecordStatus answered(RecordStatus before, RecordStatus then) {
        return before == RecordStatus.SENT ? then : before;
    }

    private static RecordStatus expired(RecordStatus before, int open, RecordStatus rest) {
        if (!OWED.contains(before)) {
            return before;
        }
        return open > 0 ? RecordStatus.DISPUTED : rest;
    }

    /** A receipt that comes late ends a dispute. */
    private static boolean isProof(Step step, RecordStatus before, int open) {
        return step == Step.ACCEPTED && before == RecordStatus.DISPUTED && open > 0;
    }

    /** A receipt that comes after staff decided that not all was billed is taken note of. */
    private static int alarmed(Step step, MeteringRecord before, int open) {
        boolean notAll = Set.of(RecordStatus.RETURNED, RecordStatus.UNSETTLED).contains(before.status())
                || (before.status() == RecordStatus.ACCEPTED && before.units() < QUANTITY);
        return step == Step.ACCEPTED && open > 0 && notAll ? -1 : 0;
    }

    private static int opened(Step step, RecordStatus before, int open) {
        return switch (step) {
            case SEND -> OWED.contains(before) ? 1 : 0;
            case ACCEPTED, DUPLICATE, NOT_SUBSCRIBED, UNPROCESSED, REFUSED, REJECTED, REJECTED_AMONG_OTHERS ->
                before == RecordStatus.SENT || isProof(step, before, open) ? -1 : 0;
            default -> 0;
        };
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(Step.SEND)), Tuple.of(7, Arbitraries.of(Step.class)))
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<Step> answers() {
        return Arbitraries.of(Step.class).filter(step -> opened(step, RecordStatus.SENT, 1) < 0);
    }

    @Provide
    Arbitrary<List<Integer>> seconds() {
        return Arbitraries.integers().between(0, 200).list().ofSize(10);
    }
}
