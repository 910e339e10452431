package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettlementRuleTest {

    private static final Instant NOW = World.START.plusSeconds(3600);
    private static final Set<Cloud> SOLD = Set.of(Cloud.AWS, Cloud.AWS_CHINA, Cloud.ALIBABA, Cloud.HUAWEI);

    @Property
    @Label("SET-2 the Owner and the holder may change who pays, and nobody else")
    void ownerOrHolder(@ForAll("actors") Actor actor) {
        boolean may = List.of(new Actor.Owner(World.OWNER), new Actor.Holder(World.HOLDER.id()))
                .contains(actor);
        Asked asked = Asked.billingCenter(new Request(actor, NOW));

        assertThat(SettlementRule.OWNER_OR_HOLDER.refuses(attempt(asked, World.HOLDER, World.ON_AWS)))
                .isEqualTo(Option.when(!may, () -> new SettlementRefusal.NotForThisActor(actor)));
    }

    @Property
    @Label("SET-3 the cloud account must be registered under the workspace's Billing Center account")
    void oneHolder(
            @ForAll("holders") Option<BillingCenterAccount> registered, @ForAll("holder") BillingCenterAccount of) {
        CloudAccount unclaimed = Given.recorded(World.ACCOUNT, Cloud.AWS);
        CloudAccount account = registered
                .map(under -> Given.registered(World.ACCOUNT, Cloud.AWS, under))
                .getOrElse(unclaimed);

        assertThat(SettlementRule.ONE_HOLDER.refuses(attempt(Given.through(account, NOW), of, World.ON_AWS)))
                .isEqualTo(Option.when(
                        !registered.contains(of), () -> new SettlementRefusal.CloudAccountUnknown(World.ACCOUNT)));
    }

    @Example
    @Label("SET-3 END-7 a registration that is forgotten counts no more, to the instant")
    void forgottenHolder() {
        CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, World.START);
        Instant forgotten = World.START.plus(World.COUNTDOWN);

        assertThat(SettlementRule.ONE_HOLDER.refuses(
                        attempt(Given.through(ended, forgotten.minusNanos(1)), World.HOLDER, World.ON_AWS)))
                .isEmpty();
        assertThat(SettlementRule.ONE_HOLDER.refuses(
                        attempt(Given.through(ended, forgotten), World.HOLDER, World.ON_AWS)))
                .containsExactly(new SettlementRefusal.CloudAccountUnknown(ended.id()));
    }

    @Example
    @Label("SET-4 the cloud account needs an active subscription, the Billing Center none")
    void payerAlive() {
        CloudAccount idle = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);

        assertThat(payerAlive(Given.through(idle, NOW)))
                .containsExactly(new SettlementRefusal.NoActiveSubscription(World.ACCOUNT));
        assertThat(payerAlive(Given.through(Given.closed(Given.onFile(), World.FIRST, World.START), NOW)))
                .containsExactly(new SettlementRefusal.NoActiveSubscription(World.ACCOUNT));
        assertThat(payerAlive(Given.through(Given.onFile(), NOW))).isEmpty();
        assertThat(payerAlive(Given.byBillingCenter(NOW))).isEmpty();
    }

    @Property
    @Label("SET-5 a site allows the cloud that operates it if it is sold there, an unknown operator none")
    void site(@ForAll("clouds") Cloud operator, @ForAll("clouds") Cloud asked) {
        Site site = new Site(new SiteId("any1"), operator);
        boolean allowed = operator.equals(asked) && SOLD.contains(asked);
        Set<Cloud> all = SOLD.contains(operator) ? Set.of(operator) : Set.of();
        Asked through = Given.through(Given.onFile(World.ACCOUNT, asked, World.FIRST), NOW);

        assertThat(SettlementRule.SITE.refuses(attempt(through, World.HOLDER, site)))
                .isEqualTo(Option.when(!allowed, () -> new SettlementRefusal.SiteDoesNotAllow(site, asked, all)));
        assertThat(SettlementRule.SITE.refuses(attempt(through, World.withArbitrarySelection(World.HOLDER), site)))
                .isEmpty();
        assertThat(SettlementRule.SITE.refuses(attempt(Given.byBillingCenter(NOW), World.HOLDER, site)))
                .isEmpty();
    }

    @Example
    @Label("SET-5 an unlisted site allows the Billing Center alone")
    void unlisted() {
        assertThat(SettlementRule.SITE.refuses(
                        attempt(Given.through(Given.onFile(), NOW), World.HOLDER, World.UNLISTED)))
                .containsExactly(new SettlementRefusal.SiteDoesNotAllow(World.UNLISTED, Cloud.AWS, Set.of()));
    }

    @Example
    @Label("SET-5 a host may replace the site rule")
    void replaced() {
        Policies generous =
                World.POLICIES.withSettling(World.POLICIES.settling().withSites(site -> Set.of(Cloud.AWS)));
        Circumstances around = World.around(World.HOLDER, World.UNLISTED, generous);

        assertThat(SettlementRule.all(
                        new Attempt(World.OWNER, Option.none(), Given.through(Given.onFile(), NOW), around, NOW)))
                .isEmpty();
    }

    @Example
    @Label("each refusal is a case of its own")
    void refusals() {
        List<SettlementRefusal> all = List.of(
                new SettlementRefusal.WorkspaceUnknown(World.WORKSPACE),
                new SettlementRefusal.CloudAccountUnknown(World.ACCOUNT),
                new SettlementRefusal.HolderUnknown(World.HOLDER.id()),
                new SettlementRefusal.NotForThisActor(new Actor.Clock()),
                new SettlementRefusal.NoActiveSubscription(World.ACCOUNT),
                new SettlementRefusal.SiteDoesNotAllow(World.ON_AWS, Cloud.AWS, Set.of()),
                new SettlementRefusal.AlreadySettledThatWay(
                        new SettlementMethod.ThroughBillingCenter(World.HOLDER.id())),
                new SettlementRefusal.FullyLocked(NOW),
                new SettlementRefusal.WorkspaceClosed(Closure.DISSOLVED),
                new SettlementRefusal.LockedIn(World.ACCOUNT, World.FIRST),
                new SettlementRefusal.ChangedThisMonth(World.START, NOW));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(
                        is("workspace"),
                        is("account"),
                        is("no holder"),
                        is("actor"),
                        is("subscription"),
                        is("site"),
                        is("already"),
                        is("full"),
                        is("closed"),
                        is("in"),
                        is("month")))
                .containsExactly(
                        "workspace",
                        "account",
                        "no holder",
                        "actor",
                        "subscription",
                        "site",
                        "already",
                        "full",
                        "closed",
                        "in",
                        "month");
    }

    private static Option<SettlementRefusal> payerAlive(Asked asked) {
        return SettlementRule.PAYER_ALIVE.refuses(attempt(asked, World.HOLDER, World.ON_AWS));
    }

    private static Attempt attempt(Asked asked, BillingCenterAccount holder, Site site) {
        return new Attempt(World.OWNER, Option.none(), asked, World.around(holder, site), NOW);
    }

    private static <T> Function<T, String> is(String name) {
        return any -> name;
    }

    @Provide
    Arbitrary<Actor> actors() {
        return Some.actors();
    }

    @Provide
    Arbitrary<BillingCenterAccount> holder() {
        return Arbitraries.of(World.HOLDER, World.OTHER_HOLDER);
    }

    @Provide
    Arbitrary<Option<BillingCenterAccount>> holders() {
        return Arbitraries.of(List.of(Option.none(), Option.some(World.HOLDER), Option.some(World.OTHER_HOLDER)));
    }

    @Provide
    Arbitrary<Cloud> clouds() {
        return Arbitraries.of(
                Cloud.AWS, Cloud.AWS_CHINA, Cloud.ALIBABA, Cloud.HUAWEI, new Cloud("azure"), World.UNLISTED.operator());
    }
}
