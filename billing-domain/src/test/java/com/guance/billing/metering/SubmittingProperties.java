package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** A record's way through every order of attempts, answers and silence. */
class SubmittingProperties {

    private static final Set<RecordStatus> OWED = Set.of(RecordStatus.MADE, RecordStatus.SENT);

    /** What may befall a record. */
    enum Step {
        SEND,
        ACCEPTED,
        DUPLICATE,
        NOT_SUBSCRIBED,
        UNPROCESSED,
        REJECTED
    }

    @Property(tries = 500)
    @Label("SUB-1…SUB-11 a record's status is what its attempts and their answers say")
    void statuses(@ForAll("steps") List<Step> steps) {
        MeteringRecord record = made().after();
        RecordStatus status = RecordStatus.MADE;
        int open = 0;
        for (Step step : steps) {
            RecordStatus before = status;
            status = expected(step, status, open);
            open += opened(step, before, open);
            record = taken(record, step).after();
            assertThat(record.status()).isEqualTo(status);
            assertThat(record.unanswered()).isEqualTo(open);
        }
        Statistics.label("status")
                .collect(status)
                .coverage(checker -> Set.of(RecordStatus.values()).stream()
                        .filter(each -> each != RecordStatus.CARRIED)
                        .forEach(each -> checker.check(each).count(times -> times > 0)));
    }

    @Property(tries = 500)
    @Label(
            "SUB-11 a record with an unanswered attempt is never unsettled nor held; SUB-1 in doubt it is owed or disputed")
    void inDoubt(@ForAll("steps") List<Step> steps) {
        MeteringRecord record = made().after();
        for (Step step : steps) {
            record = taken(record, step).after();
            if (record.unanswered() > 0) {
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
        for (Step step : steps) {
            record = taken(record, step).after();
        }

        assertThat(record.id()).isEqualTo(made.id());
        assertThat(record.billed()).isEqualTo(made.billed());
        assertThat(record.content()).isEqualTo(made.content());
    }

    @Property(tries = 500)
    @Label("SUB-1 what is settled stays settled, whatever answer comes late; but a late receipt ends a dispute")
    void settled(@ForAll("steps") List<Step> steps, @ForAll Step late) {
        MeteringRecord record = made().after();
        for (Step step : steps) {
            record = taken(record, step).after();
        }
        if (!record.isOwed() && late != Step.SEND && !isProof(late, record.status(), record.unanswered())) {
            assertThat(taken(record, late)).isEqualTo(Change.none(record));
        }
        if (!record.isOwed()) {
            MeteringRecord settled = record;
            assertThatIllegalStateException().isThrownBy(() -> settled.sent(World.byClock(World.START)));
        }
    }

    @Property(tries = 500)
    @Label("INV-4 a record is what its events say, field by field")
    void replay(@ForAll("steps") List<Step> steps) {
        Change<MeteringRecord> change = made();
        for (Step step : steps) {
            change = change.then(taken(change.after(), step));
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
                .isThrownBy(() -> MeteringRecord.replay(
                        List.of(new MeteringRecordEvent.RecordSent(Metering.RECORD, 1, World.byClock(World.START)))));
    }

    private static Change<MeteringRecord> made() {
        RecordContent content =
                new RecordContent(World.START, 3, List.of(new Allocation(new WorkspaceId("a"), new SiteId("us1"), 3)));
        return MeteringRecord.made(Metering.RECORD, Metering.BILLED, content, World.byClock(World.START));
    }

    /** A late send is not tried: it would be a fault of ours. */
    private static Change<MeteringRecord> taken(MeteringRecord record, Step step) {
        var by = World.byMarketplace(World.START);
        return switch (step) {
            case SEND -> record.isOwed() ? record.sent(by) : Change.none(record);
            case ACCEPTED -> record.answered(new MeteringAnswer.Accepted("receipt"), by);
            case DUPLICATE -> record.answered(new MeteringAnswer.Duplicate(), by);
            case NOT_SUBSCRIBED -> record.answered(new MeteringAnswer.NotSubscribed(), by);
            case UNPROCESSED -> record.answered(new MeteringAnswer.Unprocessed(), by);
            case REJECTED -> record.rejected(new BatchRejected("why"), by);
        };
    }

    /** The rules, as a table: {@code open} counts the attempts without an answer before this step. */
    private static RecordStatus expected(Step step, RecordStatus status, int open) {
        if (step == Step.SEND) {
            return OWED.contains(status) ? RecordStatus.SENT : status;
        }
        if (isProof(step, status, open)) {
            return RecordStatus.ACCEPTED;
        }
        if (status != RecordStatus.SENT) {
            return status;
        }
        boolean doubt = open > 1;
        return switch (step) {
            case DUPLICATE -> doubt ? RecordStatus.ACCEPTED : RecordStatus.DISPUTED;
            case NOT_SUBSCRIBED -> doubt ? RecordStatus.DISPUTED : RecordStatus.UNSETTLED;
            case REJECTED -> doubt ? RecordStatus.DISPUTED : RecordStatus.HELD;
            case UNPROCESSED -> doubt ? RecordStatus.SENT : RecordStatus.MADE;
            default -> RecordStatus.ACCEPTED;
        };
    }

    /** A receipt that comes late ends a dispute. */
    private static boolean isProof(Step step, RecordStatus before, int open) {
        return step == Step.ACCEPTED && before == RecordStatus.DISPUTED && open > 0;
    }

    private static int opened(Step step, RecordStatus before, int open) {
        if (step == Step.SEND) {
            return OWED.contains(before) ? 1 : 0;
        }
        return before == RecordStatus.SENT || isProof(step, before, open) ? -1 : 0;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(Step.SEND)), Tuple.of(4, Arbitraries.of(Step.class)))
                .list()
                .ofMaxSize(8);
    }
}
