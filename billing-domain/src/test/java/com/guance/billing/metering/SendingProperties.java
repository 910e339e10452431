package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Backing off. */
class SendingProperties {

    @Property
    @Label("SUB-7 after the nth attempt in vain it waits between the half of and first × 2^(n-1), at most the longest")
    void backsOff(
            @ForAll @IntRange(min = 1, max = 60) int attempts,
            @ForAll @LongRange(min = 1, max = 100_000) long first,
            @ForAll @LongRange(min = 1, max = 5_000_000) long more) {
        Retries retries = new Retries(Duration.ofMillis(1), Duration.ofMillis(first), Duration.ofMillis(first + more));
        MeteringRecord sent = record("hosts");
        for (int i = 0; i < attempts; i++) {
            sent = sent.sent(retries, World.byClock(sent.sendFrom())).after();
        }
        Instant answered = sent.sendFrom();

        Instant next = sent.answered(
                        attempts,
                        new MeteringAnswer.Unprocessed(),
                        retries,
                        RecordStatus.UNSETTLED,
                        World.byClock(answered))
                .after()
                .sendFrom();

        long doubled = attempts > 40 ? Long.MAX_VALUE : first << (attempts - 1);
        Duration most = Duration.ofMillis(Math.min(doubled, first + more));
        assertThat(Duration.between(answered, next)).isBetween(most.dividedBy(2), most);
    }

    @Example
    @Label("SUB-7 records that failed together come back one by one, each always at the same time")
    void scatters() {
        List<Instant> back = IntStream.range(0, 100)
                .mapToObj(i -> backAfterOneAttempt(record("dimension-" + i)))
                .toList();

        assertThat(back.stream().distinct()).hasSizeGreaterThan(90);
        assertThat(backAfterOneAttempt(record("dimension-7"))).isEqualTo(back.get(7));
        Duration wait = Metering.RETRIES.first();
        assertThat(back)
                .anyMatch(
                        at -> at.isBefore(World.START.plus(wait.multipliedBy(5).dividedBy(8))));
        assertThat(back)
                .anyMatch(at -> at.isAfter(World.START.plus(wait.multipliedBy(7).dividedBy(8))));
    }

    @Example
    @Label("SUB-7 a record comes back at the same instant wherever and whenever that is computed")
    void sameEverywhere() {
        assertThat(List.of(record("hosts"), record("dimension-7")))
                .extracting(record -> Duration.between(World.START, backAfterOneAttempt(record)))
                .containsExactly(Duration.ofMillis(8_979), Duration.ofMillis(6_694));
    }

    @Example
    @Label("SUB-9 an answer that comes when a later attempt has left does not shorten that one's lease")
    void lateAnswers() {
        MeteringRecord first = Metering.sent(record("hosts")).after();
        MeteringRecord second = Metering.sent(first).after();

        for (MeteringAnswer late : List.of(new MeteringAnswer.Unprocessed(), new MeteringAnswer.Unanswered())) {
            assertThat(second.answered(
                                    1,
                                    late,
                                    Metering.RETRIES,
                                    RecordStatus.UNSETTLED,
                                    World.byMarketplace(first.sendFrom()))
                            .after()
                            .sendFrom())
                    .isEqualTo(second.sendFrom());
        }
        assertThat(second.rejectedAmongOthers(1, World.byMarketplace(first.sendFrom()))
                        .after()
                        .sendFrom())
                .isEqualTo(second.sendFrom());
        assertThat(second.rejectedAmongOthers(2, World.byMarketplace(first.sendFrom()))
                        .after()
                        .sendFrom())
                .isEqualTo(first.sendFrom());
    }

    private static Instant backAfterOneAttempt(MeteringRecord record) {
        return Metering.answered(
                        Metering.sent(record).after(),
                        new MeteringAnswer.Unprocessed(),
                        World.byMarketplace(World.START))
                .after()
                .sendFrom();
    }

    private static MeteringRecord record(String dimension) {
        RecordContent content =
                RecordContent.of(World.START, List.of(new Allocation(new WorkspaceId("a"), new SiteId("us1"), 3)));
        RecordId id = new RecordId(new Meter(World.CUSTOMER, new Dimension(dimension)), Metering.HOUR);
        return MeteringRecord.made(id, Metering.BILLED, content, World.byClock(World.START))
                .after();
    }
}
