package com.guance.billing.statement;

import java.math.BigDecimal;

/** Numbers that may be below zero, as people and spreadsheets read them. */
final class Plain {

    private Plain() {}

    static String of(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
