package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.Required;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What happens to a subscription, in order, by the domain's real commands.
 *
 * @param licensed whether its customer is known by a license
 * @param steps what happens after it was seen first; what is stale changes nothing
 */
public record SubscriptionLife(boolean licensed, List<Step> steps) {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final AnsweredNames NAMES = new AnsweredNames(
            Option.some("cust-\uD83D\uDE80"), Option.some("arn:aws:license-manager::294406891311:license:l-1"));
    private static final SubmittingPolicy.Suspicion SUSPICION =
            SubmittingPolicy.defaults().suspicion();

    /** Takes a copy. */
    public SubscriptionLife {
        steps = Required.list(steps, "steps");
    }

    /** What may happen to a subscription. */
    public enum Step {
        /** Its account lands. */
        TRACE,
        /** The agreement that it comes from is known. */
        COMES_FROM,
        /** The agreement that follows its own is known. */
        SUCCEEDED,
        /** That the agreement which was to follow has ended. */
        SUCCESSOR_ENDED,
        /** It is active. */
        ACTIVATED,
        /** It could not begin. */
        NOT_ACTIVATED,
        /** Its license is gone, and why is not known. */
        DEPROVISIONED,
        /** Its end begins. */
        ENDING,
        /** Its end begins, and the policy waits for the final sign. */
        ENDING_UNDECIDED,
        /** Its end is final. */
        ENDED,
        /** Its agreement ended, with an unknown status. */
        STATUS_UNKNOWN,
        /** Its agreement is to be followed by another. */
        SUPERSEDED,
        /** Its agreement ended. */
        CANCELLED,
        /** An activation of long ago is heard late. */
        LATE_ACTIVATED,
        /** Time passes, and decides what was undecided. */
        TIME_PASSES,
        /** Nothing cleared the suspicion in time, and a run says so. */
        SUSPICION_CONFIRMED,
        /** Its workspaces are reached. */
        CASCADE_COMPLETED,
        /** The host has rated its final hour. */
        FINAL_RATING_COMPLETED,
        /** Its final hour is closed. */
        FINAL_HOUR_CLOSED,
        /** The marketplace says that its customer is not subscribed. */
        NOT_SUBSCRIBED,
        /** A record of it probes. */
        PROBED,
        /** The marketplace billed a record of it. */
        METERED,
        /** Its final hour is over, and something is owed. */
        OVERRUN,
        /** Its buyer's landing named it. */
        NAMED,
        /** One of its account's licenses is active (ARR-9). */
        LICENSE_ACTIVE,
        /** Another of them is. */
        OTHER_LICENSE_ACTIVE
    }

    /** Lives of all kinds. */
    public static Arbitrary<SubscriptionLife> lives() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(Step.class).list().ofMaxSize(12))
                .as(SubscriptionLife::new);
    }

    /** Whose subscription it is, of a number. */
    public MarketplaceCustomer customer(String number) {
        return licensed ? Given.licensed(number) : Given.customer(number);
    }

    /** The changes of a customer's first subscription that lives this life, its birth first. */
    public List<Change<Subscription>> of(String number) {
        List<Change<Subscription>> changes = new ArrayList<>();
        Change<Subscription> last = Subscription.seen(customer(number), 1, Given.byMarketplace(Given.NOW));
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofHours(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<Subscription> change(Subscription subscription, Step step, Instant at) {
        return switch (step) {
            case TRACE -> subscription.tracedTo(Given.accountId("1"), Given.byMarketplace(at));
            case COMES_FROM -> subscription.comesFrom(Given.agreementId("1"), Given.byMarketplace(at));
            case SUCCESSOR_ENDED ->
                subscription.succeededBy(new NamedSuccessor(Given.agreementId("2"), true), Given.byMarketplace(at));
            case SUCCEEDED ->
                subscription.succeededBy(new NamedSuccessor(Given.agreementId("2"), false), Given.byMarketplace(at));
            case ACTIVATED -> heard(subscription, Sign.Kind.ACTIVATED, at);
            case NOT_ACTIVATED -> heard(subscription, Sign.Kind.NOT_ACTIVATED, at);
            case DEPROVISIONED -> heard(subscription, Sign.Kind.DEPROVISIONED, at);
            case ENDING -> heard(subscription, Sign.Kind.ENDING, at);
            case ENDING_UNDECIDED ->
                heard(subscription, Sign.Kind.ENDING, at, EndPolicy.defaults().withMoment(EndMoment.FINAL_SIGN));
            case ENDED -> heard(subscription, Sign.Kind.ENDED, at);
            case STATUS_UNKNOWN -> heard(subscription, Sign.Kind.STATUS_UNKNOWN, at);
            case SUPERSEDED -> heard(subscription, Sign.Kind.SUPERSEDED, at);
            case CANCELLED -> heard(subscription, Sign.Kind.CANCELLED, at);
            case LATE_ACTIVATED -> heard(subscription, Sign.Kind.ACTIVATED, Given.NOW.minusNanos(1));
            case TIME_PASSES -> subscription.advance(at);
            case SUSPICION_CONFIRMED -> subscription.confirmSuspicion(Given.byClock(at));
            case CASCADE_COMPLETED -> subscription.cascadeCompleted(Given.byClock(at));
            case FINAL_RATING_COMPLETED ->
                subscription.finalRatingCompleted(
                        Given.byClock(subscription.finalHourDue().getOrElse(at).minusNanos(1)));
            case FINAL_HOUR_CLOSED -> subscription.finalHourClosed(2, Given.byClock(at));
            case NOT_SUBSCRIBED -> subscription.notSubscribed(WINDOW, SUSPICION, Given.byMarketplace(at));
            case PROBED -> subscription.probed(SUSPICION, Given.byClock(at));
            case METERED -> subscription.metered(Given.byMarketplace(at));
            case OVERRUN -> subscription.overrun(Given.byClock(at));
            case NAMED -> subscription.named(NAMES, Given.byMarketplace(at));
            case LICENSE_ACTIVE -> license(subscription, "l-1", at);
            case OTHER_LICENSE_ACTIVE -> license(subscription, "l-2", at);
        };
    }

    /** While it is active, so that its status stays its own. */
    private static Change<Subscription> license(Subscription subscription, String license, Instant at) {
        Sign sign = new Sign(Sign.Kind.ACTIVATED, at);
        return subscription.isAlive()
                ? subscription
                        .ofLicense(license, sign, EndPolicy.defaults(), Given.byMarketplace(at))
                        .getOrElse(() -> Change.none(subscription))
                : Change.none(subscription);
    }

    private static Change<Subscription> heard(Subscription subscription, Sign.Kind kind, Instant ownTime) {
        return heard(subscription, kind, ownTime, EndPolicy.defaults());
    }

    private static Change<Subscription> heard(
            Subscription subscription, Sign.Kind kind, Instant ownTime, EndPolicy policy) {
        return subscription
                .hear(new Sign(kind, ownTime), policy, Given.byMarketplace(ownTime.plusNanos(1)))
                .getOrElse(() -> Change.none(subscription));
    }
}
