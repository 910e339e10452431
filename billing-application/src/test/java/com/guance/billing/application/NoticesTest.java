package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoticesTest {

    @Test
    @DisplayName("NOT-1 the same notice again has no effect, and how often it came is kept")
    void duplicate() {
        Scene scene = new Scene();
        Notice notice = activation(scene, "n1");
        scene.billing.receiveNotice().receive(notice);
        scene.events();
        assertThat(scene.billing.receiveNotice().receive(notice)).isEqualTo(new NoticeOutcome.Duplicate());
        assertThat(scene.billing.receiveNotice().receive(notice)).isEqualTo(new NoticeOutcome.Duplicate());
        assertThat(scene.events()).isEmpty();
        assertThat(repetitions(scene, notice)).isEqualTo(2);
    }

    @Test
    @DisplayName("NOT-1 a notice whose transaction failed is not a duplicate when it is delivered again")
    void failedIsNotDuplicate() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        Notice notice = activation(scene, "n1");
        store.breakAfter(0);
        assertThatThrownBy(() -> scene.billing.receiveNotice().receive(notice)).isInstanceOf(StoreUnavailable.class);
        store.mend();
        assertThat(scene.billing.receiveNotice().receive(notice)).isInstanceOf(NoticeOutcome.Parked.class);
    }

    @Test
    @DisplayName("NOT-2 an activation before the landing is parked, and in force as soon as the buyer lands")
    void parked() {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        assertThat(scene.deliverNotices()).singleElement().isInstanceOf(NoticeOutcome.Parked.class);
        scene.billing.claimCloudAccount().claim(scene.land(), HOLDER.id(), scene.byHolder());
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("ARR-2 NOT-2 landing before the activation notice ends the same")
    void landingFirst() {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        scene.billing.claimCloudAccount().claim(scene.land(), HOLDER.id(), scene.byHolder());
        assertThat(scene.onFile()).isEmpty();
        assertThat(scene.deliverNotices()).singleElement().isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("NOT-3 a notice older than what was applied is stale, says so, and changes nothing")
    void stale() {
        Scene scene = Scene.withRegisteredAccount();
        scene.events();
        Sign older = new Sign(Sign.Kind.ENDED, scene.now().minus(Duration.ofHours(1)));
        assertThat(scene.billing
                        .receiveNotice()
                        .receive(scene.notice("n9", scene.aws.customerIdentifier(BUYER), older)))
                .isInstanceOfSatisfying(
                        NoticeOutcome.Stale.class,
                        stale -> assertThat(stale.why().heard()).isEqualTo(older));
        assertThat(scene.events()).isEmpty();
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName(
            "NOT-4 NOT-5 an unknown kind and a malformed notice are recorded with their one outcome, and stop nothing")
    void unreadable() {
        Scene scene = new Scene();
        Notice unknown = new Notice.Unknown(envelope(scene, "n1"), "entitlement-updated");
        Notice malformed = new Notice.Malformed(envelope(scene, "n2"), List.of("no JSON"));
        assertThat(scene.billing.receiveNotice().receive(unknown))
                .isEqualTo(new NoticeOutcome.Ignored("entitlement-updated"));
        assertThat(scene.billing.receiveNotice().receive(malformed))
                .isEqualTo(new NoticeOutcome.Malformed(List.of("no JSON")));
        assertThat(scene.billing.receiveNotice().receive(activation(scene, "n3")))
                .isInstanceOf(NoticeOutcome.Parked.class);
        assertThat(outcome(scene, malformed)).isEqualTo(new NoticeOutcome.Malformed(List.of("no JSON")));
    }

    @Test
    @DisplayName("NOT-5 a notice about another product is ignored, and why is recorded")
    void anotherProduct() {
        Scene scene = new Scene();
        Notice notice = new Notice.Understood(
                envelope(scene, "n1"),
                new Fact.OfCustomer(
                        new MarketplaceCustomer.Legacy(new Product("aws", "other"), "customer"),
                        new Sign(Sign.Kind.ACTIVATED, scene.now())));
        assertThat(scene.billing.receiveNotice().receive(notice)).isInstanceOf(NoticeOutcome.Ignored.class);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("NOT-1 an end that was ignored, and is understood now, is applied; a copy after that is a duplicate")
    void ignoredThenUnderstood() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        Notice end = end(scene, "n5");
        Notice foreign = new Notice.Unknown(end.envelope(), "product other");

        assertThat(scene.billing.receiveNotice().receive(foreign))
                .isEqualTo(new NoticeOutcome.Ignored("product other"));
        assertThat(scene.billing.receiveNotice().receive(foreign))
                .isEqualTo(new NoticeOutcome.Ignored("product other"));
        assertThat(scene.billing.receiveNotice().receive(end)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.LOCKED);
        assertThat(scene.billing.receiveNotice().receive(foreign)).isEqualTo(new NoticeOutcome.Duplicate());
        assertThat(scene.billing.receiveNotice().receive(end)).isEqualTo(new NoticeOutcome.Duplicate());
    }

    @Test
    @DisplayName("NOT-1 an end that was cut, and is whole now, is applied")
    void malformedThenUnderstood() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        Notice end = end(scene, "n5");
        Notice cut = new Notice.Malformed(
                new Notice.Envelope("n5", "aws", scene.now(), new RawText("text o")), List.of("no JSON"));

        assertThat(scene.billing.receiveNotice().receive(cut)).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(scene.billing.receiveNotice().receive(end)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("NOT-1 a node that sells another product does not take a notice away from the one that sells this")
    void anotherNodesConfiguration() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        CloudBilling other =
                scene.selling(InMemoryMarketplace.selling(ListedProduct.global("another", "units"), scene.clock)
                        .asPort(MarketplaceProfile.aws("another")));
        Notice end = end(scene, "n5");

        assertThat(other.receiveNotice().receive(end)).isInstanceOf(NoticeOutcome.Ignored.class);
        assertThat(scene.billing.receiveNotice().receive(end)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(other.receiveNotice().receive(end)).isEqualTo(new NoticeOutcome.Duplicate());
    }

    private static Notice end(Scene scene, String id) {
        return scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(Sign.Kind.ENDED, scene.now()));
    }

    private static Notice activation(Scene scene, String id) {
        return scene.notice(id, "customer-1", new Sign(Sign.Kind.ACTIVATED, scene.now()));
    }

    private static Notice.Envelope envelope(Scene scene, String id) {
        return new Notice.Envelope(id, "aws", scene.now(), new RawText("whole text of " + id));
    }

    private static int repetitions(Scene scene, Notice notice) {
        return scene.store
                .<Void, Integer>inTransaction(stores -> Either.right(
                        stores.notices().repetitions(notice.envelope().identity())))
                .get();
    }

    private static NoticeOutcome outcome(Scene scene, Notice notice) {
        return scene.store
                .<Void, NoticeOutcome>inTransaction(stores -> Either.right(stores.notices()
                        .find(notice.envelope().identity())
                        .get()
                        .outcome()))
                .get();
    }
}
