package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementEvent.ChangeWaits;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConvergingProperties {

    /** What happens, each once. A form, a landing and a claim come before the confirmation. */
    enum Step {
        FORM,
        LANDING,
        CLAIM,
        CONFIRM,
        NOTICE
    }

    /** When each step happens, and when the subscription became active by the marketplace's clock. */
    record Story(Map<Step, Instant> when, List<Step> ties, Instant activated) {

        List<Step> inOrder() {
            return ties.stream().sorted(Comparator.comparing(this::at)).toList();
        }

        Instant at(Step step) {
            return Option.of(when.get(step)).get();
        }
    }

    /** The least that can tell a story. */
    private static final class Stage {
        private final boolean websiteFirst;
        private Subscription subscription = Subscription.seen(World.CUSTOMER, 1, World.byMarketplace(World.START))
                .after();
        private Option<CloudAccount> account = Option.none();
        private Option<Workspace> workspace = Option.none();

        Stage(boolean websiteFirst) {
            this.websiteFirst = websiteFirst;
        }

        Workspace tell(Story story) {
            story.inOrder().forEach(step -> {
                happens(step, story.at(step), story.activated());
                cascade();
            });
            return workspace.get();
        }

        private void happens(Step step, Instant at, Instant activated) {
            switch (step) {
                case FORM -> form(at);
                case LANDING -> land(at);
                case CLAIM ->
                    account = account.map(it ->
                            it.claimedBy(World.HOLDER, World.byOwner(at)).get().after());
                case CONFIRM -> confirm(at);
                case NOTICE -> hear(at, activated);
            }
        }

        private void form(Instant at) {
            if (websiteFirst) {
                workspace = Option.some(
                        Workspace.registerAwaiting(Given.form(), Cloud.AWS, Life.around(), World.byOwner(at))
                                .get()
                                .after());
            }
        }

        private void land(Instant at) {
            subscription = subscription
                    .tracedTo(World.ACCOUNT, World.byMarketplace(at))
                    .after();
            account = Option.some(CloudAccount.recorded(World.ACCOUNT, Cloud.AWS, World.USD, World.byMarketplace(at))
                    .after());
            follow(at);
        }

        private void confirm(Instant at) {
            Asked asked = Asked.through(account.get(), World.byOwner(at));
            workspace = Option.some(
                    websiteFirst
                            ? Life.settled(workspace.get(), asked)
                            : Workspace.register(Given.form(), asked, Life.around())
                                    .get()
                                    .after());
        }

        private void hear(Instant at, Instant activated) {
            subscription = Given.hear(subscription, new Sign(Kind.ACTIVATED, activated), at);
            follow(at);
        }

        private void follow(Instant at) {
            account = account.map(it -> it.follow(subscription, World.POLICIES, World.byMarketplace(at))
                    .after());
        }

        private void cascade() {
            if (subscription.isAlive()) {
                workspace =
                        workspace.map(it -> account.map(payer -> it.payerActivated(subscription, payer, Life.around())
                                        .after())
                                .getOrElse(it));
            }
        }

        void tellAgain() {
            cascade();
        }
    }

    @Property
    @Label("ARR-5 ARR-6 website or marketplace first, confirmed before or after the notice: one workspace in the end, "
            + "paid for since the later of confirmation and activation")
    void converges(@ForAll("stories") Story story, @ForAll boolean websiteFirst) {
        Stage stage = new Stage(websiteFirst);
        Instant confirmed = story.at(Step.CONFIRM);
        Instant since = confirmed.isBefore(story.activated()) ? story.activated() : confirmed;

        Workspace told = stage.tell(story);

        assertThat(told.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(told.bindings().all())
                .containsExactly(
                        new Binding(new ThroughCloudAccount(World.ACCOUNT, World.FIRST), since, Option.none()));
        assertThat(told.activeSince()).containsExactly(since);
        assertThat(told.waiting()).isEmpty();
        assertThat(told.monthUsed()).isEmpty();
        assertThat(told.nextDue()).isEmpty();
        stage.tellAgain();
        assertThat(stage.workspace.get()).isSameAs(told);
    }

    @Example
    @Label("ARR-6 confirming before the activation notice is answered pending, not refused")
    void pending() {
        Buyer buyer = Life.pending();

        Change<Workspace> change =
                Life.awaiting().settle(buyer.asked(Life.day(1)), Life.around()).get();

        assertThat(change.events()).hasOnlyElementsOfType(ChangeWaits.class).hasSize(1);
        assertThat(change.after().phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        assertThat(change.after().bindings()).isEqualTo(Bindings.none());
        assertThat(change.after().awaitedAccounts())
                .containsExactly(buyer.account().id());
    }

    @Example
    @Label("ARR-6 a workspace registered for a pending subscription is not active either")
    void registeredPending() {
        Workspace registered = Workspace.register(Given.form(), Life.pending().asked(World.START), Life.around())
                .get()
                .after();

        assertThat(registered.phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        assertThat(registered.activeSince()).isEmpty();
        assertThat(registered.waiting().map(WaitingChange::subscription)).containsExactly(Option.none());
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 20);
        Arbitrary<Integer> confirmed = Arbitraries.integers().between(40, 60);
        Arbitrary<Integer> activated = Arbitraries.integers().between(0, 100);
        return Combinators.combine(
                        minutes, minutes, minutes, confirmed, activated, minutes, Arbitraries.shuffle(Step.values()))
                .as((form, landing, claim, confirm, own, late, ties) -> {
                    Map<Step, Instant> when = new EnumMap<>(Step.class);
                    when.put(Step.FORM, minute(confirm - form));
                    when.put(Step.LANDING, minute(confirm - claim - landing));
                    when.put(Step.CLAIM, minute(confirm - claim));
                    when.put(Step.CONFIRM, minute(confirm));
                    when.put(Step.NOTICE, minute(own + late - 1));
                    return new Story(when, ties, minute(own));
                });
    }

    private static Instant minute(int minutes) {
        return World.START.plus(Duration.ofMinutes(minutes));
    }
}
