package com.guance.billing.planted;

/** Refers to {@link Nobody}. */
public final class Planted {

    private Planted() {}
}
