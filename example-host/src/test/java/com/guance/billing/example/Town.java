package com.guance.billing.example;

import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.Workspace;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A customer with some workspaces on a database whose rows a test may damage. */
final class Town implements AutoCloseable {

    static final Dimension OTHER = new Dimension("other_units");

    private static final String ANOTHER_BUYER = "999999999999";

    final Tables tables;
    final OpenStore open;
    final World world;
    final Stage stage;
    final Crowd paid;
    private final List<Runnable> ends = new ArrayList<>();

    /** So many workspaces, all paid by a cloud account, and nothing left to tell. */
    Town(RealStore store, int workspaces) {
        tables = Tables.of(store);
        open = tables.open();
        MovableClock clock = MovableClock.at(World.START);
        ListedProduct product = ListedProduct.global(World.PROFILE.product().code(), World.UNITS.name(), OTHER.name());
        world = World.over(open, InMemoryMarketplace.selling(product, clock), clock);
        stage = new Stage(world);
        stage.arrives();
        paid = new Crowd(open.unitOfWork(), world, "cloud", workspaces);
        paid.paidByCloud();
        stage.events();
        stage.aMinuteLater();
    }

    HikariDataSource source() {
        return tables.source();
    }

    RunDue.Done run() {
        return stage.run();
    }

    Health health() {
        return world.billing().askHealth().health(world.now());
    }

    List<UnreadableEntry> recorded() {
        return open.unitOfWork()
                .<Void, List<UnreadableEntry>>inTransaction(
                        stores -> Either.right(stores.unreadables().list(Option.none(), 10_000)))
                .get();
    }

    /** All workspaces but one. */
    List<Workspace> others(int one) {
        List<WorkspaceId> ids = new ArrayList<>(paid.ids());
        ids.remove(one);
        return ids.stream().map(id -> world.workspace(id).get()).toList();
    }

    /** The workspaces of which the host is told now that they were locked. */
    List<String> lockedEvents() {
        return stage.events().stream()
                .filter(LockEvent.LockPlaced.class::isInstance)
                .map(DomainEvent::subject)
                .toList();
    }

    void damageEach(List<String> workspaces) {
        workspaces.forEach(id -> Damage.UNKNOWN_TYPE.damage(source(), "workspace", id));
    }

    void mendEach(List<String> workspaces) {
        workspaces.forEach(id -> Damage.UNKNOWN_TYPE.mend(source(), "workspace", id));
    }

    /** A charge of each workspace for the minute that is over. */
    List<Charge> charges() {
        List<Charge> charges = new ArrayList<>();
        for (WorkspaceId id : paid.ids()) {
            charges.add(charge(id, "key " + charges.size()));
        }
        return charges;
    }

    Charge charge(WorkspaceId workspace, String key) {
        return charge(workspace, key, World.UNITS, world.now());
    }

    Charge charge(WorkspaceId workspace, String key, Dimension dimension) {
        return charge(workspace, key, dimension, world.now());
    }

    Charge charge(WorkspaceId workspace, String key, Instant until) {
        return charge(workspace, key, World.UNITS, until);
    }

    private static Charge charge(WorkspaceId workspace, String key, Dimension dimension, Instant until) {
        return new Charge(
                key,
                workspace,
                new Charge.Usage(dimension, Quantity.of("7")),
                new UsagePeriod(until.minus(Duration.ofNanos(1)), until));
    }

    List<Either<ChargeRefusal, Intake>> takes(List<Charge> charges) {
        return world.billing().takeCharges().take(charges, world.now());
    }

    Either<ChargeRefusal, Intake> tryAgain(int workspace) {
        return Either.left(new ChargeRefusal.TryAgain(paid.ids().get(workspace)));
    }

    /** Somebody else subscribes, whose account is not known. */
    MarketplaceNotice anotherSubscribes() {
        world.aws().subscribe(ANOTHER_BUYER);
        return world.aws().takeNotices().get(0);
    }

    /** The units that the marketplace bills. */
    long billed() {
        return world.aws()
                .billedTotal(world.aws().customerIdentifier(world.cast().awsAccount()), World.UNITS.name());
    }

    /** Another node of the host, which has read nothing yet. */
    Town.Node anotherNode() {
        AwsOnLoopback wire = AwsOnLoopback.start(world.aws());
        MarketplaceMeteringClient sdk = World.sdk(wire.endpoint());
        ends.add(sdk::close);
        ends.add(wire::close);
        return new Node(new Stage(new World(
                World.billing(JdbcBilling.over(source()).unitOfWork(), sdk, world.cast()),
                world.aws(),
                world.profile(),
                world.clock(),
                world.cast(),
                () -> {})));
    }

    /** Another node. */
    record Node(Stage stage) {

        List<Either<ChargeRefusal, Intake>> take(List<Charge> charges) {
            return stage.world()
                    .billing()
                    .takeCharges()
                    .take(charges, stage.world().now());
        }

        RunDue.Done run() {
            return stage.run();
        }
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        world.close();
        open.close();
    }
}
