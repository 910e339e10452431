package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.ports.driving.NoticeReader;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.NoticeRefusal;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notices that staff hand in again (NOT-1), and ends that are only suspected (NOT-7). */
class ResubmittedNoticesTest {

    private static final UserId STAFF = new UserId("staff");

    private final Scene scene = Scene.withRegisteredAccount();
    private final NoticeReader mended = (kept, at) -> named(kept, kept.id());

    @BeforeEach
    void anEndThatCouldNotBeRead() {
        scene.register("shop", "us1");
        scene.billing.receiveNotice().receive(new Notice.Malformed(envelope("n7"), List.of("a field that is new")));
        scene.events();
    }

    @Test
    @DisplayName("NOT-1 what staff hand in again is judged as if it came now, from the text that was kept, and audited")
    void again() {
        assertThat(waiting()).containsExactly("n7");
        scene.pass(Duration.ofHours(3));

        assertThat(scene.billing
                        .resubmitNotice()
                        .resubmit(id("n7"), mended, staff())
                        .get())
                .isInstanceOf(NoticeOutcome.Applied.class);

        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.LOCKED);
        assertThat(waiting()).isEmpty();
        List<KeptNotice> history = scene.billing
                .noticeQuery()
                .history(id("n7"), PageRequest.first(9), staff())
                .get()
                .items();
        assertThat(history).extracting(KeptNotice::judgement).containsExactly(1, 2);
        assertThat(history).extracting(KeptNotice::resubmittedBy).containsExactly(Option.none(), Option.some(staff()));
        assertThat(history.get(1).envelope().receipt()).isEqualTo(scene.now());
        assertThat(history).extracting(kept -> kept.envelope().text().value()).containsOnly("text of n7");
        assertThat(scene.billing.resubmitNotice().resubmit(id("n7"), mended, staff()))
                .isEqualTo(Either.right(new NoticeOutcome.Duplicate()));
    }

    @Test
    @DisplayName(
            "NOT-1 a reader that finds the publisher's id names the notice: a copy of it is a duplicate, and both are"
                    + " audited")
    void underItsOwnId() {
        NoticeReader finds = (kept, at) -> named(kept, "publishers-id");

        assertThat(scene.billing
                        .resubmitNotice()
                        .resubmit(id("n7"), finds, staff())
                        .get())
                .isInstanceOf(NoticeOutcome.Applied.class);

        assertThat(waiting()).isEmpty();
        assertThat(scene.billing.receiveNotice().receive(named(envelope("n7"), "publishers-id")))
                .isEqualTo(new NoticeOutcome.Duplicate());
        assertThat(scene.billing.receiveNotice().receive(named(envelope("n7"), "n7")))
                .isEqualTo(new NoticeOutcome.Duplicate());
    }

    @Test
    @DisplayName("NOT-1 what cannot be read still is malformed again, and each try is audited")
    void stillMalformed() {
        NoticeReader helpless = (kept, at) -> new Notice.Malformed(kept, List.of("a field that is new"));
        scene.billing.resubmitNotice().resubmit(id("n7"), helpless, staff());

        assertThat(scene.billing
                        .noticeQuery()
                        .history(id("n7"), PageRequest.first(9), staff())
                        .get()
                        .items())
                .hasSize(2);
        assertThat(waiting()).containsExactly("n7");
    }

    @Test
    @DisplayName("NOT-1 nobody but staff sees notices or hands them in; what was never kept is unknown")
    void whoMay() {
        for (Actor actor : List.of(new Actor.Owner(OWNER), new Actor.Holder(HOLDER.id()), new Actor.BillingCenter())) {
            Request by = scene.by(actor);
            NoticeRefusal no = new NoticeRefusal.NotForThisActor(actor);
            assertThat(scene.billing.resubmitNotice().resubmit(id("n7"), mended, by))
                    .isEqualTo(Either.left(no));
            assertThat(scene.billing.noticeQuery().notReceived("aws", PageRequest.first(9), by))
                    .isEqualTo(Either.left(no));
            assertThat(scene.billing.noticeQuery().history(id("n7"), PageRequest.first(9), by))
                    .isEqualTo(Either.left(no));
        }
        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.ACTIVE);
        assertThat(scene.billing.resubmitNotice().resubmit(id("n8"), mended, staff()))
                .isEqualTo(Either.left(new NoticeRefusal.NoticeUnknown(id("n8"))));
    }

    @Test
    @DisplayName("NOT-7 SUB-5 an end by raw delivery raises a suspicion and nothing more, once, and not against what is"
            + " newer")
    void suspectedEnd() {
        MarketplaceCustomer customer =
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
        Sign older = new Sign(Sign.Kind.ENDED, scene.now().minus(Duration.ofHours(1)));
        scene.pass(Duration.ofMinutes(1));
        Sign end = new Sign(Sign.Kind.ENDED, scene.now());

        assertThat(scene.billing
                        .receiveNotice()
                        .receive(new Notice.Understood(envelope("raw-1"), new Fact.OfSuspectedEnd(customer, older))))
                .isInstanceOf(NoticeOutcome.Ignored.class);
        assertThat(scene.events()).isEmpty();
        assertThat(scene.billing
                        .receiveNotice()
                        .receive(new Notice.Understood(envelope("raw-2"), new Fact.OfSuspectedEnd(customer, end))))
                .isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(scene.events()).hasSize(1).first().isInstanceOf(EndSuspected.class);
        assertThat(scene.billing
                        .receiveNotice()
                        .receive(new Notice.Understood(envelope("raw-3"), new Fact.OfSuspectedEnd(customer, end))))
                .isInstanceOf(NoticeOutcome.Ignored.class);
        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.ACTIVE);
        assertThat(scene.onFile()).hasSize(1);
    }

    private List<String> waiting() {
        return scene.billing.noticeQuery().notReceived("aws", PageRequest.first(1), staff()).get().items().stream()
                .map(kept -> kept.envelope().id())
                .toList();
    }

    private Notice named(Notice.Envelope kept, String id) {
        Notice end = scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(Sign.Kind.ENDED, scene.now()));
        return end.in(new Notice.Envelope(id, kept.marketplace(), kept.receipt(), kept.text()));
    }

    private Notice.Envelope envelope(String id) {
        return new Notice.Envelope(id, "aws", scene.now(), new RawText("text of " + id));
    }

    private static Notice.Id id(String id) {
        return new Notice.Id("aws", id);
    }

    private Request staff() {
        return scene.by(new Actor.Staff(STAFF));
    }
}
