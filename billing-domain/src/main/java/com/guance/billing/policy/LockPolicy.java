package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a lock means.
 *
 * @param countdown LOCK-2, from lock to full lock; positive, default 14 days
 * @param reminders LOCK-4, how long before the full lock the customer is reminded; positive, default 7, 3 and 1 days
 * @param ingestion LOCK-5, whether data is taken in meanwhile
 * @param afterCountdown UNL-6, whether there is a way back; default: none
 */
public record LockPolicy(
        Duration countdown, List<Duration> reminders, IngestionPolicy ingestion, AfterCountdown afterCountdown) {

    /**
     * Checks the times, and puts the reminders in the order in which they come.
     *
     * @throws IllegalArgumentException if a duration is not positive
     */
    public LockPolicy {
        Required.value(countdown, "countdown");
        reminders = Required.list(reminders, "reminders");
        Required.value(ingestion, "ingestion");
        Required.value(afterCountdown, "afterCountdown");
        Durations.positive(countdown, "countdown");
        reminders.forEach(before -> Durations.positive(before, "time of a reminder"));
        reminders =
                reminders.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    /** The documented defaults. */
    public static LockPolicy defaults() {
        return new LockPolicy(
                Duration.ofDays(14),
                List.of(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1)),
                IngestionPolicy.unlessPayerEnded(),
                AfterCountdown.NO_RETURN);
    }

    /** The same with another countdown. */
    public LockPolicy withCountdown(Duration other) {
        return new LockPolicy(other, reminders, ingestion, afterCountdown);
    }

    /** The same with other reminders. */
    public LockPolicy withReminders(List<Duration> other) {
        return new LockPolicy(countdown, other, ingestion, afterCountdown);
    }

    /** The same with another rule for ingestion. */
    public LockPolicy withIngestion(IngestionPolicy other) {
        return new LockPolicy(countdown, reminders, other, afterCountdown);
    }

    /** The same with another end of the countdown. */
    public LockPolicy withAfterCountdown(AfterCountdown other) {
        return new LockPolicy(countdown, reminders, ingestion, other);
    }
}
