package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One stored thing that cannot be read stops nothing but itself (REL-1), on real databases whose rows are damaged by SQL. */
class UnreadableTest {

    private static final Duration DAY = Duration.ofDays(1);

    static Stream<Arguments> kindsOfDamage() {
        return Stream.of(RealStore.values())
                .flatMap(store -> Stream.of(Damage.values()).map(damage -> Arguments.of(store, damage)));
    }

    @ParameterizedTest
    @MethodSource("kindsOfDamage")
    @DisplayName(
            "REL-1 one of 60 workspaces cannot be read when its payer ends: 59 are locked and told at once, the one is"
                    + " reported, and locked by the next run when it can be read")
    void oneOfSixty(RealStore store, Damage damage) {
        try (Town town = new Town(store, 60)) {
            String one = town.paid.ids().get(17).value();
            damage.damage(town.source(), "workspace", one);

            MarketplaceNotice end = town.stage.cancels();
            assertThat(town.stage.deliver(end)).isInstanceOf(NoticeOutcome.Applied.class);

            assertThat(town.others(17))
                    .hasSize(59)
                    .allMatch(Workspace::isLocked)
                    .noneMatch(Stage::isPaidByCloud);
            assertThat(town.lockedEvents()).hasSize(59).doesNotContain(one);
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(1, 1));
            assertThat(town.health().unfinished().cascades()).isZero();
            assertThat(town.recorded()).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(EntryKind.WORKSPACE);
                assertThat(entry.id()).isEqualTo(one);
            });

            assertThat(town.run().reached()).isZero();
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(1, 1));

            damage.mend(town.source(), "workspace", one);
            assertThat(town.run().reached()).isEqualTo(1);

            assertThat(town.paid.now()).hasSize(60).allMatch(Workspace::isLocked);
            assertThat(town.paid.now())
                    .extracting(Workspace::locks)
                    .containsOnly(town.paid.now().get(0).locks());
            assertThat(town.paid.now())
                    .extracting(workspace -> workspace.bindings().last().get().until())
                    .containsOnly(town.paid.now().get(0).bindings().last().get().until());
            assertThat(town.lockedEvents()).containsExactly(one);
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "REL-1 520 of 560 workspaces cannot be read: they hide none of the others from a cascade, from arrears, or"
                    + " from time")
    void manyHideNone(RealStore store) {
        try (Town town = new Town(store, 560)) {
            Crowd settled = new Crowd(town.open.unitOfWork(), town.world, "center", 560);
            settled.paidByBillingCenter();
            town.stage.events();
            List<String> damaged = new ArrayList<>();
            for (int i = 0; i < 520; i++) {
                damaged.add(town.paid.ids().get(i).value());
                damaged.add(settled.ids().get(i).value());
            }
            town.damageEach(damaged);

            town.stage.deliver(town.stage.cancels());
            town.stage.owes();
            assertThat(town.lockedEvents()).hasSize(80);
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(1040, 1040));

            town.world.clock().advance(DAY.multipliedBy(15));
            RunDue.Done done = town.run();
            assertThat(done.advanced()).isEqualTo(80);

            town.mendEach(damaged);
            assertThat(town.run().reached()).isEqualTo(1040);
            assertThat(town.paid.now()).hasSize(560).allMatch(one -> one.phase() == Phase.FULLY_LOCKED);
            assertThat(settled.now()).hasSize(560).allMatch(one -> one.phase() == Phase.FULLY_LOCKED);
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 what a return and settled arrears could not reach is bound and unlocked when it can be read")
    void laterReached(RealStore store) {
        try (Town town = new Town(store, 3)) {
            Crowd settled = new Crowd(town.open.unitOfWork(), town.world, "center", 3);
            settled.paidByBillingCenter();
            town.stage.deliver(town.stage.cancels());
            town.stage.owes();
            assertThat(town.lockedEvents()).hasSize(6);
            List<String> damaged =
                    List.of(town.paid.ids().get(0).value(), settled.ids().get(0).value());
            town.damageEach(damaged);

            town.stage.deliver(town.stage.subscribes());
            town.stage.pays();
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(2, 2));

            town.mendEach(damaged);
            assertThat(town.run().reached()).isEqualTo(2);
            assertThat(town.paid.now())
                    .hasSize(3)
                    .noneMatch(Workspace::isLocked)
                    .allMatch(Stage::isPaidByCloud);
            assertThat(settled.now()).hasSize(3).noneMatch(Workspace::isLocked);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "REL-1 ARR-8 a workspace that a failure to subscribe could not reach stops waiting when it can be read")
    void failureLaterReached(RealStore store) {
        try (Town town = new Town(store, 2)) {
            town.stage.ends();
            town.world.aws().subscribe(town.world.cast().awsAccount());
            town.world.aws().takeNotices();
            town.stage.claims(town.stage.lands()).get();
            town.paid.ids().forEach(id -> town.stage.binds(id).get());
            assertThat(town.paid.now())
                    .allMatch(workspace -> workspace.waiting().isDefined());
            List<String> one = List.of(town.paid.ids().get(0).value());
            town.damageEach(one);
            Town.Node node = town.anotherNode();

            node.stage().deliver(town.stage.failsToSubscribe());
            assertThat(town.others(0)).allMatch(workspace -> workspace.waiting().isEmpty());
            node.run();
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(1, 1));
            town.mendEach(one);

            assertThat(node.run().reached()).isEqualTo(1);
            assertThat(town.paid.ids())
                    .allMatch(id -> town.world.workspace(id).get().waiting().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "REL-1 a charge of a workspace that cannot be read is answered TryAgain and not taken; the others of its"
                    + " batch are taken, and it is when it can be read")
    void chargesOfAnUnreadableWorkspace(RealStore store) {
        try (Town town = new Town(store, 3)) {
            String one = town.paid.ids().get(1).value();
            List<Charge> batch = town.charges();
            Town.Node node = town.anotherNode();
            Damage.UNKNOWN_TYPE.damage(town.source(), "workspace", one);

            List<Either<ChargeRefusal, Intake>> answers = node.take(batch);

            assertThat(answers)
                    .containsExactly(
                            Either.right(Intake.TAKEN),
                            Either.left(new ChargeRefusal.TryAgain(new WorkspaceId(one))),
                            Either.right(Intake.TAKEN));
            assertThat(town.recorded()).extracting(UnreadableEntry::id).containsExactly(one);
            Damage.UNKNOWN_TYPE.mend(town.source(), "workspace", one);
            assertThat(node.take(batch))
                    .containsExactly(
                            Either.right(Intake.TAKEN_BEFORE),
                            Either.right(Intake.TAKEN),
                            Either.right(Intake.TAKEN_BEFORE));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 a subscription that cannot be read stops the charges and notices of its customer only")
    void unreadableSubscription(RealStore store) {
        try (Town town = new Town(store, 2)) {
            Crowd center = new Crowd(town.open.unitOfWork(), town.world, "center", 1);
            center.paidByBillingCenter();
            town.stage.aMinuteLater();
            List<Charge> batch = new ArrayList<>(town.charges());
            batch.add(town.charge(center.ids().get(0), "center"));
            MarketplaceNotice others = town.anotherSubscribes();
            MarketplaceNotice end = town.stage.cancels();
            Town.Node node = town.anotherNode();
            Damage.UNKNOWN_TYPE.damage(town.source(), "subscription", "%");

            assertThat(node.take(batch))
                    .containsExactly(
                            town.tryAgain(0), town.tryAgain(1), Either.left(new ChargeRefusal.BillingCenterPays()));
            assertThatThrownBy(() -> node.stage().deliver(end)).isInstanceOf(EntryUnreadable.class);
            assertThat(node.stage().deliver(others)).isInstanceOf(NoticeOutcome.Parked.class);
            assertThat(town.recorded()).extracting(UnreadableEntry::kind).containsExactly(EntryKind.SUBSCRIPTION);

            Damage.UNKNOWN_TYPE.mend(town.source(), "subscription", "%");
            assertThat(node.stage().deliver(end)).isInstanceOf(NoticeOutcome.Applied.class);
            assertThat(node.take(batch).subList(0, 2)).allMatch(Either::isRight);
            assertThat(town.paid.now()).hasSize(2).allMatch(Workspace::isLocked);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 arrears that cannot be read stop the workspaces of their account only, which are reached later")
    void unreadableArrears(RealStore store) {
        try (Town town = new Town(store, 2)) {
            town.stage.owes();
            town.stage.pays();
            Town.Node node = town.anotherNode();
            Damage.TRUNCATED.damage(town.source(), "arrears", "%");
            assertThat(node.take(town.charges())).containsExactly(town.tryAgain(0), town.tryAgain(1));

            node.stage().deliver(town.stage.cancels());
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(1, 2));
            Damage.TRUNCATED.mend(town.source(), "arrears", "%");
            town.run();
            assertThat(town.paid.now()).hasSize(2).allMatch(Workspace::isLocked);
            assertThat(town.health().unreadable()).isEqualTo(new Health.Unreadable(0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 while a cloud account cannot be read its end waits, reported, and locks when it can")
    void unreadableCloudAccount(RealStore store) {
        try (Town town = new Town(store, 2)) {
            MarketplaceNotice end = town.stage.cancels();
            Damage.TRUNCATED.damage(town.source(), "cloud-account", "%");
            assertThatThrownBy(() -> town.stage.deliver(end)).isInstanceOf(EntryUnreadable.class);
            assertThat(town.stage.deliver(town.anotherSubscribes())).isInstanceOf(NoticeOutcome.Parked.class);
            town.run();
            assertThat(town.recorded()).extracting(UnreadableEntry::kind).containsExactly(EntryKind.CLOUD_ACCOUNT);
            Damage.TRUNCATED.mend(town.source(), "cloud-account", "%");
            assertThat(town.stage.deliver(end)).isInstanceOf(NoticeOutcome.Applied.class);
            assertThat(town.paid.now()).hasSize(2).allMatch(Workspace::isLocked);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "REL-1 a metering record that cannot be read is not sent; the others are, and its hour is made no second"
                    + " time")
    void unreadableRecord(RealStore store) {
        try (Town town = new Town(store, 1)) {
            WorkspaceId shop = town.paid.ids().get(0);
            town.world.clock().moveTo(Instant.parse("2026-03-10T09:30:00Z"));
            town.takes(List.of(town.charge(shop, "first")));
            town.world.aws().whenMetering(Misbehaviour.dropBeforeAccepting());
            town.world.clock().moveTo(Instant.parse("2026-03-10T10:15:00Z"));
            assertThatThrownBy(town::run).isNotNull();
            Damage.UNKNOWN_TYPE.damage(town.source(), "metering-record", "%");
            Town.Node node = town.anotherNode();
            town.takes(List.of(town.charge(shop, "late", Instant.parse("2026-03-10T09:20:00Z"))));
            town.takes(List.of(town.charge(shop, "second")));
            town.world.clock().moveTo(Instant.parse("2026-03-10T11:15:00Z"));
            RunDue.Done done = node.run();
            assertThat(done.closed()).isEqualTo(1);
            assertThat(done.submitted()).isEqualTo(1);
            assertThat(town.recorded()).extracting(UnreadableEntry::kind).containsExactly(EntryKind.METERING_RECORD);
            Damage.UNKNOWN_TYPE.mend(town.source(), "metering-record", "%");
            assertThat(node.run().submitted()).isEqualTo(1);
            assertThat(town.billed()).isEqualTo(21);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 a charge, a notice and a claim that cannot be read stop themselves only")
    void singleRows(RealStore store) {
        try (Town town = new Town(store, 2)) {
            List<Charge> batch = town.charges();
            town.takes(batch);
            MarketplaceNotice end = town.stage.cancels();
            town.stage.deliver(end);
            ClaimTicket ticket = town.stage.lands();
            Damage.update(
                    town.source(),
                    "UPDATE billing_charge SET until_second = from_second - 1 WHERE charge_key = ?",
                    "key 0");
            Damage.update(town.source(), "UPDATE billing_notice SET outcome = '{'");
            Damage.update(town.source(), "UPDATE billing_claim SET redeemed_at = 'soon' WHERE redeemed_at IS NULL");

            assertThat(town.takes(batch)).containsExactly(town.tryAgain(0), Either.right(Intake.TAKEN_BEFORE));
            assertThatThrownBy(() -> town.stage.deliver(end)).isInstanceOf(EntryUnreadable.class);
            assertThatThrownBy(() -> town.stage.claims(ticket)).isInstanceOf(EntryUnreadable.class);
            assertThat(town.stage.claims(town.stage.lands()).isRight()).isTrue();
            assertThat(town.recorded())
                    .extracting(UnreadableEntry::kind)
                    .containsExactlyInAnyOrder(EntryKind.CHARGE, EntryKind.NOTICE, EntryKind.CLAIM);
            town.run();
            assertThat(town.health().unreadable().entries()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 a meter that cannot be read closes no hour; the hours of the others close")
    void unreadableMeter(RealStore store) {
        try (Town town = new Town(store, 1)) {
            WorkspaceId shop = town.paid.ids().get(0);
            town.world.clock().moveTo(Instant.parse("2026-03-10T09:30:00Z"));
            town.takes(List.of(town.charge(shop, "one"), town.charge(shop, "another", Town.OTHER)));
            Damage.update(
                    town.source(), "UPDATE billing_meter SET customer = '{}' WHERE dimension = ?", World.UNITS.name());
            town.world.clock().moveTo(Instant.parse("2026-03-10T10:15:00Z"));
            assertThat(town.run()).isEqualTo(new RunDue.Done(0, 0, 1, 1));
            assertThat(town.recorded()).extracting(UnreadableEntry::kind).containsExactly(EntryKind.METER);
            assertThat(town.health().unreadable().entries()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "REL-1 REL-4 events that cannot be read hold back their own aggregates only, are recorded, and are told"
                    + " when they can be read")
    void unreadableEvents(RealStore store) {
        try (Town town = new Town(store, 2)) {
            Crowd settled = new Crowd(town.open.unitOfWork(), town.world, "center", 150);
            settled.paidByBillingCenter();
            town.stage.deliver(town.stage.cancels());
            settled.ids().forEach(id -> Damage.TRUNCATED.damage(town.source(), "workspace", id.value()));

            assertThat(town.lockedEvents()).hasSize(2);
            assertThat(town.stage.events()).isEmpty();
            assertThat(town.recorded()).hasSize(150).allMatch(entry -> entry.kind() == EntryKind.EVENT);
            assertThat(town.health().outbox().retried()).isEqualTo(150);
            assertThat(town.health().outbox().oldest()).isNotEmpty();

            settled.ids().forEach(id -> Damage.TRUNCATED.mend(town.source(), "workspace", id.value()));
            assertThat(town.stage.events()).isEmpty();
            town.stage.aMinuteLater();
            assertThat(town.stage.events()).hasSizeGreaterThanOrEqualTo(150);
            assertThat(town.health().outbox()).isEqualTo(new Health.Outbox(0, Option.none(), 0, 0));
        }
    }
}
