package com.guance.billing.application;

/** One thing that may happen next, as often as its weight says. */
enum Step {
    SUBSCRIBE(4),
    CANCEL(2),
    LAND_AND_CLAIM(1),
    DELIVER_NOTICES(7),
    REGISTER(5),
    REGISTER_AT_BILLING_CENTER(1),
    BIND(4),
    BIND_TO_BILLING_CENTER(4),
    CHARGE(13),
    CHARGE_AGAIN(2),
    RUN(7),
    RUN_WITH_LOST_ANSWER(2),
    RUN_INTO_A_CRASH(2),
    MINUTES_PASS(6),
    HOURS_PASS(2),
    DAYS_PASS(2),
    FAIL_TO_SUBSCRIBE(1),
    REGISTER_AWAITING(1),
    REGISTER_TRIAL(1),
    WITHDRAW(1),
    UNLOCK(2),
    LOCK(1),
    RELEASE(2),
    ARREARS_BEGIN(1),
    ARREARS_SETTLED(2),
    DISSOLVE(1),
    RUN_THROTTLED(1),
    RUN_REJECTED(2),
    SUSPEND(2),
    REINSTATE(3),
    RELEASE_RECORDS(2),
    DECIDE_RECORDS(2);

    private final int weight;

    Step(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
