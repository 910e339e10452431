package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One workspace, and what has arrived so far of a history of notices; another arrival leaves this one as it was. */
final class ArrivedNotices {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    /** What the workspace has when the notices begin: a payer, or a request that waits. */
    enum Start {
        BOUND,
        BOUND_BY_LICENSE,
        WAITING
    }

    private enum Speaker {
        CUSTOMER,
        LICENSE,
        AGREEMENT,
        CREATED
    }

    /** What a notice says; its own time is its rank in the history. */
    record Word(Speaker speaker, int number, Kind kind) {

        static Word ofCustomer(Kind kind) {
            return new Word(Speaker.CUSTOMER, 0, kind);
        }

        static Word ofLicense(int number, Kind kind) {
            return new Word(Speaker.LICENSE, number, kind);
        }

        static Word ofAgreement(int number, Kind kind) {
            return new Word(Speaker.AGREEMENT, number, kind);
        }

        /** An agreement was made that follows the one before it. */
        static Word created(int number) {
            return new Word(Speaker.CREATED, number, Kind.ACTIVATED);
        }

        private Fact fact(Licenses licenses, Instant ownTime) {
            Sign sign = new Sign(kind, ownTime);
            return switch (speaker) {
                case CUSTOMER -> new Fact.OfCustomer(legacy(licenses.scene()), sign);
                case LICENSE -> licenses.ofLicense(number, sign);
                case AGREEMENT -> new Fact.OfAgreement(Licenses.id(number), Option.some(sign), Option.none());
                case CREATED ->
                    new Fact.OfAgreement(Licenses.id(number), Option.none(), Option.some(Licenses.id(number - 1)));
            };
        }

        private boolean isActivation() {
            return kind == Kind.ACTIVATED && speaker != Speaker.CREATED;
        }
    }

    private record Arrival(Word word, int rank) {

        /** An agreement ends once, whatever is said of its license: then its rank means nothing (NOT-3). */
        boolean isEndOf(Arrival activation) {
            boolean ends = word.kind() != Kind.ACTIVATED && word.kind() != Kind.NOT_ACTIVATED;
            boolean newer = word.speaker() == Speaker.AGREEMENT || rank > activation.rank();
            return ends && newer && word.number() == activation.word().number();
        }
    }

    private final Licenses licenses;
    private final Policies policies;
    private final InMemoryBilling store;
    private final Instant begun;
    private final List<Arrival> arrivals;

    private ArrivedNotices(
            Licenses licenses, Policies policies, InMemoryBilling store, Instant begun, List<Arrival> arrivals) {
        this.licenses = licenses;
        this.policies = policies;
        this.store = store;
        this.begun = begun;
        this.arrivals = arrivals;
    }

    static ArrivedNotices begin(Start start, Policies policies) {
        InMemoryBilling store = InMemoryBilling.create();
        Scene scene = new Scene(store);
        Licenses licenses = new Licenses(scene);
        if (start == Start.BOUND) {
            scene.registerAccount();
            scene.register(SHOP.value(), "us1");
        } else {
            scene.claimAccount();
            if (start == Start.BOUND_BY_LICENSE) {
                licenses.license(1, Kind.ACTIVATED);
                licenses.bound(SHOP.value(), 1);
            } else {
                scene.register(SHOP.value(), "us1");
            }
        }
        Instant begun = scene.now();
        scene.pass(Duration.ofHours(1));
        return new ArrivedNotices(licenses, policies, store, begun, List.of());
    }

    /** One more notice arrives. */
    ArrivedNotices hear(Word word, int rank) {
        Arrival arrival = new Arrival(word, rank);
        InMemoryBilling next = store.copy();
        receive(next, arrival);
        List<Arrival> all = new ArrayList<>(arrivals);
        all.add(arrival);
        return new ArrivedNotices(licenses, policies, next, begun, List.copyOf(all));
    }

    /** All arrive once more, which is the same as nothing (NOT-1). */
    ArrivedNotices hearAllAgain() {
        arrivals.forEach(arrival -> assertThat(receive(store, arrival))
                .isInstanceOfAny(NoticeOutcome.Duplicate.class, NoticeOutcome.Ignored.class));
        return this;
    }

