package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads at once, on real databases, through the real SDK. */
class RacesTest {

    private static final int MANY = 24;

    @ParameterizedTest
    @EnumSource
    @DisplayName("END-4 a binding that races an end is in its cascade, or refused; no workspace keeps a dead payer")
    void bindingsRaceAnEnd(RealStore store) {
        inWorld(store, world -> {
            List<WorkspaceId> workspaces = IntStream.range(0, MANY)
                    .mapToObj(i -> registered(world, i))
                    .collect(Collectors.toUnmodifiableList());
            world.aws().cancel(world.cast().awsAccount());
            MarketplaceNotice end = world.aws().takeNotices().get(0);
            List<Callable<Object>> all = new ArrayList<>();
            workspaces.forEach(id -> all.add(() -> world.billing()
                    .changeSettlement()
                    .through(
                            id,
                            world.cast().cloudAccount(),
                            world.by(world.cast().asOwner()))));
            all.add(
                    MANY / 4,
                    () -> world.billing()
                            .receiveNotice()
                            .receive(SnsNotices.read(end.snsText(), world.profile(), world.now())));
            AtOnce.all(all);
            world.billing().due().run(world.now());
            assertThat(workspaces)
                    .extracting(id -> world.billing().ask().workspace(id).get())
                    .allMatch(RacesTest::hasNoDeadPayer);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "MET-1 INV-7 INV-8 one batch from four threads is taken once; four nodes that run at once bill it once")
    void everythingTwice(RealStore store) {
        inWorld(store, world -> {
            WorkspaceId id = registered(world, 0);
            world.billing()
                    .changeSettlement()
                    .through(
                            id,
                            world.cast().cloudAccount(),
                            world.by(world.cast().asOwner()));
            world.clock().advance(Duration.ofMinutes(60));
            List<Charge> batch = IntStream.range(0, 50)
                    .mapToObj(i -> new Charge(
                            id + "-" + i,
                            id,
                            new Charge.Usage(World.UNITS, Quantity.of("0.3")),
                            new UsagePeriod(world.now().minusSeconds(2), world.now())))
                    .collect(Collectors.toUnmodifiableList());
            AtOnce.all(AtOnce.times(4, () -> world.billing().takeCharges().take(batch, world.now())));
            world.clock().advance(Duration.ofMinutes(60));
            AtOnce.all(AtOnce.times(4, () -> world.billing().due().run(world.now())));
            world.billing().due().run(world.now());
            assertThat(world.aws().billed()).extracting(BilledUsage::quantity).containsExactly(15L);
            Books books =
                    world.billing().ask().books(world.cast().cloudAccount()).get(0);
            assertThat(books.charged()).isEqualTo(Quantity.whole(15));
            assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(15));
            assertThat(books.areBalanced()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ARR-2 a claim that is redeemed four times at once is redeemed once; four landings make one account")
    void claimsRace(RealStore store) {
        inWorld(store, world -> {
            AtOnce.all(AtOnce.times(4, () -> land(world)));
            ClaimTicket ticket = land(world);
            List<Object> answers = AtOnce.all(AtOnce.times(
                    4,
                    () -> world.billing()
                            .claimCloudAccount()
                            .claim(
                                    ticket,
                                    world.cast().holder().id(),
                                    world.by(world.cast().asHolder()))
                            .isRight()));
            assertThat(answers).containsOnlyOnce(true);
            assertThat(world.onFile()).hasSize(1);
        });
    }

    private static boolean hasNoDeadPayer(Workspace workspace) {
        boolean isPaidByCloud =
                workspace.bindings().inForce().exists(method -> method.cloud().isDefined());
        return !isPaidByCloud
                && workspace.isLocked() == workspace.bindings().inForce().isEmpty();
    }

    private static ClaimTicket land(World world) {
        String form = world.aws().landingForm(world.cast().awsAccount());
        return world.billing()
                .landBuyer()
                .land(LandingForms.read(form, world.profile()).get(), world.now())
                .get();
    }

    private static WorkspaceId registered(World world, int number) {
        WorkspaceId id = new WorkspaceId("wksp_" + world.cast().run() + "_" + number);
        RegistrationForm form = new RegistrationForm(
                id, world.cast().owner(), new Answers("Race", "ZH", "us1", new Consent(true, "1")));
        world.billing()
                .registerWorkspace()
                .paidByBillingCenter(
                        form, world.cast().holder().id(), world.by(world.cast().asOwner()))
                .get();
        return id;
    }

    /** A world whose buyer has subscribed, landed and claimed. */
    private static void inWorld(RealStore store, Story story) {
        try (OpenStore open = store.open();
                World world = World.over(open)) {
            world.aws().subscribe(world.cast().awsAccount());
            world.aws()
                    .takeNotices()
                    .forEach(notice -> world.billing()
                            .receiveNotice()
                            .receive(SnsNotices.read(notice.snsText(), world.profile(), world.now())));
            world.billing()
                    .claimCloudAccount()
                    .claim(
                            land(world),
                            world.cast().holder().id(),
                            world.by(world.cast().asHolder()));
            story.in(world);
        }
    }

    @FunctionalInterface
    private interface Story {
        void in(World world);
    }
}
