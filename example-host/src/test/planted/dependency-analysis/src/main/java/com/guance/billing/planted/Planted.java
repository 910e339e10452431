package com.guance.billing.planted;

import net.bytebuddy.ByteBuddy;

final class Planted {

    private Planted() {}

    static ByteBuddy undeclared() {
        return new ByteBuddy();
    }
}
