package com.guance.billing.jdbc;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.Meter;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One value of each case of the sealed types that are stored, always the same. */
final class SampleCases {

    private static final Sign SIGN = new Sign(Sign.Kind.ENDING, Instant.parse("2026-03-10T08:15:30.123456789Z"));
    private static final Product PRODUCT = new Product("aws", "prod-1");
    private static final CloudAccountId ACCOUNT = new CloudAccountId("aws:123456789012");
    private static final SubscriptionId SUBSCRIPTION = new SubscriptionId("aws/prod-1/cust-1#1");
    private static final BillingCenterAccountId HOLDER = new BillingCenterAccountId("bc-1");
    private static final UserId USER = new UserId("用户-1");

    private SampleCases() {}

    /** By the name of their case. */
    static Map<String, Object> one() {
        Map<Class<?>, String> names =
                TypeNames.CASES.stream().collect(Collectors.toMap(NamedType::getType, NamedType::getName));
        return Stream.of(actors(), paying(), outcomes(), metering())
                .flatMap(List::stream)
                .collect(Collectors.toMap(value -> names.get(value.getClass()), Function.identity()));
    }

    private static List<Object> actors() {
        return List.of(
                new Actor.Owner(USER),
                new Actor.Administrator(USER),
                new Actor.Holder(HOLDER),
                new Actor.Staff(USER),
                new Actor.Marketplace("aws"),
                new Actor.BillingCenter(),
                new Actor.Clock());
    }

    private static List<Object> paying() {
        return List.of(
                new MarketplaceCustomer.Legacy(PRODUCT, "cust-1"),
                new MarketplaceCustomer.Licensed(PRODUCT, "123456789012", "l-0a1b"),
                new MarketplaceCustomer.Account(PRODUCT, "123456789012"),
                new SettlementMethod.ThroughBillingCenter(HOLDER),
                new SettlementMethod.ThroughCloudAccount(ACCOUNT, SUBSCRIPTION),
                new LockCause.SubscriptionEnded(SUBSCRIPTION, ACCOUNT, PRODUCT),
                new LockCause.Arrears(HOLDER),
                new LockCause.Administrative("why", USER));
    }

    private static List<Object> metering() {
        MarketplaceCustomer customer = new MarketplaceCustomer.Legacy(PRODUCT, "cust-1");
        Dimension dimension = new Dimension("api-calls");
        return List.of(
                new HoldScope.OfMeter(new Meter(customer, dimension)),
                new HoldScope.OfCustomer(customer),
                new HoldScope.OfDimension(PRODUCT, dimension),
                new DecisionBasis.OnFinding(DecisionBasis.Found.UNKNOWN, Option.some("because")),
                new DecisionBasis.OnWord("because"));
    }

    private static List<Object> outcomes() {
        return List.of(
                new NoticeOutcome.Applied(SUBSCRIPTION),
                new NoticeOutcome.Parked("aws:agmt-1"),
                new NoticeOutcome.Duplicate(),
                new NoticeOutcome.Stale(new StaleSign(SIGN, SIGN)),
                new NoticeOutcome.Ignored("why"),
                new NoticeOutcome.Malformed(List.of("problem")));
    }
}
