package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.policy.ChangeLimit;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementRefusal.ChangedThisMonth;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lock-in is lifted, so that it does not answer first. */
class MonthProperties {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Policies LENIENT =
            World.POLICIES.withSettling(World.POLICIES.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));

    /** The first instant of April in Shanghai. */
    private static final Instant APRIL = Instant.parse("2026-03-31T16:00:00Z");

    @Property
    @Label("SET-6 of two changes the second is refused exactly within the same calendar month in Shanghai")
    void onceAMonth(@ForAll("instants") Instant first, @ForAll("instants") Instant second) {
        Instant last = first.isBefore(second) ? second : first;
        Instant before = first.isBefore(second) ? first : second;
        YearMonth month = YearMonth.from(before.atZone(SHANGHAI));

        var answer = backAndForth(before, last, LENIENT);

        assertThat(answer.isLeft())
                .isEqualTo(YearMonth.from(last.atZone(SHANGHAI)).equals(month));
        if (answer.isLeft()) {
            Instant next = month.plusMonths(1).atDay(1).atStartOfDay(SHANGHAI).toInstant();
            assertThat(answer.getLeft()).isEqualTo(new ChangedThisMonth(before, next));
        } else {
            assertThat(answer.get().after().monthUsed()).containsExactly(last);
        }
    }

    @Example
    @Label("SET-6 the month ends in Shanghai, to the nanosecond")
    void boundary() {
        Instant inMarch = APRIL.minusNanos(1);

        assertThat(backAndForth(Life.day(1), inMarch, LENIENT).getLeft())
                .isEqualTo(new ChangedThisMonth(Life.day(1), APRIL));
        assertThat(backAndForth(Life.day(1), APRIL, LENIENT).isRight()).isTrue();
        assertThat(backAndForth(inMarch, APRIL, LENIENT).isRight()).isTrue();
    }

    @Example
    @Label("SET-6 another zone and no limit at all are the host's to choose")
    void replaced() {
        Policies utc = limited(ChangeLimit.onceAMonth(ZoneOffset.UTC));

        assertThat(backAndForth(Life.day(1), APRIL, utc).getLeft())
                .isEqualTo(new ChangedThisMonth(Life.day(1), Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(backAndForth(Life.day(1), Life.day(1), limited(ChangeLimit.none()))
                        .isRight())
                .isTrue();
    }

    @Example
    @Label("SET-6 registration is not a change: the first change of its month is allowed, and uses it")
    void registration() {
        Change<Workspace> change = Life.byBillingCenter()
                .settle(Life.active().asked(World.START), Life.around())
                .get();

        assertThat(change.events())
                .singleElement()
                .extracting(event -> ((SettlementEvent.SettlementMethodChanged) event).month())
                .isEqualTo(Option.some(World.START));
        assertThat(Life.byBillingCenter().monthUsed()).isEmpty();
    }

    @Property
    @Label("SET-6 a change that releases a lock is exempt, though the month is used up, and uses none")
    void releasingIsExempt(@ForAll("days") int used) {
        var buyer = Life.active();
        Workspace changed = Life.settled(Life.byBillingCenter(), buyer.asked(Life.day(used)));
        Workspace locked =
                Life.ends(changed, buyer.hears(Kind.ENDING, Life.day(11))).after();

        Workspace released = Life.settled(locked, Given.byBillingCenter(Life.day(12)));

        assertThat(released.isLocked()).isFalse();
        assertThat(released.monthUsed()).containsExactly(Life.day(used));
    }

    @Example
    @Label("SET-6 a lock that a change does not release exempts nothing")
    void otherLocksDoNotExempt() {
        Workspace changed = Life.settled(Life.byBillingCenter(), Life.active().asked(Life.day(1)));
        Workspace locked = Life.lockedByStaff(changed, "abuse", Life.day(2));

        assertThat(locked.settle(Given.byBillingCenter(Life.day(3)), Life.around(LENIENT))
                        .getLeft())
                .isEqualTo(new ChangedThisMonth(Life.day(1), APRIL));
    }

    @Example
    @Label("SET-6 SET-8 INV-6 a refused change uses no month")
    void refusalUsesNone() {
        Workspace workspace = Life.byBillingCenter();

        assertThat(workspace
                        .settle(Given.byBillingCenter(Life.day(1)), Life.around())
                        .getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(Life.BILLING_CENTER));
        assertThat(workspace
                        .settle(Life.active().asked(Life.day(1)), Life.around())
                        .isRight())
                .isTrue();
    }

    @Example
    @Label("SET-6 END-5 END-6 END-9 what marketplace and clock change uses no month")
    void marketplaceUsesNone() {
        var buyer = Life.active();
        var ended = buyer.hears(Kind.ENDING, Life.day(1));
        Workspace restored = Life.activates(Life.locked(ended), ended.hears(Kind.ACTIVATED, Life.day(2)))
                .after();

        assertThat(restored.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(restored.monthUsed()).isEmpty();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(0, Duration.ofDays(90).toNanos())
                        .map(Duration::ofNanos)
                        .map(World.START::plus),
                Arbitraries.integers().between(-2, 2).map(APRIL::plusNanos));
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 10);
    }

    /** To a cloud account at one instant, and back to the Billing Center at another. */
    private static Either<SettlementRefusal, Change<Workspace>> backAndForth(
            Instant there, Instant back, Policies policies) {
        return Life.settled(Life.byBillingCenter(), Life.active().asked(there))
                .settle(Given.byBillingCenter(back), Life.around(policies));
    }

    private static Policies limited(ChangeLimit limit) {
        return LENIENT.withSettling(LENIENT.settling().withChanges(limit));
    }
}
