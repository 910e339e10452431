package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens that buyers' browsers carry to the seller; each gives the same answer until its life is over, but for the license, which
 * may be known later than the buyer.
 */
final class RegistrationTokens {

    private record Issued(ResolveCustomerAnswer answer, boolean waitsForLicense, Instant expires) {}

    private final Duration life;
    private final Map<String, Issued> issued = new HashMap<>();

    RegistrationTokens(Duration life) {
        this.life = life;
    }

    String issue(ResolveCustomerAnswer answer, boolean waitsForLicense, Instant now) {
        String token = Opaque.token(answer.productCode(), answer.customerAwsAccountId(), issued.size() + 1L);
        issued.put(token, new Issued(answer, waitsForLicense, now.plus(life)));
        return token;
    }

    ResolveCustomerAnswer resolve(String token, Buyers buyers, Instant now) {
        if (token.isEmpty()) {
            throw AwsException.invalid("RegistrationToken must not be empty");
        }
        Issued known = issued.get(token);
        if (known == null) {
            throw AwsException.refused("InvalidTokenException", "Registration token is invalid");
        }
        if (!now.isBefore(known.expires())) {
            throw AwsException.refused("ExpiredTokenException", "The submitted registration token has expired");
        }
        if (!known.waitsForLicense()) {
            return known.answer();
        }
        ResolveCustomerAnswer answer = buyers.introduce(known.answer().customerAwsAccountId(), now);
        issued.put(token, new Issued(answer, answer.licenseArn() == null, known.expires()));
        return answer;
    }
}
