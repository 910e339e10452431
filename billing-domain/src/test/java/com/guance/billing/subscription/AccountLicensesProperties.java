package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.SeveralLicensesActive;
import com.guance.billing.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AccountLicensesProperties {

    private static final MarketplaceCustomer ACCOUNT = new MarketplaceCustomer.Account(World.PRODUCT, "111122223333");

    private Change<Subscription> change = Subscription.seen(ACCOUNT, 1, at(0));

    @Example
    @Label("ARR-9 in the account form it is active while one license is, and ends with the last")
    void whileOneIs() {
        said("l-1", Kind.ACTIVATED, 1);
        said("l-2", Kind.ACTIVATED, 2);
        said("l-1", Kind.DEPROVISIONED, 3);
        said("l-1", Kind.CANCELLED, 4);
        assertThat(now().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(now().activatedAt()).containsExactly(time(1));

        said("l-2", Kind.CANCELLED, 5);

        assertThat(now().status()).isEqualTo(SubscriptionStatus.ENDING);
        assertThat(now().freeze()).containsExactly(time(5));
        assertThat(now().endHeard()).containsExactly(at(5));
    }

    @Example
    @Label("ARR-9 two licenses at once are told to a person, each time that another joins")
    void told() {
        said("l-1", Kind.ACTIVATED, 1);
        assertThat(change.events()).noneMatch(SeveralLicensesActive.class::isInstance);
        said("l-2", Kind.ACTIVATED, 2);
        said("l-2", Kind.ACTIVATED, 3);

        assertThat(change.events())
                .filteredOn(SeveralLicensesActive.class::isInstance)
                .containsExactly(new SeveralLicensesActive(now().id(), List.of("l-1", "l-2"), at(2)));
    }

    @Example
    @Label("NOT-3 of each license an older sign is stale; it says nothing against another license")
    void stale() {
        said("l-1", Kind.CANCELLED, 5);

        assertThat(now().ofLicense("l-1", new Sign(Kind.ACTIVATED, time(3)), World.ENDING, at(6))
                        .isLeft())
                .isTrue();
        said("l-2", Kind.ACTIVATED, 3);

        assertThat(now().isAlive()).isTrue();
    }

    @Example
    @Label("END-5 a license that ended for another to follow is awaited; the other's activation continues it")
    void renewed() {
        said("l-1", Kind.ACTIVATED, 1);
        said("l-1", Kind.SUPERSEDED, 5);
        assertThat(now().isSucceeded()).isTrue();

        said("l-2", Kind.ACTIVATED, 6);

        assertThat(now().isAlive()).isTrue();
        assertThat(now().freeze()).isEmpty();
    }

    @Example
    @Label("END-3 END-5 the late status of a license that ended before decides nothing for the last one")
    void lateStatusOfAnother() {
        said("l-1", Kind.ACTIVATED, 1);
        said("l-2", Kind.ACTIVATED, 2);
        said("l-1", Kind.DEPROVISIONED, 3);
        said("l-2", Kind.DEPROVISIONED, 5);
        said("l-1", Kind.CANCELLED, 4);
        assertThat(now().undecidedUntil()).isNotEmpty();

        said("l-2", Kind.SUPERSEDED, 6);

        assertThat(now().undecidedUntil()).isEmpty();
        assertThat(now().isSucceeded()).isTrue();
    }

    @Example
    @Label("END-6 a license after the final hour is closed begins the next life, which knows the licenses of this one")
    void nextLife() {
        said("l-1", Kind.ACTIVATED, 1);
        said("l-1", Kind.CANCELLED, 5);
        Sign again = new Sign(Kind.ACTIVATED, time(90));
        assertThat(now().isFollowedBy("l-2", again)).isFalse();
        change = change.then(now().finalHourClosed(0, at(60)));
        assertThat(now().isFollowedBy("l-2", again)).isTrue();
        assertThat(now().isFollowedBy("l-1", new Sign(Kind.ACTIVATED, time(2)))).isFalse();

        Subscription next = now().nextLife("l-2", again, World.ENDING, at(90)).after();

        assertThat(next.life()).isEqualTo(2);
        assertThat(next.isAlive()).isTrue();
        assertThat(next.activatedAt()).containsExactly(time(90));
        assertThat(next.ofLicense("l-1", new Sign(Kind.ACTIVATED, time(1)), World.ENDING, at(91))
                        .isLeft())
                .isTrue();
    }

    @Property(tries = 300)
    @Label("ARR-9 INV-5 any order of the licenses' notices ends with the same status")
    void anyOrder(@ForAll @IntRange(min = 1, max = 3) int licenses, @ForAll long seed) {
        change = Subscription.seen(ACCOUNT, 1, at(0)); // one instance serves all tries
        List<KnownLicense> signs = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < licenses; i++) {
            String license = "l-" + i;
            signs.add(new KnownLicense(license, new Sign(Kind.ACTIVATED, time(1 + random.nextInt(5)))));
            if (random.nextBoolean()) {
                signs.add(new KnownLicense(license, new Sign(Kind.DEPROVISIONED, time(10 + random.nextInt(5)))));
                signs.add(new KnownLicense(license, new Sign(Kind.CANCELLED, time(20 + random.nextInt(5)))));
            }
        }
        boolean someLive = signs.size() < 3 * licenses;
        Collections.shuffle(signs, random);

        signs.forEach(sign -> now().ofLicense(sign.license(), sign.newest(), World.ENDING, at(30))
                .forEach(next -> change = change.then(next)));

        assertThat(now().isAlive()).isEqualTo(someLive);
        assertThat(now().endHeard().isDefined()).isEqualTo(!someLive);
    }

    private void said(String license, Kind kind, int minute) {
        change = change.then(now().ofLicense(license, new Sign(kind, time(minute)), World.ENDING, at(minute))
                .get());
    }

    private Subscription now() {
        return change.after();
    }

    private static Instant time(int minute) {
        return World.START.plusSeconds(60L * minute);
    }

    private static Request at(int minute) {
        return World.byMarketplace(time(minute));
    }
}
