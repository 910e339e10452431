package com.guance.billing.application;

/** One thing that may happen next, as often as its weight says. */
enum Step {
    SUBSCRIBE(4),
    CANCEL(2),
    LAND_AND_CLAIM(1),
    DELIVER_NOTICES(5),
    REGISTER(3),
    REGISTER_AT_BILLING_CENTER(1),
    BIND(4),
    BIND_TO_BILLING_CENTER(4),
    CHARGE(8),
    CHARGE_AGAIN(2),
    RUN(4),
    RUN_WITH_LOST_ANSWER(2),
    RUN_INTO_A_CRASH(2),
    MINUTES_PASS(5),
    HOURS_PASS(1);

    private final int weight;

    Step(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
