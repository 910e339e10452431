package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

@Label("What is generated is valid, and of every interesting kind")
class ArbitrariesProperties {

    @Property(tries = 300)
    @Label("names: long ones, and ones beyond the basic plane")
    void names(@ForAll("names") String name) {
        int characters = name.codePointCount(0, name.length());
        assertThat(characters).isBetween(1, 256);
        often("256 characters", characters == 256);
        often("beyond the basic plane", characters < name.length());
    }

    @Property(tries = 300)
    @Label("charges: exact to twelve decimals, of very many units")
    void charges(@ForAll("charges") Charge charge) {
        Quantity quantity = charge.usage().quantity();
        often("twelve decimals", quantity.value().scale() == 12);
        often("more than a record can hold", quantity.wholeUnits() > RecordContent.MOST);
        Instant from = charge.period().from();
        often("finer than a microsecond", !from.equals(from.truncatedTo(ChronoUnit.MICROS)));
    }

    @Property(tries = 300)
    @Label("quantities of every day: fractions too")
    void everydayQuantities(@ForAll("everydayQuantities") Quantity quantity) {
        often("less than one", quantity.wholeUnits() == 0);
        often("more than one", quantity.wholeUnits() > 1);
    }

    @Property(tries = 300)
    @Label("periods in an hour are in it")
    void periodsInAnHour(@ForAll("hours") MeteringHour hour) {
        for (UsagePeriod period :
                ArbitraryUsage.periodsIn(hour).list().ofSize(3).sample()) {
            assertThat(MeteringHour.of(period.lastInstant())).isEqualTo(hour);
            assertThat(MeteringHour.of(period.from())).isEqualTo(hour);
        }
    }

    @Property(tries = 200)
    @Label("requests, sites and subscriptions are made without complaint")
    void others(
            @ForAll("requests") Request request,
            @ForAll("sites") SiteId site,
            @ForAll("subscriptions") SubscriptionId subscription) {
        assertThat(List.of(request.by().toString(), site.value(), subscription.value()))
                .noneMatch(String::isBlank);
    }

    @Property(tries = 1_000)
    @Label("lives of a workspace: locked, unlocked, bound again")
    void lives(@ForAll("lives") WorkspaceLife life) {
        List<Change<Workspace>> changes = life.of("wksp_1");
        Workspace last = changes.get(changes.size() - 1).after();
        often("locked", last.isLocked());
        often("several payers", last.bindings().all().size() > 1);
        often("a step that changes nothing", changes.stream().anyMatch(Change::isNone));
        often("a change that waits", last.waiting().isDefined());
        often("a successor that is awaited", last.successor().isDefined());
        often("two locks at once", last.locks().causes().size() > 1);
        for (Phase phase : Phase.values()) {
            often(
                    phase.toString(),
                    changes.stream().anyMatch(change -> change.after().phase().equals(phase)));
        }
    }

    @Property(tries = 300)
    @Label("lives of a subscription: every status, every kind of end")
    void subscriptionLives(@ForAll("subscriptionLives") SubscriptionLife life) {
        List<Change<Subscription>> changes = life.of("1");
        for (SubscriptionStatus status : SubscriptionStatus.values()) {
            often(
                    status.toString(),
                    changes.stream().anyMatch(change -> change.after().status().equals(status)));
        }
        often(
                "undecided",
                changes.stream()
                        .anyMatch(change -> change.after().undecidedUntil().isDefined()));
        often(
                "to be followed",
                changes.stream().anyMatch(change -> change.after().isSucceeded()));
        often("licensed", life.customer("1") instanceof MarketplaceCustomer.Licensed);
    }

    @Property(tries = 300)
    @Label("lives of a cloud account: on file, expecting, remembered")
    void cloudAccountLives(@ForAll("cloudAccountLives") CloudAccountLife life) {
        List<CloudAccount> states = life.of("1").stream().map(Change::after).collect(Collectors.toList());
        often("on file", states.stream().anyMatch(CloudAccount::isOnFile));
        often("two payers", states.stream().anyMatch(account -> account.payers().size() > 1));
        often(
                "expecting",
                states.stream().anyMatch(account -> !account.expected().isEmpty()));
        often(
                "remembered",
                states.stream().anyMatch(account -> account.rememberedUntil().isDefined()));
    }

    @Provide
    Arbitrary<String> names() {
        return ArbitraryValues.names();
    }

    @Provide
    Arbitrary<Charge> charges() {
        return ArbitraryUsage.charges();
    }

    @Provide
    Arbitrary<Quantity> everydayQuantities() {
        return ArbitraryUsage.everydayQuantities();
    }

    @Provide
    Arbitrary<MeteringHour> hours() {
        return ArbitraryUsage.hours();
    }

    @Provide
    Arbitrary<Request> requests() {
        return ArbitraryValues.requests();
    }

    @Provide
    Arbitrary<SiteId> sites() {
        return ArbitraryValues.siteIds();
    }

    @Provide
    Arbitrary<SubscriptionId> subscriptions() {
        return ArbitraryValues.subscriptionIds();
    }

    @Provide
    Arbitrary<WorkspaceLife> lives() {
        return WorkspaceLife.lives();
    }

    @Provide
    Arbitrary<SubscriptionLife> subscriptionLives() {
        return SubscriptionLife.lives();
    }

    @Provide
    Arbitrary<CloudAccountLife> cloudAccountLives() {
        return CloudAccountLife.lives();
    }

    private static void often(String what, boolean occurred) {
        Statistics.label(what)
                .collect(occurred)
                .coverage(coverage -> coverage.check(true).count(times -> times > 0));
    }
}
