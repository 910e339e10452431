package com.guance.billing.workspace;

import com.guance.billing.Required;
import com.guance.billing.policy.LockPolicy;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/**
 * From lock to full lock (倒计时, LOCK-2).
 *
 * @param since when it began
 * @param deadline when it is over
 * @param reminders when the customer is still to be reminded, in order (LOCK-4)
 * @param over whether it was noted that it is over (LOCK-3)
 */
public record Countdown(Instant since, Instant deadline, List<Instant> reminders, boolean over) {

    /** Takes a copy. */
    public Countdown {
        Required.value(since, "since");
        Required.value(deadline, "deadline");
        reminders = Required.list(reminders, "reminders");
    }

    static Countdown from(Instant since, LockPolicy policy) {
        Instant deadline = since.plus(policy.countdown());
        List<Instant> reminders = policy.reminders().stream()
                .map(deadline::minus)
                .filter(since::isBefore)
                .toList();
        return new Countdown(since, deadline, reminders, false);
    }

    /** What time brings next; none when it is over. */
    Option<Instant> next() {
        return Option.when(!over, () -> reminders.isEmpty() ? deadline : reminders.get(0));
    }

    Countdown reminded(Instant at) {
        return new Countdown(
                since, deadline, reminders.stream().filter(at::isBefore).toList(), over);
    }

    Countdown ended() {
        return new Countdown(since, deadline, List.of(), true);
    }
}
