package com.guance.billing.aws;

import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;

/** A landing, and what AWS answers to it. */
final class Resolved {

    static final String TOKEN = "SECRET-TOKEN";
    static final String JSON = answer("\"cust-1\"", "\"prod-obs\"", "\"111122223333\"");

    private Resolved() {}

    static Landing landing() {
        return new Landing(Records.PROFILE.product(), new RegistrationToken(TOKEN), true);
    }

    static String answer(String customer, String product, String account) {
        return "{\"CustomerIdentifier\":" + customer + ",\"ProductCode\":" + product + ",\"CustomerAWSAccountId\":"
                + account + "}";
    }
}
