package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driving.Candidate;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking and acting never disagree: the same situation is made twice, asked in one and acted upon in the other. */
class ChoicesTest {

    private static final List<String> BUYERS = List.of("000000000001", "000000000002", "000000000003");

    /** What may have come before the question. */
    @SuppressWarnings("ImmutableEnumChecker") // each is one of the constants below
    enum Before {
        NOTHING(scene -> {}),
        FIRST_ENDED(scene -> {
            scene.aws.cancel(BUYERS.get(0));
            scene.deliverNotices();
        }),
        NEXT_MONTH(scene -> scene.pass(Duration.ofDays(31))),
        FULLY_LOCKED(scene -> {
            FIRST_ENDED.deed.accept(scene);
            scene.pass(Duration.ofDays(14));
        }),
        DISSOLVED(scene -> {
            scene.billing.dissolveWorkspace().dissolve(new WorkspaceId("wksp_bc"), scene.byOwner());
            scene.billing.dissolveWorkspace().dissolve(new WorkspaceId("wksp_paid"), scene.byOwner());
        });

        private final Consumer<Scene> deed;

        Before(Consumer<Scene> deed) {
            this.deed = deed;
        }

        /**
         * The open workspaces of the account's holder; an account is forgotten when its last countdown is over, and the one whose
         * subscription is pending 14 days after the landing (END-7).
         */
        List<String> open(String buyer) {
            boolean isForgotten = (this == FULLY_LOCKED && buyer.equals(BUYERS.get(0)))
                    || ((this == FULLY_LOCKED || this == NEXT_MONTH) && buyer.equals(BUYERS.get(2)));
            if (isForgotten) {
                return List.of();
            }
            return this == DISSOLVED
                    ? List.of("wksp_cn", "wksp_new", "wksp_trial")
                    : List.of("wksp_bc", "wksp_cn", "wksp_new", "wksp_paid", "wksp_trial");
        }

