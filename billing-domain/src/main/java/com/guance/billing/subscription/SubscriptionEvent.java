package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What happens to a subscription. */
public sealed interface SubscriptionEvent extends DomainEvent {

    /** The subscription it happened to. */
    SubscriptionId subscription();

    @Override
    default String subject() {
        return subscription().value();
    }

    /**
     * First heard of, by an arrival or by a notice.
     *
     * @param subscription the subscription
     * @param customer whose it is
     * @param life 1 for the customer's first subscription to the product, then 2, 3 …
     * @param request who and when
     */
    record SubscriptionSeen(SubscriptionId subscription, MarketplaceCustomer customer, int life, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionSeen {
            Required.value(subscription, "subscription");
            Required.value(customer, "customer");
            Required.value(request, "request");
        }
    }

    /**
     * Its cloud account is known.
     *
     * @param subscription the subscription
     * @param account the account that subscribed
     * @param request who and when
     */
    record SubscriptionTraced(SubscriptionId subscription, CloudAccountId account, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionTraced {
            Required.value(subscription, "subscription");
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: the subscription is active, for the first time or again before its end was final (END-6).
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionActivated(SubscriptionId subscription, Sign sign, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionActivated {
            Required.value(subscription, "subscription");
            Required.value(sign, "sign");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace said again what we knew, and only the time of the newest sign moves (NOT-3); or that subscribing failed, and
     * nothing moves; or the life before was over, and nothing older than its end counts.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionConfirmed(SubscriptionId subscription, Sign sign, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionConfirmed {
            Required.value(subscription, "subscription");
            Required.value(sign, "sign");
            Required.value(request, "request");
        }
    }

    /**
     * Its end has begun, or is final already: from the freeze on it pays for nothing (END-3). Comes again when it is decided what an
     * undecided end means.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param end what is known of the end; none if the policy waits for a final sign
     * @param request who and when
     */
    record SubscriptionEnding(SubscriptionId subscription, Sign sign, Option<End> end, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionEnding {
            Required.value(subscription, "subscription");
            Required.value(sign, "sign");
            Required.option(end, "end");
            Required.value(request, "request");
        }
    }

    /**
     * Its end is final.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionEnded(SubscriptionId subscription, Sign sign, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public SubscriptionEnded {
            Required.value(subscription, "subscription");
            Required.value(sign, "sign");
            Required.value(request, "request");
        }
    }

    /**
     * The agreement that it comes from is known.
     *
     * @param subscription the subscription
     * @param agreement the agreement
     * @param request who and when
     */
    record AgreementKnown(SubscriptionId subscription, AgreementId agreement, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public AgreementKnown {
            Required.value(subscription, "subscription");
            Required.value(agreement, "agreement");
            Required.value(request, "request");
        }
    }

    /**
     * Another agreement is to follow it, so that its workspaces await that one instead of being locked (END-5).
     *
     * @param subscription the subscription
     * @param successor the agreement that renews or replaces its own
     * @param request who and when
     */
    record SuccessorNamed(SubscriptionId subscription, AgreementId successor, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public SuccessorNamed {
            Required.value(subscription, "subscription");
            Required.value(successor, "successor");
            Required.value(request, "request");
        }
    }

    /**
     * Every workspace that its change concerned was reached: those it paid for by its end (END-4), those that waited for it or
     * were locked for want of it by its activation (ARR-6, END-6).
     *
     * @param subscription the subscription
     * @param request who and when
     */
    record CascadeCompleted(SubscriptionId subscription, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public CascadeCompleted {
            Required.value(subscription, "subscription");
            Required.value(request, "request");
        }
    }

    /**
     * The host is to rate the usage before the freeze at once, and to say when it has: the final hour is closed then, or at the
     * deadline, and what comes later is unsettled (FIN-1).
     *
     * @param subscription the subscription
     * @param freeze F: usage before it is still metered
     * @param deadline when the final hour closes at the latest
     * @param request who and when
     */
    record FinalRatingDue(SubscriptionId subscription, Instant freeze, Instant deadline, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public FinalRatingDue {
            Required.value(subscription, "subscription");
            Required.value(freeze, "freeze");
            Required.value(deadline, "deadline");
            Required.value(request, "request");
        }
    }

    /**
     * The host has rated all usage before the freeze: the final hour can be closed (FIN-1).
     *
     * @param subscription the subscription
     * @param request who and when
     */
    record FinalRatingCompleted(SubscriptionId subscription, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public FinalRatingCompleted {
            Required.value(subscription, "subscription");
            Required.value(request, "request");
        }
    }

    /**
     * The records of the final hour are made; nothing is metered through it any more (FIN-1).
     *
     * @param subscription the subscription
     * @param forfeited how many remainders of workspaces and dimensions were left; the books say how much
     * @param request who and when
     */
    record FinalHourClosed(SubscriptionId subscription, int forfeited, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public FinalHourClosed {
            Required.value(subscription, "subscription");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace said that its customer is not subscribed, although it is active: its records are held back (SUB-5).
     *
     * @param subscription the subscription
     * @param suspicion since when, and until when
     * @param request who and when
     */
    record EndSuspected(SubscriptionId subscription, Suspicion suspicion, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public EndSuspected {
            Required.value(subscription, "subscription");
            Required.value(suspicion, "suspicion");
            Required.value(request, "request");
        }
    }

    /**
     * When one record of it may be sent next, to ask whether its customer is subscribed (SUB-5): one is about to be, or the last was
     * answered in time or refused for itself.
     *
     * @param subscription the subscription
     * @param probeFrom when the next may be sent
     * @param request who and when
     */
    record EndProbed(SubscriptionId subscription, Instant probeFrom, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public EndProbed {
            Required.value(subscription, "subscription");
            Required.value(probeFrom, "probeFrom");
            Required.value(request, "request");
        }
    }

    /**
     * A probe was answered like the first record: its customer is not subscribed (SUB-5).
     *
     * @param subscription the subscription
     * @param probeFrom when the next probe may be sent
     * @param request who and when
     */
    record EndDenied(SubscriptionId subscription, Instant probeFrom, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public EndDenied {
            Required.value(subscription, "subscription");
            Required.value(probeFrom, "probeFrom");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace billed something of it: its customer is subscribed, and what was held back goes out (SUB-5).
     *
     * @param subscription the subscription
     * @param request who and when
     */
    record SuspicionCleared(SubscriptionId subscription, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public SuspicionCleared {
            Required.value(subscription, "subscription");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: its final hour is over, and the marketplace has still to answer for records of it (FIN-2).
     *
     * @param subscription the subscription
     * @param freeze F, when the final hour began
     * @param request who and when
     */
    record FinalHourOverrun(SubscriptionId subscription, Instant freeze, Request request) implements SubscriptionEvent {

        /** Refuses nulls. */
        public FinalHourOverrun {
            Required.value(subscription, "subscription");
            Required.value(freeze, "freeze");
            Required.value(request, "request");
        }
    }

    /**
     * The agreement that was to follow it has ended, and nobody follows that one: it is not awaited. Workspaces that await it meet the
     * end now (END-2, END-5).
     *
     * @param subscription the subscription
     * @param successor the agreement that was to follow
     * @param request who and when
     */
    record SuccessorEnded(SubscriptionId subscription, AgreementId successor, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public SuccessorEnded {
            Required.value(subscription, "subscription");
            Required.value(successor, "successor");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace named its customer when the buyer landed; other names than the form's are facts (ARR-9, MET-6).
     *
     * @param subscription the subscription
     * @param names as they were answered
     * @param request who and when
     */
    record NamesAnswered(SubscriptionId subscription, AnsweredNames names, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public NamesAnswered {
            Required.value(subscription, "subscription");
            Required.value(names, "names");
            Required.value(request, "request");
        }
    }

    /**
     * In the account form: something was said of one of the account's licenses. The subscription is active while one of them is, and
     * ends with the last (ARR-9).
     *
     * @param subscription the subscription
     * @param license the license, and what was said
     * @param request who and when
     */
    record LicenseKnown(SubscriptionId subscription, KnownLicense license, Request request)
            implements SubscriptionEvent {

        /** Refuses nulls. */
        public LicenseKnown {
            Required.value(subscription, "subscription");
            Required.value(license, "license");
            Required.value(request, "request");
        }
    }

    /**
     * For a person: in the account form two or more licenses of one account are active at once, and are one subscription with one
     * meter (ARR-9).
     *
     * @param subscription the subscription
     * @param licenses the licenses' own ids
     * @param request who and when
     */
    record SeveralLicensesActive(SubscriptionId subscription, List<String> licenses, Request request)
            implements SubscriptionEvent {

        /** Takes a copy. */
        public SeveralLicensesActive {
            Required.value(subscription, "subscription");
            licenses = Required.list(licenses, "licenses");
            Required.value(request, "request");
            licenses = List.copyOf(licenses);
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<SubscriptionSeen, R> seen,
            Function<SubscriptionTraced, R> traced,
            Function<SubscriptionActivated, R> activated,
            Function<SubscriptionConfirmed, R> confirmed,
            Function<SubscriptionEnding, R> ending,
            Function<SubscriptionEnded, R> ended,
            Function<AgreementKnown, R> known,
            Function<SuccessorNamed, R> successor,
            Function<CascadeCompleted, R> completed,
            Function<FinalRatingDue, R> due,
            Function<FinalRatingCompleted, R> rated,
            Function<FinalHourClosed, R> closed,
            Function<EndSuspected, R> suspected,
            Function<EndProbed, R> probed,
            Function<EndDenied, R> denied,
            Function<SuspicionCleared, R> cleared,
            Function<FinalHourOverrun, R> overrun,
            Function<SuccessorEnded, R> successorEnded,
            Function<NamesAnswered, R> named,
            Function<LicenseKnown, R> license,
            Function<SeveralLicensesActive, R> several) {
        if (this instanceof SubscriptionSeen e) {
            return seen.apply(e);
        } else if (this instanceof SubscriptionTraced e) {
            return traced.apply(e);
        } else if (this instanceof SubscriptionActivated e) {
            return activated.apply(e);
        } else if (this instanceof SubscriptionConfirmed e) {
            return confirmed.apply(e);
        } else if (this instanceof SubscriptionEnding e) {
            return ending.apply(e);
        } else if (this instanceof SubscriptionEnded e) {
            return ended.apply(e);
        } else if (this instanceof AgreementKnown e) {
            return known.apply(e);
        } else if (this instanceof SuccessorNamed e) {
            return successor.apply(e);
        } else if (this instanceof CascadeCompleted e) {
            return completed.apply(e);
        } else if (this instanceof FinalRatingDue e) {
            return due.apply(e);
        } else if (this instanceof FinalRatingCompleted e) {
            return rated.apply(e);
        } else if (this instanceof FinalHourClosed e) {
            return closed.apply(e);
        } else if (this instanceof EndSuspected e) {
            return suspected.apply(e);
        } else if (this instanceof EndProbed e) {
            return probed.apply(e);
        } else if (this instanceof EndDenied e) {
            return denied.apply(e);
        } else if (this instanceof SuspicionCleared e) {
            return cleared.apply(e);
        } else if (this instanceof FinalHourOverrun e) {
            return overrun.apply(e);
        }
        if (this instanceof SuccessorEnded e) {
            return successorEnded.apply(e);
        } else if (this instanceof NamesAnswered e) {
            return named.apply(e);
        } else if (this instanceof LicenseKnown e) {
            return license.apply(e);
        }
        return several.apply((SeveralLicensesActive) this);
    }
}
