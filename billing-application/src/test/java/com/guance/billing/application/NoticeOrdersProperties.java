package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** INV-5: what notices come to does not depend on their order, nor on how often each comes. */
class NoticeOrdersProperties {

    @Property(tries = 1_000)
    @Label(
            "INV-5 any history of notices, shuffled and with duplicates, ends with the same statuses, payers and lock causes")
    void anyOrder(@ForAll("histories") List<Word> history, @ForAll Start start, @ForAll long seed) {
        List<Integer> inOrder = IntStream.range(0, history.size()).boxed().toList();
        List<Integer> shuffled = new ArrayList<>(inOrder);
        Random random = new Random(seed);
        inOrder.stream().filter(i -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        Ending expected = play(start, history, inOrder, Option.none());
        assertThat(play(start, history, shuffled, Option.some(random))).isEqualTo(expected);
        Statistics.label("everything is paid for")
                .collect(expected.workspaces().stream()
                        .allMatch(end -> end.payer().isDefined()))
                .coverage(coverage -> {
                    coverage.check(true).percentage(share -> share > 10);
                    coverage.check(false).percentage(share -> share > 10);
                });
    }

    @Provide
    Arbitrary<List<Word>> histories() {
        Arbitrary<Word> legacy = Arbitraries.of(
                        Kind.ACTIVATED, Kind.NOT_ACTIVATED, Kind.ENDING, Kind.ENDING, Kind.ENDED)
                .map(kind -> new Word(Speaker.CUSTOMER, 0, kind));
        Arbitrary<Word> license = Arbitraries.integers()
                .between(1, 3)
                .flatMap(number -> Arbitraries.of(Kind.ACTIVATED, Kind.DEPROVISIONED)
                        .map(kind -> new Word(Speaker.LICENSE, number, kind)));
        Arbitrary<Word> agreement = Arbitraries.integers()
                .between(1, 3)
                .flatMap(number -> Arbitraries.of(Kind.CANCELLED, Kind.SUPERSEDED, Kind.STATUS_UNKNOWN)
                        .map(kind -> new Word(Speaker.AGREEMENT, number, kind)));
        Arbitrary<Word> created = Arbitraries.integers()
                .between(1, 2)
                .map(previous -> new Word(Speaker.SUCCESSOR, previous, Kind.ACTIVATED));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, legacy),
                        net.jqwik.api.Tuple.of(3, license),
                        net.jqwik.api.Tuple.of(3, agreement),
                        net.jqwik.api.Tuple.of(1, created))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    /** Workspaces of one account, bound before any of the notices. */
    private static Ending play(Start begun, List<Word> history, List<Integer> order, Option<Random> runs) {
        Licenses licenses =
                begun == Start.LICENSED ? Licenses.ofClaimedAccount() : new Licenses(Scene.withRegisteredAccount());
        Scene scene = licenses.scene();
        if (begun != Start.LEGACY) {
            licenses.license(1, Kind.ACTIVATED);
        }
        scene.register("wksp_a", "us1");
        if (begun == Start.BOTH) {
            licenses.bound("wksp_b", 1);
        }
        Instant start = scene.now();
        scene.pass(Duration.ofHours(1));
        order.forEach(i -> {
            licenses.hear(history.get(i).fact(licenses, start.plus(Duration.ofMinutes(i + 1L))));
            runs.filter(random -> random.nextInt(5) == 0)
                    .forEach(random -> scene.billing.due().run(scene.now()));
        });
        licenses.runAt(scene.now().plus(Duration.ofDays(2)));
        return new Ending(
                Stream.of(legacy(licenses), licenses.customer(1), licenses.customer(2), licenses.customer(3))
                        .map(customer -> status(scene, customer))
                        .toList(),
                Stream.of("wksp_a", "wksp_b")
                        .flatMap(id -> scene.billing
                                .ask()
                                .workspace(new WorkspaceId(id))
                                .toJavaStream())
                        .map(WorkspaceEnding::of)
                        .toList());
    }

    private static MarketplaceCustomer legacy(Licenses licenses) {
        Scene scene = licenses.scene();
        return new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
    }

    private static Option<SubscriptionStatus> status(Scene scene, MarketplaceCustomer customer) {
        return scene.store
                .<Void, Option<SubscriptionStatus>>inTransaction(stores -> Either.right(stores.subscriptions()
                        .latest(customer)
                        .map(found -> found.aggregate())
                        .map(Subscription::status)))
                .get();
    }

    /** Which subscriptions are active when the notices begin. */
    enum Start {
        LEGACY,
        LICENSED,
        BOTH
    }

    private enum Speaker {
        CUSTOMER,
        LICENSE,
        AGREEMENT,
        SUCCESSOR
    }

    /** What a notice says; its own time is its place in the history. */
    record Word(Speaker speaker, int number, Kind kind) {

        Fact fact(Licenses licenses, Instant ownTime) {
            Sign sign = new Sign(kind, ownTime);
            return switch (speaker) {
                case CUSTOMER -> new Fact.OfCustomer(legacy(licenses), sign);
                case LICENSE -> licenses.ofLicense(number, sign);
                case AGREEMENT -> new Fact.OfAgreement(Licenses.id(number), Option.some(sign), Option.none());
                case SUCCESSOR ->
                    new Fact.OfAgreement(Licenses.id(number + 1), Option.none(), Option.some(Licenses.id(number)));
            };
        }
    }

    private record Ending(List<Option<SubscriptionStatus>> statuses, List<WorkspaceEnding> workspaces) {}

    private record WorkspaceEnding(String id, Option<CloudAccountId> payer, List<? extends Class<?>> causes) {

        static WorkspaceEnding of(Workspace workspace) {
            return new WorkspaceEnding(
                    workspace.id().value(),
                    workspace
                            .bindings()
                            .inForce()
                            .flatMap(method -> method.cloud())
                            .map(paid -> paid.account()),
                    workspace.locks().causes().stream().map(LockCause::getClass).toList());
        }
    }
}