        Scene scene() {
            Scene scene = scenery();
            deed.accept(scene);
            return scene;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // each is one of the constants below
    private enum Asker {
        OWNER(new Actor.Owner(Scene.OWNER)),
        HOLDER_OF_IT(new Actor.Holder(HOLDER.id())),
        STAFF(new Actor.Staff(new UserId("staff")));

        private final Actor actor;

        Asker(Actor actor) {
            this.actor = actor;
        }

        boolean may() {
            return this != STAFF;
        }
    }

    @ParameterizedTest
    @EnumSource(Before.class)
    @DisplayName("SET-11 INV-9 each choice of each workspace is accepted or refused as it was said, for every actor")
    void choices(Before before) {
        for (Asker asker : Asker.values()) {
            for (String id : List.of("wksp_bc", "wksp_paid", "wksp_cn", "wksp_new", "wksp_trial")) {
                WorkspaceId workspace = new WorkspaceId(id);
                Scene asked = before.scene();
                if (!asker.may()) {
                    assertThat(asked.billing.askChoices().of(workspace, asked.by(asker.actor), PageRequest.first(1)))
                            .isEqualTo(Either.left(new SettlementRefusal.NotForThisActor(asker.actor)));
                    continue;
                }
                List<Choice> choices = all(page -> asked.billing
                        .askChoices()
                        .of(workspace, asked.by(asker.actor), page)
                        .get());
                assertThat(choices).hasSize(1 + offered(asked));
                choices.forEach(choice -> assertThat(refusal(before.scene(), workspace, choice.through(), asker))
                        .as("%s of %s by %s", choice, id, asker)
                        .isEqualTo(choice.refusal()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Before.class)
    @DisplayName("SET-11 INV-9 each candidate of each account is bound or refused as it was said")
    void candidates(Before before) {
        for (String buyer : BUYERS) {
            CloudAccountId account = CloudAccountId.of("aws", buyer);
            Scene asked = before.scene();
            if (before.open(buyer).isEmpty()) {
                assertThat(asked.billing.askChoices().candidates(account, asked.byOwner(), PageRequest.first(1)))
                        .isEqualTo(Either.left(new SettlementRefusal.NotForThisActor(
                                asked.byOwner().by())));
                continue;
            }
            List<Candidate> candidates = all(page -> asked.billing
                    .askChoices()
                    .candidates(account, asked.byOwner(), page)
                    .get());
            assertThat(candidates)
                    .extracting(candidate -> candidate.workspace().value())
                    .containsExactlyElementsOf(before.open(buyer));
            candidates.forEach(candidate -> assertThat(
                            refusal(before.scene(), candidate.workspace(), Option.some(account), Asker.OWNER))
                    .as("%s", candidate)
                    .isEqualTo(candidate.refusal()));
        }
    }

    @Test
    @DisplayName(
            "SET-11 asking writes nothing; that a workspace or an account does not exist is told to nobody but staff")
    void strangers() {
        Scene scene = scenery();
        CloudAccountId nobody = CloudAccountId.of("aws", "999999999999");
        WorkspaceId nowhere = new WorkspaceId("wksp_nowhere");
        Either<SettlementRefusal, Object> no = Either.left(
                new SettlementRefusal.NotForThisActor(scene.byOwner().by()));
        scene.events();
        assertThat(scene.billing.askChoices().of(nowhere, scene.byOwner(), PageRequest.first(1)))
                .isEqualTo(no);
        assertThat(scene.billing.askChoices().of(nowhere, scene.by(new Actor.Staff(Scene.OWNER)), PageRequest.first(1)))
                .isEqualTo(Either.left(new SettlementRefusal.WorkspaceUnknown(nowhere)));
        assertThat(scene.billing.askChoices().candidates(nobody, scene.byOwner(), PageRequest.first(1)))
                .isEqualTo(no);
        scene.land("999999999999");
        scene.events();
        assertThat(scene.billing.askChoices().candidates(nobody, scene.byOwner(), PageRequest.first(1)))
                .isEqualTo(no);
        assertThat(scene.events()).isEmpty();
    }

    /** Two accounts are active, the third is pending. */
    private static Scene scenery() {
        Scene scene = new Scene();
        BUYERS.forEach(buyer -> {
            if (!buyer.equals(BUYERS.get(2))) {
                scene.aws.subscribe(buyer);
            }
            scene.billing
                    .claimCloudAccount()
                    .claim(scene.land(buyer), HOLDER.id(), scene.byHolder())
                    .get();
        });
        scene.deliverNotices();
        scene.registerAtBillingCenter("wksp_bc", "us1");
        scene.registerAtBillingCenter("wksp_cn", "cn1");
        scene.registerAtBillingCenter("wksp_paid", "eu1");
        scene.billing
                .changeSettlement()
                .through(new WorkspaceId("wksp_paid"), CloudAccountId.of("aws", BUYERS.get(0)), scene.byOwner())
                .get();
        scene.billing
                .registerWorkspace()
                .awaitingSubscription(form("wksp_new", "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner())
                .get();
        scene.billing
                .registerWorkspace()
                .onExperiencePlan(form("wksp_trial", "us1"), HOLDER.id(), scene.byOwner())
                .get();
        return scene;
    }

    private static int offered(Scene scene) {
        return scene.onFile().size() + 1;
    }

    /** One item a page, so that every page boundary is passed. */
    private static <T> List<T> all(Function<PageRequest, Page<T>> ask) {
        List<T> items = new ArrayList<>();
        Option<PageRequest> next = Option.some(PageRequest.first(1));
        while (next.isDefined()) {
            Page<T> page = ask.apply(next.get());
            items.addAll(page.items());
            next = page.next();
        }
        return items;
    }

    private static Option<SettlementRefusal> refusal(
            Scene scene, WorkspaceId workspace, Option<CloudAccountId> through, Asker asker) {
        Either<SettlementRefusal, Workspace> acted = through.map(
                        account -> scene.billing.changeSettlement().through(workspace, account, scene.by(asker.actor)))
                .getOrElse(() -> scene.billing.changeSettlement().byBillingCenter(workspace, scene.by(asker.actor)));
        return acted.swap().toOption();
    }
}
