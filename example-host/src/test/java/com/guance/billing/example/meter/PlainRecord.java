package com.guance.billing.example.meter;

import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.RecordStatus;

/** A metering record, as plainly as it can be said: what was told of it, added up. */
final class PlainRecord {

    final RecordMade made;
    final long quantity;
    String state;
    int unanswered;

    /** What stands where its state says. */
    long units;

    long unsettledBeside;

    PlainRecord(RecordMade made) {
        this.made = made;
        this.quantity = made.content().quantity();
        this.units = quantity;
        this.state = quantity == 0 && !made.idle() ? "CARRIED" : "MADE";
    }

    void on(MeteringRecordEvent event) {
        event.<String>fold(
                again -> {
                    throw new AssertionError("MET-3 made twice: " + again);
                },
                sent -> {
                    unanswered++;
                    return becomes("SENT");
                },
                unprocessed -> {
                    unanswered--;
                    return becomes(unanswered == 0 ? "MADE" : "SENT");
                },
                noAnswer -> becomes("SENT"),
                refused -> {
                    unanswered--;
                    return becomes(unanswered == 0 ? "MADE" : "SENT");
                },
                accepted -> becomes("ACCEPTED"),
                notBilled -> becomes(notBilled.as().name()),
                disputed -> becomes("DISPUTED"),
                expired -> becomes(expired.as().name()),
                released -> becomes(released.as().name()),
                decided -> decided(Math.min(decided.billed(), quantity), decided.rest()),
                explained -> state,
                warned -> state,
                billed -> {
                    throw new AssertionError("SUB-11 decided otherwise, and billed: " + made);
                },
                tooLarge -> state,
                allowed -> state);
    }

    boolean isOwed() {
        return state.equals("MADE") || state.equals("SENT");
    }

    /** Whether the marketplace may have billed it. */
    boolean mayBeBilled() {
        return state.equals("ACCEPTED") || state.equals("DISPUTED") || (state.equals("SENT") && unanswered > 0);
    }

    private String becomes(String next) {
        if (state.equals("ACCEPTED") || state.equals("UNSETTLED") || state.equals("RETURNED")) {
            throw new AssertionError("MET-6 SUB-1 settled, and " + next + " afterwards: " + made);
        }
        state = next;
        units = next.equals("RETURNED") ? 0 : quantity;
        return next;
    }

    private String decided(long billed, RecordStatus rest) {
        becomes(billed == 0 ? rest.name() : "ACCEPTED");
        if (billed > 0) {
            units = billed;
            unsettledBeside = rest == RecordStatus.UNSETTLED ? quantity - billed : 0;
        }
        return state;
    }
}
