package com.guance.billing.planted;

import java.util.List;

final class Planted {

    private Planted() {}

    static int size(List raw) {
        return raw.size();
    }
}
