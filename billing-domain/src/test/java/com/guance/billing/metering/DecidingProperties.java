package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.DecisionBasis.Found;
import com.guance.billing.metering.DecisionBasis.OnFinding;
import com.guance.billing.metering.DecisionBasis.OnWord;
import com.guance.billing.metering.MeteringRecordEvent.DecisionExplained;
import com.guance.billing.metering.MeteringRecordEvent.RecordBilledAfterAll;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.MeteringRecordEvent.RecordReleased;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.metering.RecordRefusal.NotDisputed;
import com.guance.billing.metering.RecordRefusal.NotForThisActor;
import com.guance.billing.metering.RecordRefusal.NotHeld;
import com.guance.billing.metering.RecordRefusal.ReasonNeeded;
import com.guance.billing.metering.RecordRefusal.RecordUnknown;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What becomes of a record that the marketplace does not settle. */
class DecidingProperties {

    private static final SiteId SITE = new SiteId("us1");
    private static final Instant LATER = World.START.plus(Duration.ofDays(1));
    private static final Units NOTHING = new Units(List.of(), 0);
    private static final Request STAFF = World.byStaff(LATER);
    private static final Request MARKETPLACE = World.byMarketplace(World.START);

    private final MeteringRecord made = MeteringRecord.made(
                    Metering.RECORD,
                    Metering.BILLED,
                    RecordContent.of(
                            World.START,
                            new Units(List.of(allocation("a", 3), allocation("b", 5)), 2),
                            AttributionPolicy.defaults()),
                    World.byClock(World.START))
            .after();
    private final MeteringRecord sent = Metering.sent(made).after();
    private final MeteringRecord held =
            sent.rejected(new BatchRejected("InvalidTagException"), MARKETPLACE).after();
    private final MeteringRecord disputed =
            Metering.answered(sent, new MeteringAnswer.Duplicate(), MARKETPLACE).after();

    @Example
    @Label(
            "SUB-6 a held record that staff release is returned, with all its units and its reason; journalled with the actor")
    void releases() {
        var change = held.released(RecordStatus.RETURNED, STAFF).get();

        assertThat(change.events()).containsExactly(new RecordReleased(Metering.RECORD, RecordStatus.RETURNED, STAFF));
        assertThat(change.after().status()).isEqualTo(RecordStatus.RETURNED);
        assertThat(change.after().returned()).isEqualTo(made.content().units());
        assertThat(change.after().why()).containsExactly("InvalidTagException");
        assertThat(change.after().units()).isZero();
    }

    @Example
    @Label("SUB-6 END-8 what can be metered no more is unsettled when it is released")
    void releasesTooLate() {
        MeteringRecord released =
                held.released(RecordStatus.UNSETTLED, STAFF).get().after();

        assertThat(released.status()).isEqualTo(RecordStatus.UNSETTLED);
        assertThat(released.units()).isEqualTo(10);
        assertThat(released.returned()).isEqualTo(NOTHING);
    }

