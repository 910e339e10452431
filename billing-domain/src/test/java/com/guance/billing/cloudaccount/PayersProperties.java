package com.guance.billing.cloudaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayersProperties {

    @Property(tries = 300)
    @Label(
            "SET-12 the subscription activated earliest and still active pays, of one instant the one with the lowest id")
    void earliest(@ForAll("payers") List<Payer> opened, @ForAll("subscriptions") List<SubscriptionId> closed) {
        CloudAccount account = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);
        TreeMap<String, Payer> active = new TreeMap<>();
        for (Payer payer : opened) {
            account = account.opened(payer, World.byMarketplace(World.START)).after();
            active.putIfAbsent(payer.subscription().value(), payer);
        }
        for (SubscriptionId subscription : closed) {
            account = Given.closed(account, subscription, World.START);
            active.remove(subscription.value());
        }

        // the map is in the order of ids, and min takes the first of equals
        assertThat(account.payer().toJavaOptional())
                .isEqualTo(active.values().stream().min(Comparator.comparing(Payer::activatedAt)));
        assertThat(account.payers()).containsExactlyInAnyOrderElementsOf(active.values());
        assertThat(account.isOnFile()).isEqualTo(!active.isEmpty());
    }

    @Example
    @Label("SET-12 of two activated at one instant the one with the lowest id pays")
    void tie() {
        CloudAccount account = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);
        CloudAccount both = Given.opened(Given.opened(account, World.SECOND, World.START), World.FIRST, World.START);

        assertThat(both.payer().map(Payer::subscription)).containsExactly(World.FIRST);
    }

    @Example
    @Label("END-1 opening what is open and closing what is not change nothing")
    void twice() {
        CloudAccount account = Given.onFile();
        Payer again = Given.payer(World.FIRST, World.START.plusSeconds(1));

        assertThat(account.opened(again, World.byMarketplace(World.START))).isEqualTo(Change.none(account));
        assertThat(account.closed(World.SECOND, Option.some(World.START), World.byMarketplace(World.START)))
                .isEqualTo(Change.none(account));
    }

    @Example
    @Label("END-7 while another subscription lives, an end forgets nothing")
    void anotherLives() {
        CloudAccount both = Given.opened(Given.onFile(), World.SECOND, World.START);

        CloudAccount one = Given.closed(both, World.FIRST, World.START);

        assertThat(one.rememberedUntil()).isEmpty();
        assertThat(one.isOnFile()).isTrue();
        assertThat(one.registeredUnder(Instant.MAX)).containsExactly(World.HOLDER.id());
    }

    @Example
    @Label("a cloud account that nobody claimed is not on file, whatever it can pay")
    void unclaimed() {
        CloudAccount unclaimed = Given.opened(Given.recorded(World.ACCOUNT, Cloud.AWS), World.FIRST, World.START);

        assertThat(unclaimed.isOnFile()).isFalse();
        assertThat(Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER).isOnFile())
                .isFalse();
        assertThat(Given.onFile().isOnFile()).isTrue();
    }

    @Property(tries = 300)
    @Label("INV-4 a cloud account is what its events say, field by field")
    void replay(@ForAll("steps") List<Step> steps) {
        Change<CloudAccount> change =
                CloudAccount.recorded(World.ACCOUNT, Cloud.AWS_CHINA, World.USD, World.byMarketplace(World.START));
        for (Step step : steps) {
            change = change.then(step.on(change.after()));
        }
        List<CloudAccountEvent> events = new ArrayList<>();
        change.events().forEach(event -> events.add((CloudAccountEvent) event));

        assertThat(CloudAccount.replay(events)).usingRecursiveComparison().isEqualTo(change.after());
        assertThat(CloudAccount.replay(events)).isEqualTo(change.after());
        assertThat(change.after().cloud()).isEqualTo(Cloud.AWS_CHINA);
    }

    @Example
    @Label("INV-4 a history starts with the birth")
    void historyWithoutBirth() {
        assertThatIllegalArgumentException().isThrownBy(() -> CloudAccount.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudAccount.replay(List.of(new CloudAccountEvent.CloudAccountRegistered(
                        World.ACCOUNT, World.HOLDER.id(), World.byOwner(World.START)))));
    }

    /** A command that is never refused for good. */
    @FunctionalInterface
    interface Step {
        Change<CloudAccount> on(CloudAccount account);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> claims = Combinators.combine(Arbitraries.of(World.HOLDER, World.OTHER_HOLDER), Some.instants())
                .as((holder, at) ->
                        account -> account.claimedBy(holder, World.byOwner(at)).getOrElse(Change.none(account)));
        Arbitrary<Step> opens = Combinators.combine(Some.subscriptionIds(), Some.instants())
                .as((id, at) -> account -> account.opened(Given.payer(id, at), World.byMarketplace(at)));
        Arbitrary<Step> closes = Combinators.combine(Some.subscriptionIds(), Some.instants())
                .as((id, at) ->
                        account -> account.closed(id, Option.some(at.plus(World.COUNTDOWN)), World.byMarketplace(at)));
        return Arbitraries.oneOf(claims, opens, closes).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Payer>> payers() {
        return Combinators.combine(
                        Some.subscriptionIds(), Arbitraries.integers().between(0, 2))
                .as((id, hours) -> Given.payer(id, World.START.plus(Duration.ofHours(hours))))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<SubscriptionId>> subscriptions() {
        return Some.subscriptionIds().list().ofMaxSize(3);
    }
}
