package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.application.Scene.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What a stranger is told does not depend on what others have (SET-11). */
class StrangersProperties {

    private static final WorkspaceId SHOP = new WorkspaceId("shop");
    private static final CloudAccountId ACCOUNT = CloudAccountId.of("aws", BUYER);
    private static final WorkspaceId MINE = new WorkspaceId("mine");

    /** What the others may have done before. */
    enum State {
        NOTHING(scene -> {}),
        LANDED(scene -> scene.land()),
        REGISTERED(Scene::registerAccount),
        PAID(scene -> {
            scene.registerAccount();
            scene.register("shop", "us1");
        }),
        AWAITING(scene -> scene.billing
                .registerWorkspace()
                .awaitingSubscription(Scene.form("shop", "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner())
                .get()),
        LOCKED(scene -> {
            PAID.others.accept(scene);
            scene.billing.lockWorkspace().lock(SHOP, "abuse", scene.by(new Actor.Staff(OWNER)));
            scene.aws.cancel(BUYER);
            scene.deliverNotices();
        }),
        FULLY_LOCKED(scene -> {
            LOCKED.others.accept(scene);
            scene.pass(Duration.ofDays(30));
        }),
        DISSOLVED(scene -> {
            PAID.others.accept(scene);
            scene.billing.dissolveWorkspace().dissolve(SHOP, scene.byOwner());
        });

        @SuppressWarnings("ImmutableEnumChecker") // each is one of the lambdas above, without state
        private final Consumer<Scene> others;

        State(Consumer<Scene> others) {
            this.others = others;
        }
    }

    /** What a stranger may ask about the others' workspace, account or Billing Center account. */
    enum Question {
        CHOICES((scene, by) -> scene.billing.askChoices().of(SHOP, by, PageRequest.first(5))),
        CANDIDATES((scene, by) -> scene.billing.askChoices().candidates(ACCOUNT, by, PageRequest.first(5))),
        NEXT_CANDIDATES((scene, by) ->
                scene.billing.askChoices().candidates(ACCOUNT, by, new PageRequest(Option.some("a"), 5))),
        THROUGH((scene, by) -> scene.billing.changeSettlement().through(SHOP, ACCOUNT, by)),
        BY_BILLING_CENTER((scene, by) -> scene.billing.changeSettlement().byBillingCenter(SHOP, by)),
        WITHDRAW((scene, by) -> scene.billing.changeSettlement().withdraw(SHOP, by)),
        UNLOCK((scene, by) -> scene.billing.unlockWorkspace().unlock(SHOP, by)),
        LOCK((scene, by) -> scene.billing.lockWorkspace().lock(SHOP, "why", by)),
        RELEASE_LOCK((scene, by) ->
                scene.billing.lockWorkspace().release(SHOP, new LockCause.Administrative("abuse", OWNER), by)),
        MOVE((scene, by) -> scene.billing.moveWorkspace().move(SHOP, OTHER.id(), by)),
        DISSOLVE((scene, by) -> scene.billing.dissolveWorkspace().dissolve(SHOP, by)),
        RELEASE((scene, by) -> scene.billing.releaseCloudAccount().release(ACCOUNT, by)),
        CLAIM((scene, by) -> scene.billing.claimCloudAccount().claim(new ClaimTicket("guessed"), HOLDER.id(), by)),
        REGISTER((scene, by) ->
                scene.billing.registerWorkspace().paidThrough(Scene.form("shop", "us1"), HOLDER.id(), ACCOUNT, by)),
        ARREARS((scene, by) -> scene.billing.tellArrears().began(HOLDER.id(), by));

        @SuppressWarnings("ImmutableEnumChecker") // each is one of the lambdas above, without state
        private final BiFunction<Scene, Request, Object> asked;

        Question(BiFunction<Scene, Request, Object> asked) {
            this.asked = asked;
        }
    }

    @Property(tries = 400)
    @Label("SET-11 a stranger is answered the same whatever the others have, and changes nothing")
    void strangers(@ForAll State state, @ForAll Question question, @ForAll("strangers") Actor stranger) {
        Scene scene = new Scene();
        state.others.accept(scene);
        scene.events();
        Scene empty = new Scene();

        Object answer = question.asked.apply(scene, scene.by(stranger));

        assertThat(answer).isEqualTo(question.asked.apply(empty, empty.by(stranger)));
        assertThat(answer.toString()).contains("NotForThisActor");
        assertThat(scene.events()).isEmpty();
        Statistics.label("question").collect(question);
    }

    @Property(tries = 100)
    @Label("SET-11 SET-3 who names another customer's AWS account for their own workspace learns nothing of it")
    void guessed(@ForAll State state, @ForAll boolean staysAtBillingCenter) {
        assertThat(named(state, staysAtBillingCenter)).isEqualTo(named(State.NOTHING, staysAtBillingCenter));
    }

    private static Object named(State state, boolean staysAtBillingCenter) {
        Scene scene = new Scene();
        state.others.accept(scene);
        Request me = new Request(new Actor.Owner(OWNER), Scene.START.plus(Duration.ofDays(60)));
        BillingCenterAccountId mine = OTHER.id();
        if (staysAtBillingCenter) {
            scene.billing
                    .registerWorkspace()
                    .paidByBillingCenter(Scene.form(MINE.value(), "us1"), mine, me)
                    .get();
            return scene.billing.changeSettlement().through(MINE, ACCOUNT, me);
        }
        return List.of(
                scene.billing.registerWorkspace().paidThrough(Scene.form(MINE.value(), "us1"), mine, ACCOUNT, me),
                scene.billing
                        .askChoices()
                        .candidates(ACCOUNT, new Request(new Actor.Holder(mine), me.at()), PageRequest.first(5)));
    }

    @Provide
    Arbitrary<Actor> strangers() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .alpha()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(name -> new Actor.Owner(new UserId("s" + name))),
                Arbitraries.strings()
                        .alpha()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(name -> new Actor.Holder(new BillingCenterAccountId("s" + name))),
                Arbitraries.of(
                        new Actor.Administrator(OWNER),
                        new Actor.Holder(OTHER.id()),
                        new Actor.Marketplace("aws"),
                        new Actor.Clock()));
    }
}