    /** Two days later, when nothing waits for a status or a successor any more. */
    ArrivedNotices end() {
        InMemoryBilling last = store.copy();
        licenses.scene().under(last, policies).due().run(licenses.scene().now().plus(Duration.ofDays(2)));
        return new ArrivedNotices(licenses, policies, last, begun, arrivals);
    }

    private NoticeOutcome receive(InMemoryBilling into, Arrival arrival) {
        Instant ownTime = begun.plus(Duration.ofMinutes(arrival.rank() + 1L));
        Notice notice = licenses.notice(arrival.word().fact(licenses, ownTime));
        Notice numbered = new Notice.Understood(
                new Notice.Envelope(
                        "notice-" + arrival.rank(),
                        notice.envelope().marketplace(),
                        notice.envelope().receipt(),
                        notice.envelope().text()),
                ((Notice.Understood) notice).fact());
        return licenses.scene().under(into, policies).receiveNotice().receive(numbered);
    }

    /** What became so, in the order of its own times. */
    List<Word> history() {
        return arrivals.stream()
                .sorted(Comparator.comparingInt(Arrival::rank))
                .map(Arrival::word)
                .toList();
    }

    List<Option<SubscriptionStatus>> statuses() {
        return Stream.of(legacy(licenses.scene()), licenses.customer(1), licenses.customer(2))
                .map(this::status)
                .toList();
    }

    private Option<SubscriptionStatus> status(MarketplaceCustomer customer) {
        return store.<Void, Option<SubscriptionStatus>>inTransaction(stores -> Either.right(stores.subscriptions()
                        .latest(customer)
                        .map(found -> found.aggregate())
                        .map(Subscription::status)))
                .get();
    }

    boolean accountPays() {
        return store.<Void, Boolean>inTransaction(stores -> Either.right(!stores.cloudAccounts()
                        .find(licenses.scene().account)
                        .get()
                        .aggregate()
                        .payers()
                        .isEmpty()))
                .get();
    }

    /** A missed life makes another subscription of the same account pay, or lock. */
    String payerAndCauses() {
        Workspace shop = shop();
        String payer = shop.bindings()
                .inForce()
                .map(method ->
                        method.cloud().map(paid -> paid.account().value()).getOrElse("Billing Center"))
                .getOrElse("nobody");
        return payer + " "
                + shop.locks().causes().stream()
                        .map(LockCause::ended)
                        .map(ended -> ended.map(by -> by.account() + " " + by.product())
                                .getOrElse("another cause"))
                        .collect(Collectors.joining(", "));
    }

    boolean isWaiting() {
        return shop().waiting().isDefined();
    }

    boolean isPaid() {
        return shop().bindings().inForce().isDefined();
    }

    boolean isPaidByBillingCenter() {
        return shop().bindings().inForce().exists(ThroughBillingCenter.class::isInstance);
    }

    /** Nothing waits, nobody ever paid: a failure to subscribe has withdrawn what waited. */
    boolean isWithdrawn() {
        return !isWaiting() && shop().bindings().all().isEmpty();
    }

    /** Whether an activation came when the end of the same life had come already. */
    boolean hasActivationAfterItsEnd() {
        return IntStream.range(0, arrivals.size())
                .filter(i -> arrivals.get(i).word().isActivation())
                .anyMatch(i -> arrivals.subList(0, i).stream().anyMatch(before -> before.isEndOf(arrivals.get(i))));
    }

    private Workspace shop() {
        return store.<Void, Workspace>inTransaction(stores -> Either.right(
                        Option.of(stores.workspaces().find(List.of(SHOP)).get(SHOP))
                                .get()
                                .aggregate()))
                .get();
    }

    private static MarketplaceCustomer legacy(Scene scene) {
        return new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
    }

    @Override
    public String toString() {
        return arrivals.stream()
                .map(arrival -> arrival.rank() + " " + arrival.word())
                .collect(Collectors.joining(", "));
    }
}
