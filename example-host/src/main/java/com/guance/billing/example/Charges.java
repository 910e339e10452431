package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the host's rating hands over: one charge a workspace, for the twenty minutes before an instant. */
record Charges(World world) {

    private static final Duration RATED = Duration.ofMinutes(20);

    List<Charge> of(Instant ratedAt, Instant until, String... quantities) {
        List<WorkspaceId> workspaces = world.cast().workspaces();
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < workspaces.size(); i++) {
            charges.add(new Charge(
                    workspaces.get(i) + "@" + ratedAt,
                    workspaces.get(i),
                    new Charge.Usage(World.UNITS, Quantity.of(quantities[i])),
                    new UsagePeriod(until.minus(RATED), until)));
        }
        return charges;
    }

    /** Takes a batch and counts the answers, such as {@code 3 TAKEN}. */
    String take(List<Charge> batch) {
        List<Either<ChargeRefusal, Intake>> answers =
                world.billing().takeCharges().take(batch, world.now());
        return answers.stream()
                .map(answer -> answer.fold(refusal -> refusal.toString(), intake -> intake.toString()))
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
