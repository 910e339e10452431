package com.guance.billing.example.meter;

import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.ChargeRefusal.ChargeInFuture;
import com.guance.billing.metering.ChargeRefusal.ConflictingCharge;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.RecordId;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.EndProbed;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourClosed;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What was charged, and what was told of the records: plain maps. */
final class Plain {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    final Map<String, Charge> taken = new LinkedHashMap<>();

    /** Charges of which the host has no answer. */
    private final Set<String> uncertain = new HashSet<>();

    /** Subscriptions of which an end is suspected. */
    private final Set<SubscriptionId> suspected = new HashSet<>();

    final Map<String, PlainRecord> records = new LinkedHashMap<>();
    final Set<Meter> meters = new HashSet<>();

    final Set<String> seen = new TreeSet<>();
    long forfeitures;

    /** The host gave charges, and heard nothing. */
    void unheard(List<Charge> charges) {
        charges.forEach(charge -> uncertain.add(charge.key()));
    }

    /** What is wrong with an answer, by the rules of MET-1; and what was taken is taken. */
    List<String> answered(List<Charge> charges, List<Either<ChargeRefusal, Intake>> answers, Instant now) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            Either<ChargeRefusal, Intake> answer = answers.get(i);
            if (!isRight(charge, answer, now)) {
                wrong.add(charge + " was answered " + answer);
            }
            if (answer.isRight()) {
                taken.putIfAbsent(charge.key(), charge);
            }
            seen.add(answer.fold(refusal -> refusal.getClass().getSimpleName(), Intake::name));
        }
        uncertain.removeAll(charges.stream().map(Charge::key).toList());
        return wrong;
    }

    private boolean isRight(Charge charge, Either<ChargeRefusal, Intake> answer, Instant now) {
        Charge before = taken.get(charge.key());
        if (before != null) {
            return before.equals(charge)
                    ? answer.contains(Intake.TAKEN_BEFORE)
                    : answer.isLeft() && answer.getLeft() instanceof ConflictingCharge;
        }
        boolean future = charge.period().lastInstant().isAfter(now.plus(TOLERANCE));
        return answer.fold(
                refusal -> (future || !(refusal instanceof ChargeInFuture)) && !(refusal instanceof ConflictingCharge),
                intake -> !future && (intake != Intake.TAKEN_BEFORE || uncertain.contains(charge.key())));
    }

    /** Whether a record of a charge's own hour was made when it was taken. */
    boolean isLate(Charge charge) {
        return records.values().stream()
                .anyMatch(record -> record.made.record().hour().equals(charge.hour())
                        && record.made
                                .record()
                                .meter()
                                .dimension()
                                .equals(charge.usage().dimension()));
    }

    void on(DomainEvent event) {
        if (event instanceof RecordMade made) {
            PlainRecord twice = records.put(key(made.record()), new PlainRecord(made));
            if (twice != null) {
                throw new AssertionError("MET-3 two records of one hour: " + made);
            }
            meters.add(made.record().meter());
            if (made.idle()) {
                seen.add("ZERO");
                if (suspected.contains(made.billed().subscription())) {
                    seen.add("ZERO_TO_PROBE");
                }
            }
            if (made.content().units().other() > 0) {
                seen.add("OTHER");
            }
        } else if (event instanceof MeteringRecordEvent changed) {
            PlainRecord record = Objects.requireNonNull(records.get(key(changed.record())));
            record.on(changed);
            seen.add(record.state);
            if (record.made.idle() && record.state.equals("ACCEPTED")) {
                seen.add("ZERO_BILLED");
            }
            if (changed instanceof RecordNotBilled denied && denied.why().equals("CustomerNotSubscribed")) {
                seen.add("DENIED_" + denied.as());
                if (record.made.record().meter().customer() instanceof Licensed) {
                    seen.add("LICENSE_DENIED_" + denied.as());
                }
            }
            if (changed instanceof RecordAccepted accepted && accepted.receipt().equals("DuplicateRecord")) {
                seen.add("DUPLICATE_IN_DOUBT");
            }
        } else if (event instanceof EndSuspected begins) {
            suspected.add(begins.subscription());
        } else if (event instanceof SubscriptionEvent other
                && !(other instanceof EndProbed || other instanceof EndDenied)) {
            suspected.remove(other.subscription());
        }
        if (event instanceof FinalHourClosed closed) {
            forfeitures += closed.forfeited();
        }
        seen.add(event.getClass().getSimpleName());
    }

    BigDecimal taken(Predicate<Charge> which) {
        return taken.values().stream()
                .filter(which)
                .map(charge -> charge.usage().quantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long units(Stream<PlainRecord> some, ToLongFunction<PlainRecord> what) {
        return some.mapToLong(what).sum();
    }

    static String key(RecordId id) {
        var customer = id.meter().customer();
        String whom = customer instanceof Licensed licensed
                ? licensed.license()
                : customer.key().substring(customer.key().lastIndexOf('/') + 1);
        return key(whom, id.meter().dimension().name(), id.hour().start());
    }

    /** As the marketplace de-duplicates; no two of its customers are called alike. */
    static String key(String customerOrLicense, String dimension, Instant hour) {
        return customerOrLicense + " " + dimension + " " + hour;
    }
}
