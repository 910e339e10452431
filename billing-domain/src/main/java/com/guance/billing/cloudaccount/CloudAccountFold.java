package com.guance.billing.cloudaccount;

import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRecorded;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRegistered;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerClosed;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The only place where a cloud account's state moves. */
final class CloudAccountFold {

    private CloudAccountFold() {}

    static CloudAccount born(CloudAccountRecorded recorded) {
        return ImmutableCloudAccount.builder()
                .id(recorded.account())
                .cloud(recorded.cloud())
                .currency(recorded.currency())
                .holder(Option.none())
                .registeredSince(Option.none())
                .expected(List.of())
                .overtaken(List.of())
                .settling(List.of())
                .lastCountdown(Option.none())
                .keptUntil(Option.none())
                .awaitedUntil(Option.none())
                .build();
    }

    static CloudAccount when(CloudAccount account, CloudAccountEvent event) {
        ImmutableCloudAccount before = (ImmutableCloudAccount) account;
        return event.fold(
                recorded -> before,
                registered -> registered(before, registered),
                forgotten -> before.withHolder(Option.none())
                        .withRegisteredSince(Option.none())
                        .withLastCountdown(Option.none())
                        .withAwaitedUntil(Option.none()),
                expecting -> before.withExpected(with(before.expected(), expecting.subscription())),
                opened -> before.withExpected(
                                without(before.expected(), opened.payer().subscription()))
                        .withOvertaken(withoutCustomer(
                                before.overtaken(), opened.payer().subscription()))
                        .withSettling(without(before.settling(), opened.payer().subscription()))
                        .withPayers(new Payers(before.payers()).with(opened.payer())),
                closed -> closed(before, closed),
                unsettled -> before,
                kept -> kept.why() == KeptFor.LANDING
                        ? before.withKeptUntil(Option.some(kept.until()))
                        : before.withAwaitedUntil(Option.some(kept.until())));
    }

    /** A registration that is renewed while it stands never broke (END-6). */
    private static CloudAccount registered(ImmutableCloudAccount before, CloudAccountRegistered event) {
        boolean stands = before.registeredUnder(event.at()).contains(event.under());
        return before.withHolder(Option.some(event.under()))
                .withRegisteredSince(stands ? before.registeredSince() : Option.some(event.at()))
                .withLastCountdown(stands ? before.lastCountdown() : Option.none())
                .withKeptUntil(before.keptUntil().filter(event.at()::isBefore))
                .withAwaitedUntil(stands ? before.awaitedUntil() : Option.none());
    }

    /** What never began started no countdown, unless nothing else is known of the account. */
    private static CloudAccount closed(ImmutableCloudAccount before, PayerClosed event) {
        SubscriptionId subscription = event.subscription();
        List<SubscriptionId> settled = without(before.settling(), subscription);
        boolean counts = before.hasPaid(subscription)
                || (before.payers().isEmpty()
                        && before.lastCountdown().isEmpty()
                        && before.keptUntil().isEmpty());
        Option<Instant> later =
                event.rememberedUntil().filter(until -> before.lastCountdown().forAll(until::isAfter));
        return before.withPayers(new Payers(before.payers()).without(subscription))
                .withExpected(without(before.expected(), subscription))
                .withOvertaken(
                        before.isOvertakenBy(subscription)
                                ? with(withoutCustomer(before.overtaken(), subscription), subscription)
                                : before.overtaken())
                .withSettling(event.rememberedUntil().isDefined() ? settled : with(settled, subscription))
                .withLastCountdown(counts ? later.orElse(before.lastCountdown()) : before.lastCountdown());
    }

    private static List<SubscriptionId> with(List<SubscriptionId> some, SubscriptionId one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    private static List<SubscriptionId> withoutCustomer(List<SubscriptionId> some, SubscriptionId life) {
        return some.stream()
                .filter(one -> !Subscription.areOfOneCustomer(one, life))
                .toList();
    }

    private static List<SubscriptionId> without(List<SubscriptionId> some, SubscriptionId one) {
        return some.stream().filter(Predicate.not(one::equals)).toList();
    }
}
