package com.guance.billing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.SubmittingPolicy.Alarms;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.policy.SubmittingPolicy.Suspicion;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PoliciesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Policies defaults = Policies.defaults();
    private final ArrivalPolicy arriving = defaults.arriving();
    private final SettlementPolicy settling = defaults.settling();
    private final EndPolicy ending = defaults.ending();
    private final LockPolicy locking = defaults.locking();
    private final MeteringPolicy metering = defaults.metering();
    private final SubmittingPolicy submitting = defaults.submitting();

    @Test
    @DisplayName("ARR-2 ARR-8 SET-13 MET-1 MET-3 MET-5 the documented times and sizes")
    void times() {
        assertThat(arriving)
                .isEqualTo(new ArrivalPolicy(
                        Duration.ofHours(4),
                        Duration.ofDays(14),
                        Duration.ofDays(14),
                        Duration.ofDays(14),
                        Duration.ofDays(7)));
        assertThat(defaults.metering())
                .isEqualTo(new MeteringPolicy(
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5),
                        Duration.ofDays(90),
                        new AttributionPolicy(2_500, 80_000, WorkspaceTags.none()),
                        new MeteringPolicy.Most(1_000_000_000_000L, 2_147_483_647)));
    }

    @Test
    @DisplayName("SUB-2 SUB-5 SUB-7 SUB-8 SUB-9 FIN-2 the documented defaults of submitting")
    void submitting() {
        assertThat(submitting.retries())
                .isEqualTo(new Retries(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(15)));
        assertThat(submitting.callsASecond()).isEqualTo(10);
        assertThat(submitting.bytesACall()).isEqualTo(90_000);
        assertThat(submitting.suspicion().probe()).isEqualTo(Duration.ofHours(1));
        assertThat(submitting.suspicion().probes()).isEqualTo(3);
        assertThat(submitting.suspicion().lasting(Duration.ofHours(24))).isEqualTo(Duration.ofHours(6));
        assertThat(submitting.alarms().timesLeft(Duration.ofHours(24)))
                .containsExactly(Duration.ofHours(12), Duration.ofHours(1));
        assertThat(submitting.alarms().timesLeft(Duration.ofHours(2))).containsExactly(Duration.ofHours(1));
        assertThat(submitting.alarms().finalHour()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName(
            "SUB-2 SUB-5 SUB-7 SUB-8 SUB-9 FIN-2 what concerns submitting can be replaced one by one; nonsense is refused")
    void replacedWhenSubmitting() {
        Retries retries = new Retries(MINUTE, MINUTE, MINUTE);
        Suspicion suspicion = new Suspicion(MINUTE, 100, 1);
        Alarms alarms = new Alarms(1, MINUTE, MINUTE);

        assertThat(submitting
                        .withRetries(retries)
                        .withCallsASecond(1)
                        .withBytesACall(950_000)
                        .withSuspicion(suspicion)
                        .withAlarms(alarms))
                .isEqualTo(new SubmittingPolicy(retries, 1, 950_000, suspicion, alarms));
        assertThat(submitting.withRetries(retries).withRetries(submitting.retries()))
                .isEqualTo(submitting);
        assertThat(submitting.withCallsASecond(1_000).callsASecond()).isEqualTo(1_000);
        for (Executable nonsense : List.<Executable>of(
                () -> submitting.withCallsASecond(0),
                () -> submitting.withCallsASecond(1_001),
                () -> submitting.withBytesACall(0),
                () -> submitting.withBytesACall(950_001),
                () -> new Retries(Duration.ZERO, MINUTE, MINUTE),
                () -> new Retries(MINUTE, Duration.ZERO, MINUTE),
                () -> new Retries(MINUTE, MINUTE, MINUTE.minusNanos(1)),
                () -> new Suspicion(Duration.ZERO, 4, 3),
                () -> new Suspicion(MINUTE, 0, 3),
                () -> new Suspicion(MINUTE, 101, 3),
                () -> new Suspicion(MINUTE, 4, 0),
                () -> new Suspicion(MINUTE, 4, 101),
                () -> new Alarms(0, MINUTE, MINUTE),
                () -> new Alarms(101, MINUTE, MINUTE),
                () -> new Alarms(2, Duration.ZERO, MINUTE),
                () -> new Alarms(2, MINUTE, Duration.ZERO))) {
            assertThrows(IllegalArgumentException.class, nonsense);
        }
    }

    @Test
    @DisplayName("SET-5 SET-7 END-3 END-5 END-6 LOCK-2 LOCK-4 LOCK-5 UNL-6 the documented defaults")
    void documented() {
        assertThat(settling.sites().allowedAt(World.ON_AWS)).containsExactly(Cloud.AWS);
        assertThat(settling.lockIn()).isEqualTo(LockIn.STRICT);
        assertThat(ending.moment()).isEqualTo(EndMoment.FIRST_SIGN);
        assertThat(ending.waits())
                .isEqualTo(new EndPolicy.Waits(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(30)));
        assertThat(ending.resubscription()).isEqualTo(Resubscription.RESTORES);
        assertThat(locking.countdown()).isEqualTo(Duration.ofDays(14));
        assertThat(locking.reminders()).containsExactly(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1));
        assertThat(locking.ingestion().duringCountdown(true)).isFalse();
        assertThat(locking.ingestion().duringCountdown(false)).isTrue();
        assertThat(locking.afterCountdown()).isEqualTo(AfterCountdown.NO_RETURN);
    }

    @Test
    @DisplayName("END-9 AWS and any other cloud lock, Huawei unlocks to the Billing Center, Alibaba switches to it")
    void consequences() {
        EndConsequences all = ending.consequences();

        assertThat(List.of(Cloud.AWS, Cloud.AWS_CHINA, new Cloud("azure")))
                .extracting(all::of)
                .containsOnly(EndConsequence.LOCK);
        assertThat(all.of(Cloud.HUAWEI)).isEqualTo(EndConsequence.LOCK_THEN_BILLING_CENTER);
        assertThat(all.of(Cloud.ALIBABA)).isEqualTo(EndConsequence.BILLING_CENTER);
    }

    @Test
    @DisplayName("each policy can be replaced without touching the others")
    void replaced() {
        ArrivalPolicy otherArriving = arriving.withClaimLife(MINUTE);
        SettlementPolicy otherSettling = settling.withSites(site -> Set.of());
        EndPolicy otherEnding = ending.withMoment(EndMoment.FINAL_SIGN);
        LockPolicy otherLocking = locking.withCountdown(MINUTE);
        MeteringPolicy otherMetering = defaults.metering().withGrace(Duration.ZERO);
        SubmittingPolicy otherSubmitting = submitting.withCallsASecond(1);
        TimePolicy otherTiming = defaults.timing().withOwnTimeAhead(MINUTE);
        DeliveryPolicy otherDelivering = new DeliveryPolicy(1, MINUTE, MINUTE);

        assertThat(defaults.withArriving(otherArriving)
                        .withSettling(otherSettling)
                        .withEnding(otherEnding)
                        .withLocking(otherLocking)
                        .withMetering(otherMetering)
                        .withSubmitting(otherSubmitting)
                        .withTiming(otherTiming)
                        .withDelivering(otherDelivering))
                .isEqualTo(new Policies(
                        otherArriving,
                        otherSettling,
                        otherEnding,
                        otherLocking,
                        otherMetering,
                        otherSubmitting,
                        otherTiming,
                        otherDelivering));
        assertThat(defaults.withArriving(otherArriving).withArriving(arriving)).isEqualTo(defaults);
    }

    @Test
    @DisplayName("ARR-2 ARR-8 SET-5 SET-6 SET-7 SET-13 what concerns arriving and settling can be replaced one by one")
    void replacedBeforeAnEnd() {
        SitePolicy nowhere = site -> Set.of();
        ChangeLimit unlimited = ChangeLimit.none();

        assertThat(arriving.withClaimLife(MINUTE))
                .isEqualTo(new ArrivalPolicy(
                        MINUTE,
                        arriving.registrationLife(),
                        arriving.waitingLife(),
                        arriving.landingLife(),
                        arriving.claimMemory()));
        assertThat(arriving.withRegistrationLife(MINUTE))
                .isEqualTo(new ArrivalPolicy(
                        arriving.claimLife(),
                        MINUTE,
                        arriving.waitingLife(),
                        arriving.landingLife(),
                        arriving.claimMemory()));
        assertThat(arriving.withWaitingLife(MINUTE))
                .isEqualTo(new ArrivalPolicy(
                        arriving.claimLife(),
                        arriving.registrationLife(),
                        MINUTE,
                        arriving.landingLife(),
                        arriving.claimMemory()));
        assertThat(settling.withSites(nowhere).withChanges(unlimited).withLockIn(LockIn.BILLING_CENTER_ALLOWED))
                .isEqualTo(new SettlementPolicy(nowhere, unlimited, LockIn.BILLING_CENTER_ALLOWED));
        assertThat(settling.withLockIn(LockIn.BILLING_CENTER_ALLOWED).withLockIn(LockIn.STRICT))
                .isEqualTo(settling);
    }

    @Test
    @DisplayName(
            "END-3 END-5 END-6 END-9 LOCK-2 LOCK-4 LOCK-5 UNL-6 what concerns ends and locks can be replaced one by"
                    + " one")
    void replacedAfterAnEnd() {
        EndConsequences none = cloud -> EndConsequence.BILLING_CENTER;
        EndPolicy.Waits waits = new EndPolicy.Waits(MINUTE, MINUTE, MINUTE);
        IngestionPolicy never = payerEnded -> false;

        assertThat(ending.withMoment(EndMoment.FINAL_SIGN)
                        .withConsequences(none)
                        .withWaits(waits)
                        .withResubscription(Resubscription.LEAVES_LOCKED))
                .isEqualTo(new EndPolicy(EndMoment.FINAL_SIGN, none, waits, Resubscription.LEAVES_LOCKED));
        assertThat(ending.withWaits(waits).withWaits(ending.waits())).isEqualTo(ending);
        assertThat(locking.withCountdown(MINUTE)
                        .withReminders(List.of(MINUTE))
                        .withIngestion(never)
                        .withAfterCountdown(AfterCountdown.UNLOCKABLE))
                .isEqualTo(new LockPolicy(MINUTE, List.of(MINUTE), never, AfterCountdown.UNLOCKABLE));
        assertThat(locking.withAfterCountdown(AfterCountdown.UNLOCKABLE).withAfterCountdown(AfterCountdown.NO_RETURN))
                .isEqualTo(locking);
    }

    @Test
    @DisplayName("MET-1 MET-3 MET-5 MET-7 what concerns metering can be replaced one by one")
    void replacedInMetering() {
        AttributionPolicy small = AttributionPolicy.defaults().withLimits(1, 1);

        assertThat(metering.withGrace(Duration.ZERO)
                        .withFutureTolerance(MINUTE)
                        .withLateness(MINUTE)
                        .withAttribution(small)
                        .withMost(new MeteringPolicy.Most(1, 0)))
                .isEqualTo(new MeteringPolicy(Duration.ZERO, MINUTE, MINUTE, small, new MeteringPolicy.Most(1, 0)));
        assertThat(small).isEqualTo(new AttributionPolicy(1, 1, WorkspaceTags.none()));
    }

    @Test
    @DisplayName("MET-10 limits that no charge and no record can have are refused")
    void most() {
        assertThat(new MeteringPolicy.Most(1_000_000_000_000_000L, Integer.MAX_VALUE).charge())
                .isEqualTo(1_000_000_000_000_000L);
        for (long[] wrong : new long[][] {{0, 0}, {1_000_000_000_000_001L, 0}, {1, -1}, {1, 1L + Integer.MAX_VALUE}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new MeteringPolicy.Most(wrong[0], wrong[1]));
        }
    }

    @Test
    @DisplayName("NOT-6 an own time is possible from 2000 on, and until 5 minutes after the receipt, unless replaced")
    void ownTimes() {
        TimePolicy timing = TimePolicy.defaults();
        Instant receipt = Instant.parse("2026-03-10T08:20:00Z");

        assertThat(timing.problem(receipt.plusSeconds(300), receipt)).isEmpty();
        assertThat(timing.problem(receipt.plusSeconds(300).plusNanos(1), receipt))
                .containsExactly(
                        "the own time 2026-03-10T08:25:00.000000001Z lies more than PT5M after the receipt " + receipt);
        assertThat(timing.problem(Instant.parse("2000-01-01T00:00:00Z"), receipt))
                .isEmpty();
        assertThat(timing.problem(Instant.parse("1999-12-31T23:59:59Z"), receipt))
                .containsExactly("the own time 1999-12-31T23:59:59Z lies before the year 2000");
        assertThat(timing.withOwnTimeAhead(Duration.ZERO).problem(receipt.plusNanos(1), receipt))
                .isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> timing.withOwnTimeAhead(Duration.ofNanos(-1)));
    }

    @Test
    @DisplayName(
            "LOCK-8 an instant is certain until a day after the last run; clocks agree within 5 minutes; both replaceable")
    void certainty() {
        TimePolicy timing = TimePolicy.defaults();
        Instant last = Instant.parse("2026-03-10T08:20:00Z");

        assertThat(timing.isConfirmed(last.plusSeconds(86_400), last)).isTrue();
        assertThat(timing.isConfirmed(last.plusSeconds(86_400).plusNanos(1), last))
                .isFalse();
        assertThat(timing.isConfirmed(Instant.EPOCH, last)).isTrue();
        assertThat(timing.withUnconfirmedAfter(MINUTE).isConfirmed(last.plusSeconds(61), last))
                .isFalse();
        for (long sign : new long[] {-1, 1}) {
            assertThat(timing.agree(last.plusSeconds(sign * 300), last)).isTrue();
            assertThat(timing.agree(last.plusSeconds(sign * 301), last)).isFalse();
            assertThat(timing.withAgreement(Duration.ZERO).agree(last.plusNanos(sign), last))
                    .isFalse();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> timing.withUnconfirmedAfter(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> timing.withAgreement(Duration.ofNanos(-1)));
    }

    @Test
    @DisplayName("MET-5 limits of a record, and keys of tags, that no marketplace takes are refused")
    void attribution() {
        AttributionPolicy defaults = AttributionPolicy.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> defaults.withLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> defaults.withLimits(2_501, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> defaults.withLimits(1, 0));
        assertThat(defaults.withTags(tagged("a", "b", "x".repeat(100))).tags().keys())
                .hasSize(3);
        for (WorkspaceTags wrong : List.of(
                tagged("a", "b", "c", "d"),
                tagged("a", "a"),
                tagged(""),
                tagged("é"),
                tagged("site"),
                tagged("workspace"),
                tagged("x".repeat(101)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> defaults.withTags(wrong));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkspaceTags.none().value("a", World.WORKSPACE, new SiteId("us1")));
    }

    private static WorkspaceTags tagged(String... keys) {
        return new WorkspaceTags() {
            @Override
            public List<String> keys() {
                return List.of(keys);
            }

            @Override
            public String value(String key, WorkspaceId workspace, SiteId site) {
                return key;
            }
        };
    }

    @Test
    @DisplayName("times that make no sense are refused, the shortest one is taken")
    void nonsense() {
        List<Function<Duration, Object>> positive = List.of(
                arriving::withClaimLife,
                arriving::withRegistrationLife,
                arriving::withWaitingLife,
                status -> new EndPolicy.Waits(status, MINUTE, MINUTE),
                successor -> new EndPolicy.Waits(MINUTE, successor, MINUTE),
                rating -> new EndPolicy.Waits(MINUTE, MINUTE, rating),
                metering::withLateness,
                locking::withCountdown,
                reminder -> locking.withReminders(List.of(MINUTE, reminder)));
        Duration negative = Duration.ofNanos(-1);

        for (Function<Duration, Object> policy : positive) {
            assertThatIllegalArgumentException().isThrownBy(() -> policy.apply(Duration.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> policy.apply(negative));
            assertThat(policy.apply(Duration.ofNanos(1))).isNotNull();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> metering.withGrace(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> metering.withFutureTolerance(negative));
    }
}
