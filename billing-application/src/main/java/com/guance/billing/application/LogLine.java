package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent.ChargesUnsettled;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.subscription.SubscriptionEvent;
import java.util.Locale;
import org.slf4j.event.Level;

/**
 * What is logged of an event: ids, reasons, times. Never a token, a credential or a signature: no event holds one (ARR-1).
 *
 * @param level how much it matters
 * @param text in one line, whatever the ids are
 */
record LogLine(Level level, String text) {

    private static final int LONGEST = 2_000;

    LogLine {
        text = legible(text);
    }

    static LogLine of(DomainEvent event) {
        if (event instanceof MeteringRecordEvent record) {
            return of(record);
        } else if (event instanceof SubscriptionEvent subscription) {
            return of(subscription);
        } else if (event instanceof SubmissionHoldEvent hold) {
            return of(hold);
        }
        return event instanceof ChargesUnsettled unsettled
                ? warn(unsettled, unsettled.charges() + " charges of the account are unsettled")
                : detail(event);
    }

    private static LogLine of(MeteringRecordEvent event) {
        return event.fold(
                LogLine::detail,
                LogLine::detail,
                LogLine::detail,
                LogLine::detail,
                e -> warn(e, "record refused, sent again from " + e.sendFrom() + ": " + e.why()),
                LogLine::detail,
                e -> warn(e, "record not billed, " + word(e.as()) + ": " + e.why()),
                e -> warn(e, "record disputed: " + e.why()),
                e -> warn(e, "record expired, " + word(e.as())),
                e -> info(e, "record released, " + word(e.as())),
                e -> info(e, "record decided, " + e.billed() + " units billed"),
                LogLine::detail,
                e -> warn(e, "record not billed yet, must be before " + e.deadline() + ", " + e.timeLeft() + " left"),
                e -> warn(e, "record billed after all, though decided otherwise: " + e.receipt()),
                e -> warn(e, "record too large, more than " + e.most() + " units, not sent until released"),
                e -> info(e, "record released, to be sent as it is"));
    }

    private static LogLine of(SubscriptionEvent event) {
        return event.fold(
                LogLine::detail,
                LogLine::detail,
                e -> info(e, "subscription active"),
                LogLine::detail,
                e -> info(e, "subscription ending"),
                e -> info(e, "subscription ended"),
                LogLine::detail,
                LogLine::detail,
                LogLine::detail,
                e -> info(e, "final rating due before " + e.deadline()),
                LogLine::detail,
                LogLine::detail,
                e -> warn(e, "end suspected, decided at " + e.suspicion().endsAt()),
                LogLine::detail,
                e -> info(e, "end suspected, denied again"),
                e -> info(e, "suspicion cleared"),
                e -> warn(e, "records still owed after the final hour from " + e.freeze()),
                e -> info(e, "the agreement that was to follow has ended"),
                LogLine::detail,
                LogLine::detail,
                e -> warn(e, "several licenses of the account are active: " + String.join(", ", e.licenses())));
    }

    private static LogLine of(SubmissionHoldEvent event) {
        return event.fold(
                e -> warn(e, "records are not sent, one is a probe from " + e.probeFrom() + " on: " + e.why()),
                LogLine::detail,
                e -> warn(e, "records are not sent, a probe was rejected alike"),
                e -> info(e, "records are sent again"));
    }

    private static LogLine warn(DomainEvent event, String what) {
        return new LogLine(Level.WARN, event.subject() + ": " + what);
    }

    private static LogLine info(DomainEvent event, String what) {
        return new LogLine(Level.INFO, event.subject() + ": " + what);
    }

    private static LogLine detail(DomainEvent event) {
        return new LogLine(
                Level.DEBUG, event.subject() + ": " + event.getClass().getSimpleName());
    }

    private static String word(RecordStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** In one line and not endless, whoever wrote it: nobody forges a line. */
    static String legible(String text) {
        return text.codePoints()
                .limit(LONGEST)
                .map(c -> isLegible(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
