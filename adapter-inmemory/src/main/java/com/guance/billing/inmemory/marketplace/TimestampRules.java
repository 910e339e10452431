package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When usage may have happened (SUB-8): not in the future, younger than the window, in the last month only until 06:00 UTC
 * on the 1st, and not before the subscription began. The borders themselves: exactly as old as the window is refused, exactly at
 * the start is accepted; at 06:00 sharp last month is closed.
 */
final class TimestampRules {

    private static final Duration LAST_MONTH_STAYS_OPEN = Duration.ofHours(6);

    private final Duration window;
    private final Duration clockSkew;

    TimestampRules(Duration window, Duration clockSkew) {
        this.window = window;
        this.clockSkew = clockSkew;
    }

    void check(Instant timestamp, Instant now) {
        if (timestamp.isAfter(now.plus(clockSkew))) {
            throw outOfBounds("lies in the future");
        }
        if (!timestamp.isAfter(now.minus(window))) {
            throw outOfBounds("is " + window + " old or older");
        }
        if (timestamp.isBefore(firstOpenMonth(now))) {
            throw outOfBounds("belongs to a month that is closed");
        }
    }

    private static Instant firstOpenMonth(Instant now) {
        YearMonth stillOpenAtSix =
                YearMonth.from(now.minus(LAST_MONTH_STAYS_OPEN).atOffset(ZoneOffset.UTC));
        return stillOpenAtSix.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static AwsException outOfBounds(String why) {
        return AwsException.refused("TimestampOutOfBoundsException", "a usage record's timestamp " + why);
    }
}
