package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.SubscriptionEvent;
import io.vavr.control.Either;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who watches a node is told what it has done, when it is done. */
class WatchingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());
    private final Seen seen = new Seen();

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(scene.events()).isNotEmpty();
    }

    @Test
    @DisplayName("he is told of records, subscriptions and accounts, as they are stored and in that order, and of runs")
    void told() {
        CloudBilling node = watched();
        assertThat(node.due().run(scene.now())).isEqualTo(new Done(0, 0, 1, 1));
        scene.aws.cancel(BUYER);
        scene.aws.takeNotices().forEach(notice -> node.receiveNotice().receive(scene.understood(notice)));
        assertThat(seen.events)
                .isNotEmpty()
                .isEqualTo(scene.events().stream()
                        .filter(event -> event instanceof MeteringRecordEvent
                                || event instanceof SubscriptionEvent
                                || event instanceof CloudAccountEvent)
                        .toList());
        assertThat(seen.runs).containsExactly(new Done(0, 0, 1, 1));
    }

    @Test
    @DisplayName("a fault is told, and the run as far as it came; what he throws holds up nobody")
    void faults() {
        scene.aws.whenMetering(Misbehaviour.dropBeforeAccepting());
        CloudBilling node = watched();
        assertThatThrownBy(() -> node.due().run(scene.now())).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(seen.faults).hasSize(1).first().isInstanceOf(MarketplaceUnavailable.class);
        assertThat(seen.runs).containsExactly(new Done(0, 0, 1, 0));
        assertThat(CapturedLogs.take()).contains("ERROR a watcher failed: java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("REL-1 REL-3 a fault at which the answer of one record is not stored is reported once")
    void faultOfOneAnswer() {
        IllegalStateException fault = new IllegalStateException("not stored");
        List<RuntimeException> ends = new ArrayList<>(List.of(
                new EntryUnreadable(List.of(
                        new UnreadableEntry(EntryKind.SUBSCRIPTION, "another", UnreadableEntry.Reason.MALFORMED))),
                fault));
        CloudBilling node = watched(new WatchedStore(scene.store, call -> {
            if (call.name().equals("MeteringRecords.save")
                    && !scene.aws.billed().isEmpty()
                    && !ends.isEmpty()) {
                throw ends.remove(0);
            }
        }));

        assertThatThrownBy(() -> node.due().run(scene.now())).isSameAs(fault);

        assertThat(ends).isEmpty();
        assertThat(seen.faults).containsExactly(fault);
        assertThat(CapturedLogs.take()).contains("ERROR a watcher failed: java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("INV-6 of what was refused or lost he is not told; of what was tried again, once")
    void onlyWhatIsCommitted() {
        Transactions transactions = new Transactions(new OnceLost(InMemoryBilling.create()), seen, lost -> {});
        Either<String, Integer> refused = transactions.ask(stores -> {
            save(stores);
            return Either.left("no");
        });
        assertThat(refused).isEqualTo(Either.left("no"));
        assertThat(seen.events).isEmpty();
        int done = transactions.run(stores -> save(stores));
        assertThat(seen.events).hasSize(done);
    }

    private static int save(Stores stores) {
        CloudAccountId account = CloudAccountId.of("aws", "1");
        Request by = new Request(new Actor.Clock(), NINE);
        stores.cloudAccounts()
                .save(Revision.first(CloudAccount.recorded(account, Cloud.AWS, Currency.getInstance("USD"), by)));
        return 1;
    }

    private CloudBilling watched() {
        return watched(scene.store);
    }

    private CloudBilling watched(UnitOfWork store) {
        return CloudBilling.over(store)
                .selling(scene.aws.asPort(scene.profile))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(new Enterprise(HOLDER, Scene.OTHER, Scene.RENMINBI))
                .watchedBy(seen)
                .build(new SecureRandom());
    }

    /** A store in which every transaction that would be committed is lost the first time. */
    private static final class OnceLost implements UnitOfWork {

        private final UnitOfWork real;
        private boolean lost;

        OnceLost(UnitOfWork real) {
            this.real = real;
        }

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            lost = !lost;
            if (lost) {
                Either<Either<L, R>, R> unused = real.inTransaction(stores -> Either.left(work.apply(stores)));
                throw new StaleVersion("somebody was first");
            }
            return real.inTransaction(work);
        }
    }

    /** What was seen; of faults it does not want to hear. */
    private static final class Seen implements Watcher {

        private final List<DomainEvent> events = new ArrayList<>();
        private final List<Done> runs = new ArrayList<>();
        private final List<RuntimeException> faults = new ArrayList<>();

        @Override
        public void committed(List<DomainEvent> more) {
            events.addAll(more);
        }

        @Override
        public void noticed(Notice notice, NoticeOutcome outcome) {
            throw new IllegalStateException("careless");
        }

        @Override
        public void landingRefused(LandingRefusal refusal) {
            throw new IllegalStateException("careless");
        }

        @Override
        public void ran(Done done) {
            runs.add(done);
        }

        @Override
        public void timeConfirmed(Request by) {
            throw new NoClassDefFoundError("metrics");
        }

        @Override
        public void faulted(RuntimeException fault) {
            faults.add(fault);
            throw new IllegalStateException("careless");
        }

        @Override
        public void unreadable(List<UnreadableEntry> entries) {
            throw new IllegalStateException("all can be read");
        }

        @Override
        public void readableAgain(List<UnreadableEntry> entries) {
            throw new IllegalStateException("all could be read");
        }

        @Override
        public void undelivered(List<Failed> failed) {
            throw new IllegalStateException("all are delivered");
        }
    }
}
