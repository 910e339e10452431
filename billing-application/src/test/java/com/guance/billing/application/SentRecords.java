package com.guance.billing.application;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driving.RehearseDue.Call;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A marketplace whose log of calls is kept, records and all. */
final class SentRecords implements Marketplace {

    private final Marketplace real;
    private final Function<List<MeteringRecord>, Either<BatchRejected, List<MeteringAnswer>>> answer;
    private final List<Call> calls = new ArrayList<>();

    SentRecords(Marketplace real) {
        this(real, real::meter);
    }

    private SentRecords(
            Marketplace real, Function<List<MeteringRecord>, Either<BatchRejected, List<MeteringAnswer>>> answer) {
        this.real = real;
        this.answer = answer;
    }

    /** It accepts whatever it is asked. */
    static SentRecords accepting(Marketplace real) {
        return new SentRecords(
                real,
                records -> Either.right(records.stream()
                        .<MeteringAnswer>map(record -> new MeteringAnswer.Accepted("receipt"))
                        .toList()));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public MarketplaceProfile profile() {
        return real.profile();
    }

    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
        return real.resolve(landing, at);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock) {
        return meter(records);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        calls.add(new Call(profile().product(), records));
        return answer.apply(records);
    }
}
