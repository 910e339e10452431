package com.guance.billing.example.guards;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.UserId;
import java.util.function.BiFunction;

/** Every kind of actor, as one who has to do with a workspace and its account, or as a stranger. */
enum Who {
    OWNER((owner, holder) -> new Actor.Owner(owner)),
    ANOTHER_OWNER((owner, holder) -> new Actor.Owner(new UserId("another"))),
    ADMINISTRATOR((owner, holder) -> new Actor.Administrator(owner)),
    HOLDER((owner, holder) -> new Actor.Holder(holder)),
    ANOTHER_HOLDER((owner, holder) -> new Actor.Holder(new BillingCenterAccountId("another"))),
    STAFF((owner, holder) -> new Actor.Staff(owner)),
    BILLING_CENTER((owner, holder) -> new Actor.BillingCenter()),
    MARKETPLACE((owner, holder) -> new Actor.Marketplace("aws")),
    CLOCK((owner, holder) -> new Actor.Clock());

    @SuppressWarnings("ImmutableEnumChecker") // each is one of the lambdas above, without state
    private final BiFunction<UserId, BillingCenterAccountId, Actor> actor;

    Who(BiFunction<UserId, BillingCenterAccountId, Actor> actor) {
        this.actor = actor;
    }

    Actor of(UserId owner, BillingCenterAccountId holder) {
        return actor.apply(owner, holder);
    }
}
