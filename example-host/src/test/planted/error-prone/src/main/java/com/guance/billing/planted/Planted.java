package com.guance.billing.planted;

final class Planted {

    private Planted() {}

    static boolean same(String a) {
        return a.equals(a);
    }
}
