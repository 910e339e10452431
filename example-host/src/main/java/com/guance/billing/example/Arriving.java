package com.guance.billing.example;

import com.guance.billing.Actor;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.subscription.NoticeOutcome;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;

/** Subscribe, land, claim. */
record Arriving(World world, Narrator narrator, Notices notices) {

    void tell() {
        subscribe();
        claim(land());
    }

    private void subscribe() {
        narrator.step(
                "Subscribe on AWS Marketplace", "AWS account " + world.cast().awsAccount());
        narrator.what("Continue Subscription");
        narrator.before("no subscription");
        world.aws().subscribe(world.cast().awsAccount());
        List<NoticeOutcome> outcomes = notices.deliver();
        narrator.after("a subscription is active; whose it is will be known when the buyer lands");
        narrator.holds(
                outcomes.size() == 1 && outcomes.get(0) instanceof NoticeOutcome.Parked,
                "a notice that comes before the landing is kept, not lost");
    }

    private ClaimTicket land() {
        world.clock().advance(Duration.ofMinutes(1));
        narrator.step("Land with the marketplace's token", "the buyer's browser");
        narrator.what("Set Up Your Account posts a form; its token is resolved by the real AWS SDK");
        String form = world.aws().landingForm(world.cast().awsAccount());
        Landing landing = LandingForms.read(form, world.profile()).get();
        ClaimTicket ticket =
                world.billing().landBuyer().land(landing, world.now()).get();
        narrator.after("cloud account " + world.cast().cloudAccount() + " has arrived; the browser holds " + ticket);
        narrator.holds(
                !landing.toString().contains(landing.token().value())
                        && !ticket.toString().contains(ticket.value()),
                "neither the token nor the claim shows itself");
        return ticket;
    }

    private void claim(ClaimTicket ticket) {
        world.clock().advance(Duration.ofMinutes(1));
        narrator.step(
                "Register the cloud account",
                "holder of Billing Center account " + world.cast().holder().id());
        narrator.before(world.onFile().size() + " registered cloud accounts");
        Either<ClaimRefusal, CloudAccount> claimed = world.billing()
                .claimCloudAccount()
                .claim(ticket, world.cast().holder().id(), world.by(world.cast().asHolder()));
        narrator.after(world.onFile().size() + " registered cloud account, "
                + world.cast().cloudAccount());
        narrator.holds(claimed.isRight() && world.onFile().size() == 1, "it is on file and can pay");
        Either<ClaimRefusal, CloudAccount> again = world.billing()
                .claimCloudAccount()
                .claim(
                        ticket,
                        world.cast().stranger().id(),
                        world.by(new Actor.Holder(world.cast().stranger().id())));
        narrator.holds(
                again.isLeft() && again.getLeft() instanceof ClaimRefusal.ClaimUsed, "the claim works once: " + again);
    }
}