    @Example
    @Label("SUB-11 billed in part: the first workspaces count as billed, the rest is returned, to the unit")
    void billedInPart() {
        var change = disputed.decided(4, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                .get();

        assertThat(change.events())
                .containsExactly(
                        new DecisionExplained(Metering.RECORD, Metering.BASIS, STAFF),
                        new RecordDecided(Metering.RECORD, 4, RecordStatus.RETURNED, STAFF));
        assertThat(change.after().status()).isEqualTo(RecordStatus.ACCEPTED);
        assertThat(change.after().units()).isEqualTo(4);
        assertThat(change.after().returned()).isEqualTo(new Units(List.of(allocation("b", 4)), 2));
    }

    @Example
    @Label("SUB-11 END-8 billed in part, and nothing can be metered any more: the rest is unsettled")
    void billedInPartAtTheEnd() {
        MeteringRecord decided = disputed.decided(4, Metering.BASIS, RecordStatus.UNSETTLED, STAFF)
                .get()
                .after();

        assertThat(List.of(decided.units(), decided.unsettledBeside())).containsExactly(4L, 6L);
        assertThat(decided.returned()).isEqualTo(NOTHING);
    }

    @Example
    @Label("SUB-11 overbilled: the event says so, and the books count only what was charged")
    void overbilled() {
        var change = disputed.decided(25, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                .get();

        assertThat(change.events())
                .containsExactly(
                        new DecisionExplained(Metering.RECORD, Metering.BASIS, STAFF),
                        new RecordDecided(Metering.RECORD, 25, RecordStatus.RETURNED, STAFF));
        assertThat(change.after().units()).isEqualTo(10);
        assertThat(change.after().returned()).isEqualTo(NOTHING);
    }

    @Example
    @Label("SUB-11 not billed: returned, or unsettled")
    void notBilled() {
        assertThat(disputed.decided(0, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                        .get()
                        .after()
                        .returned())
                .isEqualTo(made.content().units());
        assertThat(disputed.decided(0, Metering.BASIS, RecordStatus.UNSETTLED, STAFF)
                        .get()
                        .after()
                        .status())
                .isEqualTo(RecordStatus.UNSETTLED);
    }

    @Example
    @Label("SUB-11 a finding that nobody can tell is no reason to decide that nothing was billed; a person's word is")
    void basis() {
        DecisionBasis unknown = new OnFinding(Found.UNKNOWN);

        assertThat(disputed.decided(0, unknown, RecordStatus.RETURNED, STAFF))
                .isEqualTo(Either.left(new ReasonNeeded(Metering.RECORD)));
        assertThat(disputed.decided(3, unknown, RecordStatus.RETURNED, STAFF).isRight())
                .isTrue();
        for (DecisionBasis enough : List.of(
                new OnFinding(Found.ONLY_HERE),
                new OnFinding(Found.UNKNOWN, Option.some("AWS says so, case 4711")),
                new OnWord("AWS says so, case 4711"))) {
            assertThat(disputed.decided(0, enough, RecordStatus.RETURNED, STAFF)
                            .get()
                            .events())
                    .containsExactly(
                            new DecisionExplained(Metering.RECORD, enough, STAFF),
                            new RecordDecided(Metering.RECORD, 0, RecordStatus.RETURNED, STAFF));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new OnWord(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnFinding(Found.UNKNOWN, Option.some("x".repeat(1_001))));
    }

    @Example
    @Label("SUB-11 a receipt that comes after staff decided that not all was billed is an alarm, once an attempt")
    void billedAfterAll() {
        MeteringRecord inDoubt = Metering.sent(
                        Metering.answered(Metering.sent(made).after(), new MeteringAnswer.Unanswered(), MARKETPLACE)
                                .after())
                .after();
        MeteringRecord denied = Metering.answered(inDoubt, new MeteringAnswer.NotSubscribed(), MARKETPLACE)
                .after();
        MeteringAnswer receipt = new MeteringAnswer.Accepted("late");
        for (long billed : List.of(0L, 4L)) {
            MeteringRecord decided = denied.decided(billed, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                    .get()
                    .after();

            Change<MeteringRecord> alarm =
                    decided.answered(1, receipt, Metering.RETRIES, RecordStatus.UNSETTLED, MARKETPLACE);

            assertThat(alarm.events()).containsExactly(new RecordBilledAfterAll(Metering.RECORD, "late", MARKETPLACE));
            assertThat(List.of(alarm.after().status(), alarm.after().units()))
                    .containsExactly(decided.status(), decided.units());
            assertThat(alarm.after()
                            .answered(1, receipt, Metering.RETRIES, RecordStatus.UNSETTLED, MARKETPLACE)
                            .isNone())
                    .isTrue();
        }
        MeteringRecord all = denied.decided(10, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                .get()
                .after();
        assertThat(all.answered(1, receipt, Metering.RETRIES, RecordStatus.UNSETTLED, MARKETPLACE)
                        .isNone())
                .isTrue();
    }

    @Property
    @Label("SUB-6 SUB-11 staff only, and only what is held or disputed, once")
    void refusals(@ForAll("actors") Actor actor) {
        Request by = new Request(actor, LATER);
        if (!(actor instanceof Actor.Staff)) {
            assertThat(held.released(RecordStatus.RETURNED, by)).isEqualTo(Either.left(new NotForThisActor(actor)));
            assertThat(disputed.decided(1, Metering.BASIS, RecordStatus.RETURNED, by))
                    .isEqualTo(Either.left(new NotForThisActor(actor)));
        }
        MeteringRecord released =
                held.released(RecordStatus.RETURNED, STAFF).get().after();
        MeteringRecord decided = disputed.decided(10, Metering.BASIS, RecordStatus.RETURNED, STAFF)
                .get()
                .after();
        assertThat(released.released(RecordStatus.RETURNED, STAFF))
                .isEqualTo(Either.left(new NotHeld(RecordStatus.RETURNED)));
        assertThat(decided.decided(0, Metering.BASIS, RecordStatus.RETURNED, STAFF))
                .isEqualTo(Either.left(new NotDisputed(RecordStatus.ACCEPTED)));
        assertThat(disputed.released(RecordStatus.RETURNED, STAFF))
                .isEqualTo(Either.left(new NotHeld(RecordStatus.DISPUTED)));
        assertThat(held.decided(0, Metering.BASIS, RecordStatus.RETURNED, STAFF))
                .isEqualTo(Either.left(new NotDisputed(RecordStatus.HELD)));
    }

    @Example
    @Label("SUB-8 SUB-11 too old: returned or unsettled if certainly not billed, disputed if in doubt")
    void expires() {
        Request clock = World.byClock(LATER);

        assertThat(made.expired(RecordStatus.RETURNED, clock).events())
                .containsExactly(new RecordExpired(Metering.RECORD, RecordStatus.RETURNED, clock));
        assertThat(made.expired(RecordStatus.RETURNED, clock).after().returned())
                .isEqualTo(made.content().units());
        assertThat(made.expired(RecordStatus.UNSETTLED, clock).after().status()).isEqualTo(RecordStatus.UNSETTLED);
        assertThat(sent.expired(RecordStatus.RETURNED, clock).events())
                .containsExactly(new RecordExpired(Metering.RECORD, RecordStatus.DISPUTED, clock));
        assertThat(held.expired(RecordStatus.RETURNED, clock).isNone()).isTrue();
    }

    @Example
    @Label("SUB-8 SUB-9 what may be on its way at this instant does not expire: its answer may come")
    void doesNotExpireOnItsWay() {
        Request early = World.byClock(sent.sendFrom().minusNanos(1));

        assertThat(sent.expired(RecordStatus.RETURNED, early).isNone()).isTrue();
        assertThat(sent.expired(RecordStatus.RETURNED, World.byClock(sent.sendFrom()))
                        .isNone())
                .isFalse();
    }

    @Example
    @Label("SUB-8 each warning once, an earlier one never after a later; none of what is settled")
    void warns() {
        Instant deadline = LATER.plus(Duration.ofHours(3));
        Request clock = World.byClock(LATER);
        var warned = made.warned(1, deadline, clock);
        RecordWarned event = new RecordWarned(Metering.RECORD, 1, deadline, clock);

        assertThat(warned.events()).containsExactly(event);
        assertThat(event.timeLeft()).isEqualTo(Duration.ofHours(3));
        assertThat(warned.after().warned(1, deadline, clock).isNone()).isTrue();
        assertThat(warned.after().warned(2, deadline, clock).isNone()).isFalse();
        assertThat(made.warned(2, deadline, clock)
                        .after()
                        .warned(1, deadline, clock)
                        .isNone())
                .isTrue();
        assertThat(held.warned(1, deadline, clock).isNone()).isTrue();
    }

    @Example
    @Label("each refusal is a case of its own; nonsense is refused loudly")
    void cases() {
        List<RecordRefusal> all = List.of(
                new RecordUnknown(Metering.RECORD),
                new NotForThisActor(new Actor.Clock()),
                new NotDisputed(RecordStatus.MADE),
                new NotHeld(RecordStatus.MADE),
                new ReasonNeeded(Metering.RECORD));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(
                        unknown -> "unknown",
                        actor -> "actor",
                        disputed -> "disputed",
                        held -> "held",
                        reason -> "reason"))
                .containsExactly("unknown", "actor", "disputed", "held", "reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> disputed.decided(-1, Metering.BASIS, RecordStatus.RETURNED, STAFF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> disputed.decided(1, Metering.BASIS, RecordStatus.HELD, STAFF));
        assertThatIllegalArgumentException().isThrownBy(() -> made.expired(RecordStatus.ACCEPTED, STAFF));
    }

    @Provide
    Arbitrary<Actor> actors() {
        return Some.actors();
    }

    private static Allocation allocation(String workspace, long units) {
        return new Allocation(new WorkspaceId(workspace), SITE, units);
    }
}
