package com.guance.billing.application;

import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One batch of charges on its way into the journal; a key counts once, in the journal and within the batch. What the journal knows
 * is asked last: almost always it is nothing, and to offer what is new tells so as well.
 */
final class ChargeBatch {

    private final List<Sorted> sorted = new ArrayList<>();
    private final Map<String, TakenCharge> offered = new LinkedHashMap<>();
    private final Set<String> tryAgain = new HashSet<>();

    /** Sorts charges, in their order, by whether and where to they are to be taken unless their key is known. */
    ChargeBatch(List<Charge> charges, Function<Charge, Either<ChargeRefusal, TakenCharge>> sorting) {
        charges.forEach(charge -> sorted.add(sort(charge, sorting)));
    }

    /** What is to be taken, unless the journal knows its key. */
    List<TakenCharge> offered() {
        return List.copyOf(offered.values());
    }

    /** The keys of which nothing is to be taken; the journal may know them. */
    Set<String> refused() {
        if (offered.size() == sorted.size()) {
            return Set.of();
        }
        return sorted.stream()
                .map(each -> each.charge().key())
                .filter(key -> !offered.containsKey(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses those of what is offered of which something cannot be read (REL-1). */
    void refuse(Predicate<TakenCharge> which) {
        List<TakenCharge> refused = offered.values().stream().filter(which).toList();
        for (TakenCharge taken : refused) {
            offered.remove(taken.charge().key());
        }
        tryAgain.addAll(refused.stream().map(taken -> taken.charge().key()).toList());
    }

    /** Charges of these keys were taken before, and cannot be read. */
    void unreadable(Collection<String> keys) {
        tryAgain.addAll(keys);
    }

    void unreadable(Set<UnreadableEntry> entries) {
        entries.stream().filter(entry -> entry.kind() == EntryKind.CHARGE).forEach(entry -> tryAgain.add(entry.id()));
    }

    /** The answer to each charge, given what the journal knew under their keys. */
    List<Either<ChargeRefusal, Intake>> answers(Map<String, TakenCharge> before) {
        return sorted.stream()
                .map(each -> tryAgain.contains(each.charge().key())
                        ? Either.<ChargeRefusal, Intake>left(
                                new ChargeRefusal.TryAgain(each.charge().workspace()))
                        : Option.of(before.get(each.charge().key()))
                                .map(known -> repeated(known.charge(), each.charge()))
                                .getOrElse(each::answer))
                .collect(Collectors.toUnmodifiableList());
    }

    private Sorted sort(Charge charge, Function<Charge, Either<ChargeRefusal, TakenCharge>> sorting) {
        TakenCharge earlier = offered.get(charge.key());
        if (earlier != null) {
            return new Sorted(charge, repeated(earlier.charge(), charge));
        }
        Either<ChargeRefusal, TakenCharge> first = sorting.apply(charge);
        first.forEach(taken -> offered.put(charge.key(), taken));
        return new Sorted(charge, first.map(ChargeBatch::intake));
    }

    private static Either<ChargeRefusal, Intake> repeated(Charge known, Charge again) {
        return known.equals(again)
                ? Either.right(Intake.TAKEN_BEFORE)
                : Either.left(new ChargeRefusal.ConflictingCharge(again.key()));
    }

    private static Intake intake(TakenCharge taken) {
        return taken.destination() instanceof Destination.Metered ? Intake.TAKEN : Intake.TAKEN_UNSETTLED;
    }

    /** A charge, and the answer to it unless the journal knows its key. */
    private record Sorted(Charge charge, Either<ChargeRefusal, Intake> answer) {}
}
