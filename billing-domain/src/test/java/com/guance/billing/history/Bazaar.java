package com.guance.billing.history;

import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cloud accounts and their subscriptions, as plainly as they can be said. */
final class Bazaar {

    /** A cloud account. */
    static final class Buyer {
        int holder = -1;
        Option<Instant> forgottenAt = Option.none();
    }

    final List<Buyer> buyers = Market.CLOUDS.stream().map(cloud -> new Buyer()).toList();
    final List<Deal> deals =
            IntStream.range(0, Market.ACCOUNTS.size()).mapToObj(Deal::new).toList();

    /** The account's active subscriptions, the one that pays first. */
    List<String> payers(int account) {
        return of(account)
                .filter(deal -> deal.is("ACTIVE"))
                .sorted(Comparator.<Deal, Instant>comparing(deal -> deal.activatedAt.get())
                        .thenComparing(deal -> Market.isLicensed(deal.number))
                        .thenComparingInt(deal -> deal.number))
                .map(Deal::name)
                .toList();
    }

    Option<String> payer(int account, Option<String> asked) {
        return Option.ofOptional(payers(account).stream()
                .filter(name -> asked.forAll(name::equals))
                .findFirst());
    }

    boolean expects(int account, Option<String> asked) {
        return of(account).anyMatch(deal -> deal.is("PENDING") && asked.forAll(deal.name()::equals));
    }

    boolean isActive(String name) {
        return deals.stream().anyMatch(deal -> deal.name().equals(name) && deal.is("ACTIVE"));
    }

    boolean isUndecided(int account) {
        return of(account).anyMatch(deal -> deal.undecidedUntil.isDefined());
    }

    String claim(int account, int claimant, Instant now) {
        int standing = holderAt(account, now);
        if (standing != -1 && standing != claimant) {
            return "RegisteredElsewhere";
        }
        Buyer buyer = buyers.get(account);
        if (standing == -1) {
            buyer.forgottenAt = Option.none();
        }
        buyer.holder = claimant;
        return "ok";
    }

    /** Under whom the account is registered: what time takes away, it takes only while nobody pays. */
    int holderAt(int account, Instant now) {
        Buyer buyer = buyers.get(account);
        return !payers(account).isEmpty() || buyer.forgottenAt.forAll(now::isBefore) ? buyer.holder : -1;
    }

    /** The account's part in a change of one of its subscriptions: {@code before} is what that was. */
    void follow(Deal deal, String before, Instant at) {
        int account = Market.ACCOUNTS.get(deal.number);
        Buyer buyer = buyers.get(account);
        if (deal.is("ACTIVE")
                && !before.equals("ACTIVE")
                && payers(account).size() == 1
                && !buyer.forgottenAt.forAll(at::isBefore)) {
            buyer.holder = -1;
            buyer.forgottenAt = Option.none();
        }
        boolean began = before.equals("ACTIVE");
        boolean closes = began || before.equals("PENDING");
        if (closes && !deal.is("ACTIVE") && !deal.is("PENDING")) {
            Instant until = at.plus(deal.mayLockLater()).plus(World.COUNTDOWN);
            boolean counts = began || (payers(account).isEmpty() && buyer.forgottenAt.isEmpty());
            if (counts && buyer.forgottenAt.forAll(until::isAfter)) {
                buyer.forgottenAt = Option.some(until);
            }
        }
    }

    private Stream<Deal> of(int account) {
        return deals.stream().filter(deal -> Market.ACCOUNTS.get(deal.number) == account);
    }
}
