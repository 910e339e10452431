package com.guance.billing.testkit;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.Text;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary words of the domain: texts as people and marketplaces write them, ids, instants, requests. */
public final class ArbitraryValues {

    private ArbitraryValues() {}

    /** Texts that a value may be made of: 1 to so many characters of any script, beyond the basic plane too. */
    public static Arbitrary<String> texts(int longest) {
        Arbitrary<Integer> characters = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(' ', '~')),
                Tuple.of(2, Arbitraries.integers().between(0x4E00, 0x9FA5)),
                Tuple.of(1, Arbitraries.integers().between(0x1F300, 0x1F6FF)),
                Tuple.of(1, Arbitraries.integers().between(0xA0, 0x10FFFD)));
        return characters
                .filter(c -> Text.isWellFormed(Character.toString(c)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(longest)
                .map(all -> all.stream().map(Character::toString).reduce("", String::concat))
                .filter(text -> !text.isBlank());
    }

    /** Names of workspaces: 1–256 characters, stripped, often as long as can be. */
    public static Arbitrary<String> names() {
        return Arbitraries.oneOf(texts(12), texts(256), texts(1).map(name -> name.repeat(256)))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** Instants of this century, to the nanosecond, often on the hour or just beside it. */
    public static Arbitrary<Instant> instants() {
        long first = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2099-12-31T23:59:59Z").getEpochSecond();
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(first, last),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        Arbitrary<Instant> besideTheHour = Combinators.combine(
                        Arbitraries.longs().between(first / 3600, last / 3600),
                        Arbitraries.longs().between(-1, 1))
                .as((hour, beside) -> Instant.ofEpochSecond(hour * 3600).plusNanos(beside));
        return Arbitraries.oneOf(any, besideTheHour);
    }

    /** Durations from nothing to the longest, to the nanosecond. */
    public static Arbitrary<Duration> durations(Duration longest) {
        return Arbitraries.longs().between(0, longest.toNanos()).map(Duration::ofNanos);
    }

    /** Ids of workspaces. */
    public static Arbitrary<WorkspaceId> workspaceIds() {
        return texts(59).map(text -> new WorkspaceId("wksp_" + text));
    }

    /** Ids of Billing Center accounts. */
    public static Arbitrary<BillingCenterAccountId> billingCenterAccountIds() {
        return texts(64).map(BillingCenterAccountId::new);
    }

    /** Ids of persons. */
    public static Arbitrary<UserId> userIds() {
        return texts(128).map(UserId::new);
    }

    /** Ids of sites. */
    public static Arbitrary<SiteId> siteIds() {
        return texts(32).map(SiteId::new);
    }

    /** Ids of cloud accounts, of AWS's twelve digits. */
    public static Arbitrary<CloudAccountId> cloudAccountIds() {
        return Combinators.combine(
                        Arbitraries.of("aws", "aws-cn"),
                        Arbitraries.strings().numeric().ofLength(12))
                .as(CloudAccountId::of);
    }

    /** Products. */
    public static Arbitrary<Product> products() {
        return Combinators.combine(
                        Arbitraries.of("aws", "aws-cn"),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars("._-")
                                .ofMinLength(1)
                                .ofMaxLength(40))
                .as(Product::new);
    }

    /** Customers of marketplaces. */
    public static Arbitrary<MarketplaceCustomer> customers() {
        return Combinators.combine(products(), texts(255)).as(MarketplaceCustomer.Legacy::new);
    }

    /** Ids of subscriptions. */
    public static Arbitrary<SubscriptionId> subscriptionIds() {
        return Combinators.combine(customers(), Arbitraries.integers().between(1, 12))
                .as((customer, life) -> new SubscriptionId(customer.key() + "#" + life));
    }

    /** Actors of every kind. */
    public static Arbitrary<Actor> actors() {
        return Arbitraries.oneOf(
                userIds().map(Actor.Owner::new),
                userIds().map(Actor.Administrator::new),
                userIds().map(Actor.Staff::new),
                billingCenterAccountIds().map(Actor.Holder::new),
                Arbitraries.of("aws", "aws-cn").map(Actor.Marketplace::new),
                Arbitraries.create(Actor.Clock::new));
    }

    /** Who asks, and when. */
    public static Arbitrary<Request> requests() {
        return Combinators.combine(actors(), instants()).as(Request::new);
    }
}
