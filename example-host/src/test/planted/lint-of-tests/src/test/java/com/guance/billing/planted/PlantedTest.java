package com.guance.billing.planted;

import java.util.List;

final class PlantedTest {

    private PlantedTest() {}

    static int size(List raw) {
        return raw.size();
    }
}
