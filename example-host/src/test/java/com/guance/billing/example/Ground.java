package com.guance.billing.example;

import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.CallRate;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Dimension;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What outlives every node: PostgreSQL, a marketplace on the wire, its clock, and a customer with three bound workspaces. */
record Ground(String database, OpenStore store, World world, Usage usage, AwsOnLoopback wire, List<Node> nodes)
        implements AutoCloseable {

    /** A new database; the marketplace throttles as AWS does. */
    static Ground of(int dimensions) {
        return of(dimensions, IdenticalResend.SUCCEEDS);
    }

    /** A marketplace that answers so to what it has billed before. */
    static Ground of(int dimensions, IdenticalResend resend) {
        String database = RealStore.POSTGRESQL.url();
        OpenStore store =
                StoreChoice.of("--store", "postgres=" + database).get().open();
        MovableClock clock = MovableClock.at(World.START);
        String[] names = new Usage(new Cast(0), dimensions)
                .all().stream().map(Dimension::name).toArray(String[]::new);
        ListedProduct product = ListedProduct.global(World.PROFILE.product().code(), names)
                .under(Rulings.standard().withIdenticalResend(resend));
        InMemoryMarketplace aws = InMemoryMarketplace.selling(product, clock, CallRate.ofAws());
        World world = World.over(store, aws, clock);
        Stage stage = new Stage(world);
        stage.arrives();
        world.cast().workspaces().forEach(id -> stage.registers(id, Stage.GOOD).get());
        return new Ground(
                database,
                store,
                world,
                new Usage(world.cast(), dimensions),
                AwsOnLoopback.start(aws),
                new ArrayList<>());
    }

    /** A node of the host on it, which cannot be told anything yet. */
    Node node() {
        Node node = Node.start(database, wire.endpoint(), usage);
        nodes.add(node);
        return node;
    }

    Instant now() {
        return world.now();
    }

    Instant later(Duration by) {
        world.clock().advance(by);
        return now();
    }

    /** Whom the marketplace bills. */
    MarketplaceCustomer customer() {
        return new MarketplaceCustomer.Legacy(
                world.profile().product(),
                world.aws().customerIdentifier(world.cast().awsAccount()));
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
        wire.close();
        world.close();
        store.close();
    }
}
