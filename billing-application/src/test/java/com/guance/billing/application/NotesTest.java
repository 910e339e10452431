package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Notes;
import com.guance.billing.ports.driving.AskStatement;
import com.guance.billing.statement.StatementCsv;
import com.guance.billing.statement.StatementHtml;
import com.guance.billing.statement.StatementPeriod;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the host says of a charge beside it. */
class NotesTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Notes NOTES = new Notes(Map.of("gross", "12.00", "voucher", "5.00 (V-7)"));

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName(
            "MET-9 gross and deductions are on the statement; what is billed is the charge, of which nothing is taken off")
    void onTheStatement() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        take(scene.charge("wksp_a", "7", NINE).with(NOTES));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.billing.due().run(scene.now());
        StringBuilder csv = new StringBuilder();
        StringBuilder html = new StringBuilder();
        StatementPeriod period = StatementPeriod.of(NINE.minus(Duration.ofHours(1)), NINE);
        AskStatement ask = scene.billing.askStatement();
        StatementCsv.write(ask.of(ACCOUNT, period), ask.charges(ACCOUNT, period), csv::append);
        StatementHtml.write(ask.of(ACCOUNT, period), ask.charges(ACCOUNT, period), html::append);

        assertThat(csv.toString()).contains("\"ACCEPTED\",,\"gross=12.00;voucher=5.00 (V-7)\"\r\n");
        assertThat(html.toString()).contains(">gross=12.00;voucher=5.00 (V-7)<");
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
    }

    @Test
    @DisplayName("MET-9 MET-1 the same key with other notes is other content")
    void areContent() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        Charge charge = scene.charge("wksp_a", "7", NINE).with(NOTES);
        assertThat(take(charge)).isEqualTo(Either.right(Intake.TAKEN));
        assertThat(take(charge.with(Notes.parse("voucher=5.00 (V-7);gross=12.00"))))
                .isEqualTo(Either.right(Intake.TAKEN_BEFORE));
        assertThat(take(charge.with(Notes.NONE)).getLeft()).isInstanceOf(ChargeRefusal.ConflictingCharge.class);
    }

    private Either<ChargeRefusal, Intake> take(Charge charge) {
        return scene.billing.takeCharges().take(List.of(charge), scene.now()).get(0);
    }
}
