package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.CompleteFinalRating;
import com.guance.billing.subscription.FinalRatingRefusal;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** FIN-1: the final hour need not wait for the host any longer. */
record CompletingFinalRating(Transactions transactions) implements CompleteFinalRating {

    @Override
    public Either<FinalRatingRefusal, Boolean> complete(SubscriptionId subscription, Request by) {
        Option<FinalRatingRefusal> refusal = FinalRatingRefusal.of(by);
        return refusal.isDefined()
                ? Either.left(refusal.get())
                : Either.right(transactions
                        .judgedAt(by.at())
                        .run(stores -> Option.of(stores.subscriptions()
                                        .find(List.of(subscription))
                                        .get(subscription))
                                .exists(ending -> completed(stores, ending, by))));
    }

    private static boolean completed(Stores stores, Versioned<Subscription> ending, Request by) {
        Change<Subscription> completed = ending.aggregate().finalRatingCompleted(by);
        if (!completed.isNone()) {
            stores.subscriptions().save(Revision.of(ending, completed));
        }
        return !completed.isNone();
    }
}
