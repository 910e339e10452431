package com.guance.billing.example.meter;

import com.guance.billing.DomainEvent;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordSent;
import java.util.List;

/** How far a deed had come when the store went down; who takes charges or hears is asked again at once. */
final class Crashes {

    static final List<String> STAGES = List.of(
            "CRASH_TAKING",
            "CRASH_HEARING",
            "CRASH_CLOSING",
            "CRASH_SENT_NOT_CALLED",
            "CRASH_ANSWER_NOT_STORED",
            "CRASH_DECIDING");

    private Crashes() {}

    static String stage(Deed deed, List<DomainEvent> told, boolean answerUnstored) {
        if (deed instanceof Deed.Release || deed instanceof Deed.Decide) {
            return "CRASH_DECIDING";
        } else if (answerUnstored) {
            return "CRASH_ANSWER_NOT_STORED";
        } else if (told.stream().anyMatch(RecordSent.class::isInstance)) {
            return "CRASH_SENT_NOT_CALLED";
        }
        return told.stream().anyMatch(RecordMade.class::isInstance) ? "CRASH_CLOSING" : "CRASH_ELSEWHERE";
    }
}
