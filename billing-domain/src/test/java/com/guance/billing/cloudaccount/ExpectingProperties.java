package com.guance.billing.cloudaccount;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRecorded;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRegistered;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerClosed;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerExpected;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerOpened;
import com.guance.billing.cloudaccount.CloudAccountEvent.RegistrationForgotten;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpectingProperties {

    private static final Instant RECEIPT = World.START.plus(Duration.ofDays(1));
    private static final Request BY = World.byMarketplace(RECEIPT);

    private final CloudAccount registered = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);

    /** A subscription, and how far it has come. */
    record Step(SubscriptionId subscription, Option<Kind> heard) {

        Subscription reached() {
            Subscription pending = Given.pending(subscription);
            return heard.map(kind -> Given.hear(pending, new Sign(kind, World.START), World.START))
                    .getOrElse(pending);
        }
    }

    @Property(tries = 500)
    @Label("ARR-6 SET-4 END-4 it expects what is pending, pays by what is active, and neither by what is not")
    void follows(@ForAll("steps") List<Step> steps) {
        Set<SubscriptionId> expected = new LinkedHashSet<>();
        Set<SubscriptionId> active = new LinkedHashSet<>();
        CloudAccount account = registered;
        for (Step step : steps) {
            SubscriptionId id = step.subscription();
            account = account.follow(step.reached(), World.POLICIES, BY).after();
            expected.remove(id);
            active.remove(id);
            if (step.heard().forAll(Kind.NOT_ACTIVATED::equals)) {
                expected.add(id);
            } else if (step.heard().contains(Kind.ACTIVATED)) {
                active.add(id);
                expected.remove(step.reached().nextLifeId());
            }

            assertThat(account.expected()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(account.payers()).extracting(Payer::subscription).containsExactlyInAnyOrderElementsOf(active);
            assertAnswers(account, expected, active);
        }
    }

    /** By whichever subscription is asked for, or by any. */
    private static void assertAnswers(CloudAccount account, Set<SubscriptionId> expected, Set<SubscriptionId> active) {
        for (SubscriptionId asked : List.of(World.FIRST, World.SECOND, World.life(3), World.life(9))) {
            Option<SubscriptionId> one = Option.some(asked);
            assertThat(account.expects(one)).isEqualTo(expected.contains(asked));
            assertThat(account.payer(one).map(Payer::subscription)).isEqualTo(one.filter(active::contains));
        }
        assertThat(account.expects(Option.none())).isEqualTo(!expected.isEmpty());
        assertThat(account.payer(Option.none())).isEqualTo(account.payer());
    }

    @Property(tries = 100)
    @Label("END-7 what ended is remembered until the last countdown that its end can start is over")
    void remembered(@ForAll Kind kind, @ForAll boolean named) {
        Subscription active = Given.active(World.FIRST, World.START);
        Subscription before = named
                ? active.succeededBy(new NamedSuccessor(AgreementId.of("aws", "agmt-2"), false), BY)
                        .after()
                : active;
        Subscription of = Given.hear(before, new Sign(kind, RECEIPT), RECEIPT);
        boolean isUndecided = kind == Kind.DEPROVISIONED || kind == Kind.STATUS_UNKNOWN;
        Duration status = isUndecided ? Duration.ofMinutes(30) : Duration.ZERO;
        boolean awaits = named || isUndecided || kind == Kind.SUPERSEDED;
        Duration successor = awaits ? Duration.ofHours(24) : Duration.ZERO;

        CloudAccount after = Given.onFile().follow(of, World.POLICIES, BY).after();

        assertThat(after.rememberedUntil())
                .isEqualTo(Option.when(
                        !of.isAlive(), RECEIPT.plus(status).plus(successor).plus(Duration.ofDays(14))));
    }

    @Example
    @Label("END-7 a pending subscription that never begins forgets nothing that an end has remembered")
    void neverBegan() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, World.START);
        Subscription pending = Given.pending(World.SECOND);
        CloudAccount expecting = ended.follow(pending, World.POLICIES, BY).after();
        Subscription never = Given.hear(pending, new Sign(Kind.ENDED, World.START), RECEIPT);

        CloudAccount after = expecting.follow(never, World.POLICIES, BY).after();

        assertThat(after.expected()).isEmpty();
        assertThat(after.rememberedUntil()).isEqualTo(ended.rememberedUntil());
        assertThat(after.registeredUnder(World.START)).containsExactly(World.HOLDER.id());
    }

    @Example
    @Label("END-7 an account whose only subscription never began is remembered as if it had ended")
    void onlyNeverBegan() {
        Subscription pending = Given.pending(World.FIRST);
        CloudAccount expecting = registered.follow(pending, World.POLICIES, BY).after();
        Subscription never = Given.hear(pending, new Sign(Kind.ENDED, World.START), RECEIPT);

        CloudAccount after = expecting.follow(never, World.POLICIES, BY).after();

        assertThat(after.rememberedUntil()).containsExactly(RECEIPT.plus(World.COUNTDOWN));
    }

    @Example
    @Label("END-8 charges that nobody can meter are told, and change nothing of the account")
    void unsettled() {
        assertThat(registered.unsettled(2, BY))
                .isEqualTo(new Change<>(
                        registered, List.of(new CloudAccountEvent.ChargesUnsettled(registered.id(), 2, BY))));
    }

    @Example
    @Label("INV-4 each event of a cloud account is a case of its own, and names account, actor and instant")
    void events() {
        List<CloudAccountEvent> all = List.of(
                new CloudAccountRecorded(World.ACCOUNT, Cloud.AWS, World.USD, BY),
                new CloudAccountRegistered(World.ACCOUNT, World.HOLDER.id(), BY),
                new RegistrationForgotten(World.ACCOUNT, World.HOLDER.id(), BY),
                new PayerExpected(World.ACCOUNT, World.FIRST, BY),
                new PayerOpened(World.ACCOUNT, Given.payer(World.FIRST, World.START), BY),
                new PayerClosed(World.ACCOUNT, World.FIRST, Option.some(RECEIPT), BY),
                new CloudAccountEvent.ChargesUnsettled(World.ACCOUNT, 2, BY),
                new CloudAccountEvent.RegistrationKept(World.ACCOUNT, KeptFor.LANDING, RECEIPT, BY));

        assertThat(all)
                .extracting(event -> event.<String>fold(
                        is("recorded"),
                        is("registered"),
                        is("forgotten"),
                        is("expected"),
                        is("opened"),
                        is("closed"),
                        is("unsettled"),
                        is("kept")))
                .containsExactly(
                        "recorded", "registered", "forgotten", "expected", "opened", "closed", "unsettled", "kept");
        assertThat(all).extracting(DomainEvent::subject).containsOnly(World.ACCOUNT.value());
        assertThat(all).extracting(DomainEvent::request).containsOnly(BY);
    }

    /** Each subscription moves on: pending, then active or never, then over. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Option<Kind>>> lives = Arbitraries.of(
                List.of(Option.none(), Option.some(Kind.ACTIVATED), Option.some(Kind.ENDING), Option.some(Kind.ENDED)),
                List.of(Option.none(), Option.some(Kind.NOT_ACTIVATED), Option.some(Kind.ENDED)),
                List.of(Option.some(Kind.ACTIVATED), Option.some(Kind.DEPROVISIONED), Option.some(Kind.ACTIVATED)),
                List.of(Option.some(Kind.CANCELLED)));
        Arbitrary<List<Step>> one = Combinators.combine(Arbitraries.of(World.FIRST, World.SECOND, World.life(3)), lives)
                .as((id, heard) ->
                        heard.stream().map(kind -> new Step(id, kind)).toList());
        return one.list()
                .uniqueElements(steps -> steps.get(0).subscription())
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(all -> Arbitraries.shuffle(all)
                        .map(lists -> lists.stream().flatMap(List::stream).toList()));
    }
}
