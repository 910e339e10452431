package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.application.Scene.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingCompleted;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.RegistrationProblem.PaymentRefused;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle.SettlementRefused;
import com.guance.billing.workspace.UnlockRefusal;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** False actors, and what strangers are told (ARR-3, FIN-1, LOCK-7, SET-11). */
class ActorsTest {

    private static final WorkspaceId SHOP = new WorkspaceId("shop");
    private static final WorkspaceId NOWHERE = new WorkspaceId("nowhere");
    private static final CloudAccountId NOBODYS = CloudAccountId.of("aws", "999999999999");
    private static final UserId STRANGER = new UserId("stranger");

    /** Who has nothing to do with {@link Scene#HOLDER} and its workspaces. */
    static List<Actor> strangers() {
        return List.of(
                new Actor.Owner(STRANGER),
                new Actor.Administrator(OWNER),
                new Actor.Holder(OTHER.id()),
                new Actor.Marketplace("aws"),
                new Actor.Clock());
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @DisplayName("ARR-3 nobody but its holder, staff, and an Owner who awaits a subscription claims for an account")
    void claiming(Actor stranger) {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        ClaimTicket ticket = scene.land();

        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(ticket, HOLDER.id(), scene.by(stranger))
                        .isLeft())
                .isTrue();
        assertThat(scene.onFile()).isEmpty();
        scene.billing
                .claimCloudAccount()
                .claim(ticket, HOLDER.id(), scene.by(new Actor.Holder(HOLDER.id())))
                .get();
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName(
            "ARR-3 an Owner may claim while a workspace of theirs under the account awaits a subscription, not after")
    void claimingAsOwner() {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        scene.registerAtBillingCenter("other", "us1");
        ClaimTicket ticket = scene.land();
        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(ticket, HOLDER.id(), scene.byOwner())
                        .isLeft())
                .as("no workspace of theirs awaits")
                .isTrue();
        scene.billing
                .registerWorkspace()
                .awaitingSubscription(Scene.form("shop", "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner())
                .get();
        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(ticket, OTHER.id(), scene.byOwner())
                        .isLeft())
                .as("under another account none awaits")
                .isTrue();
        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(ticket, HOLDER.id(), scene.byOwner())
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("ARR-3 staff may claim for any account")
    void claimingAsStaff() {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(scene.land(), HOLDER.id(), scene.by(new Actor.Staff(OWNER)))
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @DisplayName("FIN-1 the customer and strangers do not complete the final rating")
    void completing(Actor stranger) {
        Scene scene = ending();
        for (Actor actor : List.of(stranger, new Actor.Owner(OWNER), new Actor.Holder(HOLDER.id()))) {
            scene.billing.completeFinalRating().complete(subscription(scene), scene.by(actor));
            assertThat(scene.events()).noneMatch(FinalRatingCompleted.class::isInstance);
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @DisplayName("LOCK-7 arrears are told by staff or the Billing Center: not by a customer, not of itself, not by"
            + " strangers")
    void arrears(Actor stranger) {
        Scene scene = new Scene();
        scene.registerAtBillingCenter("shop", "us1");
        for (Actor actor : List.of(stranger, new Actor.Owner(OWNER), new Actor.Holder(HOLDER.id()))) {
            scene.billing.tellArrears().began(HOLDER.id(), scene.by(actor));
            assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.ACTIVE);
        }
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(new Actor.Staff(OWNER)));
        assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.LOCKED);
        for (Actor actor : List.of(stranger, new Actor.Owner(OWNER), new Actor.Holder(HOLDER.id()))) {
            scene.billing.tellArrears().settled(HOLDER.id(), scene.by(actor));
            assertThat(scene.workspace("shop").phase()).isEqualTo(Phase.LOCKED);
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @DisplayName(
            "SET-11 a stranger is told only that they may not: of a workspace that exists and of one that does not")
    void strangersChoose(Actor stranger) {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        Either<SettlementRefusal, Object> no = Either.left(new SettlementRefusal.NotForThisActor(stranger));
        for (WorkspaceId workspace : List.of(SHOP, NOWHERE)) {
            assertThat(scene.billing.askChoices().of(workspace, scene.by(stranger), PageRequest.first(9)))
                    .isEqualTo(no);
            for (CloudAccountId account : List.of(scene.account, NOBODYS)) {
                assertThat(scene.billing.changeSettlement().through(workspace, account, scene.by(stranger)))
                        .isEqualTo(no);
            }
            assertThat(scene.billing.changeSettlement().byBillingCenter(workspace, scene.by(stranger)))
                    .isEqualTo(no);
            assertThat(scene.billing.unlockWorkspace().unlock(workspace, scene.by(stranger)))
                    .isEqualTo(Either.left(new UnlockRefusal(List.of(new SettlementRefused(no.getLeft())))));
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @DisplayName("SET-11 a stranger is told only that they may not: of an account that exists and of one that does not")
    void strangersAskForCandidates(Actor stranger) {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        for (CloudAccountId account : List.of(scene.account, NOBODYS)) {
            assertThat(scene.billing.askChoices().candidates(account, scene.by(stranger), PageRequest.first(9)))
                    .isEqualTo(Either.left(new SettlementRefusal.NotForThisActor(stranger)));
        }
    }

    @Test
    @DisplayName("SET-11 SET-3 who guesses another customer's AWS account number learns no more than of one that is"
            + " nobody's")
    void guessedAccounts() {
        Scene scene = Scene.withRegisteredAccount();
        scene.billing
                .registerWorkspace()
                .paidByBillingCenter(Scene.form("mine", "us1"), OTHER.id(), scene.byOwner())
                .get();
        for (CloudAccountId account : List.of(scene.account, NOBODYS)) {
            SettlementRefusal unknown = new SettlementRefusal.CloudAccountUnknown(account);
            assertThat(scene.billing.changeSettlement().through(new WorkspaceId("mine"), account, scene.byOwner()))
                    .isEqualTo(Either.left(unknown));
            assertThat(scene.billing
                            .registerWorkspace()
                            .paidThrough(Scene.form("next", "cn1"), OTHER.id(), account, scene.byOwner()))
                    .isEqualTo(Either.left(new RegistrationRefusal(List.of(new PaymentRefused(unknown)))));
            assertThat(scene.billing
                            .askChoices()
                            .candidates(account, scene.by(new Actor.Holder(OTHER.id())), PageRequest.first(9))
                            .isLeft())
                    .isTrue();
        }
    }

    @Test
    @DisplayName(
            "SET-11 who may not register a workspace under an account learns nothing of it, or of ids that are taken")
    void registeringAsStranger() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        Actor stranger = new Actor.Owner(STRANGER);
        assertThat(scene.billing
                        .registerWorkspace()
                        .paidThrough(Scene.form("shop", "cn1"), HOLDER.id(), NOBODYS, scene.by(stranger)))
                .isEqualTo(Either.left(new RegistrationRefusal(
                        List.of(new PaymentRefused(new SettlementRefusal.NotForThisActor(stranger))))));
    }

    private static SubscriptionId subscription(Scene scene) {
        MarketplaceCustomer customer =
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER));
        return scene.store
                .<Void, SubscriptionId>inTransaction(stores -> Either.right(stores.subscriptions()
                        .latest(customer)
                        .get()
                        .aggregate()
                        .id()))
                .get();
    }

    private static Scene ending() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("shop", "us1");
        scene.billing.takeCharges().take(List.of(scene.charge("shop", "3", scene.now())), scene.now());
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.events();
        return scene;
    }
}
