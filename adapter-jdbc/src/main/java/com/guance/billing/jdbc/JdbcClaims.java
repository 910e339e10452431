package com.guance.billing.jdbc;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Claim;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Claims of arrived buyers. */
final class JdbcClaims implements Claims {

    private final Session session;

    JdbcClaims(Session session) {
        this.session = session;
    }

    @Override
    public void add(Claim claim) {
        session.change(
                "INSERT INTO billing_claim (digest, cloud_account, arrival, expires_second, expires_nano, redeemed_at)"
                        + " VALUES (:digest, :cloud_account, :arrival, :expires_second, :expires_nano, :redeemed_at)",
                new Row()
                        .with("digest", claim.digest())
                        .with("cloud_account", claim.arrival().account().value())
                        .with("arrival", Json.write(claim.arrival()))
                        .exactly("expires", Option.some(claim.expiresAt()))
                        .with("redeemed_at", claim.redeemedAt().map(Instant::toString))
                        .values());
    }

    @Override
    public Option<Claim> find(String digest) {
        return Option.ofOptional(session.ask(open -> open.createQuery(
                        "SELECT digest, arrival, expires_second, expires_nano, redeemed_at FROM billing_claim"
                                + " WHERE digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> Reading.strictly(EntryKind.CLAIM, digest, () -> claim(row)))
                .findOne()));
    }

    @Override
    public void redeem(Claim redeemed) {
        int changed = session.change(
                "UPDATE billing_claim SET redeemed_at = :redeemed_at WHERE digest = :digest AND redeemed_at IS NULL",
                new Row()
                        .with("digest", redeemed.digest())
                        .with("redeemed_at", redeemed.redeemedAt().map(Instant::toString))
                        .values());
        if (changed == 0) {
            throw session.doomedBy(new StaleVersion("the claim"));
        }
    }

    @Override
    public int forget(Instant before, int limit) {
        return session.change(
                "DELETE FROM billing_claim WHERE digest IN (SELECT digest FROM billing_claim"
                        + " WHERE expires_second < :before ORDER BY expires_second, digest LIMIT :limit)",
                Map.of("before", before.getEpochSecond(), "limit", limit));
    }

    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("digest"),
                Json.read(OlderJson.arrival(row.getString("arrival")), Arrival.class),
                Row.exact(row, "expires"),
                Option.of(row.getString("redeemed_at")).map(Instant::parse));
    }
}
