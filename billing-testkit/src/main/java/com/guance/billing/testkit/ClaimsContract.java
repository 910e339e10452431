package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.arrival.Claim;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Claims of arrived buyers (ARR-2): the contract of {@link com.guance.billing.ports.driven.Claims}. */
public interface ClaimsContract extends StoreContract {

    /** ARR-2 */
    @Test
    @DisplayName("a claim is kept, and found by its digest alone (ARR-2)")
    default void aClaimIsKept() {
        Claim claim = GivenNotices.claim("a1");
        Work.run(unitOfWork(), stores -> stores.claims().add(claim));
        Work.run(unitOfWork(), stores -> stores.claims().add(GivenNotices.claim("a2")));

        assertThat(found("a1")).isEqualTo(Option.some(claim));
        assertThat(found("a3")).isEqualTo(Option.none());
        assertThat(found("A1")).isEqualTo(Option.none());
    }

    /** Unique digests. */
    @Test
    @DisplayName("a second claim of one digest is refused as StaleVersion, and the first stays")
    default void aSecondClaimOfOneDigestIsRefused() {
        Claim claim = GivenNotices.claim("a1");
        Claim later = new Claim("a1", claim.arrival(), claim.expiresAt().plusSeconds(1), Option.none());
        Work.run(unitOfWork(), stores -> stores.claims().add(claim));

        Work.refused(unitOfWork(), stores -> stores.claims().add(later));

        assertThat(found("a1")).isEqualTo(Option.some(claim));
    }

    /** Single use. */
    @Test
    @DisplayName("that a claim was used is kept, and when; it cannot be used twice (ARR-2)")
    default void aClaimIsUsedOnce() {
        Claim claim = GivenNotices.claim("a1");
        Claim first = claim.redeem(Given.NOW).get();
        Claim second = claim.redeem(Given.NOW.plusNanos(1)).get();
        Work.run(unitOfWork(), stores -> stores.claims().add(claim));

        Work.run(unitOfWork(), stores -> stores.claims().redeem(first));
        Work.refused(unitOfWork(), stores -> stores.claims().redeem(second));

        assertThat(found("a1")).isEqualTo(Option.some(first));
    }

    /** Single use. */
    @Test
    @DisplayName("of two transactions at once that use a claim, one is refused as StaleVersion (ARR-2)")
    default void ofTwoUsesOneIsRefused() {
        Claim claim = GivenNotices.claim("a1");
        Work.run(unitOfWork(), stores -> stores.claims().add(claim));

        Overlap.assertOneOfTwoIsRefused(
                unitOfWork(),
                stores -> stores.claims().redeem(claim.redeem(Given.NOW).get()),
                stores -> stores.claims()
                        .redeem(claim.redeem(Given.NOW.plusNanos(1)).get()));
    }

    /** Nothing to use. */
    @Test
    @DisplayName("using a claim that does not exist is refused as StaleVersion, and makes none")
    default void anUnknownClaimCannotBeUsed() {
        Claim redeemed = GivenNotices.claim("a1").redeem(Given.NOW).get();

        Work.refused(unitOfWork(), stores -> stores.claims().redeem(redeemed));

        assertThat(found("a1")).isEqualTo(Option.none());
    }

    /** ARR-2 */
    @Test
    @DisplayName(
            "expired claims are deleted, used or not, the first to expire first and no more than asked; others stay (ARR-2)")
    default void expiredClaimsAreForgotten() {
        List<Claim> claims = IntStream.range(0, 5)
                .mapToObj(second -> expiring("a" + second, Given.NOW.plusSeconds(second)))
                .toList();
        Work.run(unitOfWork(), stores -> claims.forEach(stores.claims()::add));
        Work.run(
                unitOfWork(),
                stores -> stores.claims()
                        .redeem(claims.get(1).redeem(Given.NOW.minusSeconds(9)).get()));
        Instant before = claims.get(3).expiresAt();

        assertThat(forgotten(claims.get(0).expiresAt(), 9)).isZero();
        assertThat(forgotten(before, 1)).isEqualTo(1);
        assertThat(found("a0")).isEqualTo(Option.none());
        assertThat(found("a1").isDefined()).isTrue();
        assertThat(forgotten(before, 9)).isEqualTo(2);
        assertThat(forgotten(before, 9)).isZero();
        assertThat(found("a1")).isEqualTo(Option.none());
        assertThat(found("a2")).isEqualTo(Option.none());
        assertThat(found("a3")).isEqualTo(Option.some(claims.get(3)));
        assertThat(found("a4")).isEqualTo(Option.some(claims.get(4)));
    }

    private static Claim expiring(String digest, Instant at) {
        return new Claim(digest, GivenNotices.claim(digest).arrival(), at, Option.none());
    }

    private int forgotten(Instant before, int limit) {
        return Work.in(unitOfWork(), stores -> stores.claims().forget(before, limit));
    }

    private Option<Claim> found(String digest) {
        return Work.in(unitOfWork(), stores -> stores.claims().find(digest));
    }
}
