package com.guance.billing.application;

/** One thing that may happen next. */
enum Step {
    SUBSCRIBE,
    CANCEL,
    LAND_AND_CLAIM,
    DELIVER_NOTICES,
    REGISTER,
    REGISTER_AT_BILLING_CENTER,
    BIND,
    BIND_TO_BILLING_CENTER,
    CHARGE,
    CHARGE_AGAIN,
    RUN,
    RUN_WITH_LOST_ANSWER,
    RUN_INTO_A_CRASH,
    MINUTES_PASS,
    HOURS_PASS
}
