package com.guance.billing.testing;

import java.util.function.Function;

/** Names for the cases of what can be folded. */
public final class Cases {

    private Cases() {}

    /** Whatever it is, it is this case. */
    public static <T> Function<T, String> is(String name) {
        return any -> name;
    }
}
