package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.GB;
import static com.guance.billing.aws.Wire.NOON;
import static com.guance.billing.aws.Wire.PRODUCT;
import static com.guance.billing.aws.Wire.allocation;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.CallRate;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a call of BatchMeterUsage may hold, which usage is taken, and what is billed of it. */
final class MeteringRulings {

    private static final String OUT_OF_BOUNDS = "TimestampOutOfBoundsException";

    private MeteringRulings() {}

    static Checks checks() {
        return batches(times(new Checks()));
    }

    private static Checks batches(Checks checks) {
        return checks.legacy("MR-101", wire -> {
                    wire.meter(Collections.nCopies(26, wire.usage()).toArray()).isRefused("ValidationException");
                    assertThat(wire.aws.billed()).isEmpty();
                    wire.meter(Collections.nCopies(25, wire.usage()).toArray()).isAccepted();
                })
                .legacy("MR-102", wire -> {
                    String call = Wire.json(Map.of("ProductCode", PRODUCT, "UsageRecords", List.of(wire.usage())));
                    String below = call + " ".repeat(999_999 - call.length());
                    wire.send(wire.signed("BatchMeterUsage", below + " "), below + " ")
                            .isRefused(413, "RequestEntityTooLargeException");
                    assertThat(wire.aws.billed()).isEmpty();
                    wire.send(wire.signed("BatchMeterUsage", below), below).isAccepted();
                })
                .legacy(
                        "MR-103",
                        wire -> assertThat(wire.meter().json())
                                .isEqualTo(Wire.parsed("{\"Results\":[],\"UnprocessedRecords\":[]}")))
                .legacy("MR-104", wire -> {
                    wire.meter(wire.usage(), wire.usage("Dimension", "data_tb"))
                            .isRefused("InvalidUsageDimensionException");
                    assertThat(wire.aws.billed()).isEmpty();
                })
                .legacy("MR-105", wire -> {
                    wire.meter(wire.usage("Quantity", -1)).isRefused("ValidationException");
                    wire.meter(wire.usage("Quantity", 2_147_483_648L)).isRefused("ValidationException");
                    wire.meter(wire.usage("Quantity", Integer.MAX_VALUE)).isAccepted();
                })
                .legacy("MR-106", wire -> {
                    wire.meter(wire.usage("Quantity", Wire.GONE)).isAccepted();
                    assertThat(wire.aws.billed())
                            .extracting(BilledUsage::quantity)
                            .containsExactly(0L);
                })
                .legacy("MR-107", wire -> {
                    wire.meter(wire.usage("Quantity", 0)).isAccepted();
                    assertThat(wire.meter(wire.usage("Quantity", 5)).statuses()).containsExactly("DuplicateRecord");
                })
                .legacy("MR-108", wire -> {
                    wire.meter(wire.usage("Quantity", 3)).isAccepted();
                    assertThat(wire.meter(wire.usage("Quantity", 4)).statuses()).containsExactly("DuplicateRecord");
                    assertThat(wire.aws.billedTotal(wire.alice(), GB)).isEqualTo(3);
                })
                .legacy("MR-109", wire -> {
                    Wire.Answer first = wire.meter(wire.usage());
                    Wire.Answer second = wire.meter(wire.usage());
                    second.isAccepted();
                    assertThat(second.json()).isEqualTo(first.json());
                    assertThat(wire.aws.billedTotal(wire.alice(), GB)).isEqualTo(1);
                    try (Wire other = Wire.legacy(Wire.product()
                            .under(Rulings.standard().withIdenticalResend(IdenticalResend.IS_DUPLICATE)))) {
                        other.meter(other.usage()).isAccepted();
                        assertThat(other.meter(other.usage()).statuses()).containsExactly("DuplicateRecord");
                    }
                })
                .legacy("MR-110", wire -> {
                    wire.meter(wire.usage()).isAccepted();
                    wire.meter(wire.usage("UsageAllocations", List.of(allocation(1, "k", "v"))))
                            .isAccepted();
                    assertThat(wire.aws.billed())
                            .extracting(usage -> usage.shares().size())
                            .containsExactly(0);
                })
                .legacy("MR-111", wire -> {
                    wire.meter(wire.usage()).isAccepted();
                    assertThat(wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() + 30, "Quantity", 2))
                                    .statuses())
                            .containsExactly("DuplicateRecord");
                    wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() - 1, "Quantity", 2))
                            .isAccepted();
                })
                .legacy("MR-112", wire -> {
                    wire.meter(wire.usage("Dimension", "DATA_GB")).isRefused("InvalidUsageDimensionException");
                    wire.meter(wire.usage("Dimension", "d".repeat(255))).isRefused("InvalidUsageDimensionException");
                })
                .legacy("MR-113", wire -> {
                    wire.meter(wire.usage("Dimension", "d".repeat(256))).isRefused("ValidationException");
                    wire.meter(wire.usage("Dimension", "")).isRefused("ValidationException");
                })
                .legacy("MR-114", wire -> {
                    Map<String, Object> second = wire.usage("Timestamp", NOON.getEpochSecond() - 3_600);
                    wire.aws.whenMetering(Misbehaviour.leaveUnprocessed(1));
                    Wire.Answer answer = wire.meter(wire.usage(), second);
                    answer.isAccepted();
                    assertThat(answer.json().path("UnprocessedRecords")).hasSize(1);
                    assertThat(answer.json()
                                    .path("UnprocessedRecords")
                                    .path(0)
                                    .path("Timestamp")
                                    .asLong())
                            .isEqualTo(NOON.getEpochSecond() - 3_600);
                    assertThat(wire.aws.billed()).hasSize(1);
                    wire.meter(second).isAccepted();
                })
                .add("MR-115", () -> {
                    try (Wire wire = new Wire(Wire.product(), CallRate.ofAws())) {
                        wire.aws.subscribe(Wire.ALICE);
                        for (int call = 0; call < 10; call++) {
                            wire.meter(wire.usage()).isAccepted();
                        }
                        wire.meter(wire.usage()).isRefused("ThrottlingException");
                        wire.clock.advance(Duration.ofSeconds(1));
                        wire.meter(wire.usage(
                                        "Timestamp",
                                        NOON.minus(Duration.ofDays(2)).getEpochSecond()))
                                .isAccepted();
                    }
                })
                .add("MR-116", () -> {
                    try (Wire wire = new Wire(Wire.product(), CallRate.ofAws())) {
                        for (int call = 0; call < 11; call++) {
                            wire.resolve("never given out").isRefused("InvalidTokenException");
                        }
                        wire.aws.subscribe(Wire.ALICE);
                        wire.meter(wire.usage()).isAccepted();
                    }
                })
                .legacy(
                        "MR-117",
                        wire -> wire.meter(
                                        wire.usage("Quantity", -1),
                                        wire.usage("Dimension", "data_tb", "Timestamp", 0),
                                        wire.usage("Dimension", "data_tb"))
                                .isRefused("ValidationException"))
                .legacy(
                        "MR-118",
                        wire -> wire.meter(wire.usage("Dimension", "data_tb", "Timestamp", 0))
                                .isRefused("InvalidUsageDimensionException"));
    }

    private static Checks times(Checks checks) {
        return checks.legacy("MR-121", wire -> border(wire, Duration.ofHours(24)))
                .add("MR-122", () -> {
                    try (Wire wire = Wire.legacy(new ListedProduct(
                            "us-east-1", PRODUCT, Set.of(GB), china().window(), Rulings.standard()))) {
                        border(wire, Duration.ofHours(6));
                    }
                })
                .legacy("MR-123", wire -> {
                    wire.clock.moveTo(Instant.parse("2026-04-01T05:59:59Z"));
                    wire.meter(wire.usage("Timestamp", seconds("2026-03-31T23:00:00Z")))
                            .isAccepted();
                    wire.clock.moveTo(Instant.parse("2026-04-01T06:00:01Z"));
                    wire.meter(wire.usage("Timestamp", seconds("2026-03-31T22:00:00Z")))
                            .isRefused(OUT_OF_BOUNDS);
                    wire.meter(wire.usage("Timestamp", seconds("2026-04-01T00:00:00Z")))
                            .isAccepted();
                })
                .legacy("MR-124", wire -> {
                    wire.clock.moveTo(Instant.parse("2026-04-01T06:00:00Z"));
                    wire.meter(wire.usage("Timestamp", seconds("2026-03-31T23:00:00Z")))
                            .isRefused(OUT_OF_BOUNDS);
                })
                .legacy("MR-125", wire -> {
                    wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() + 61))
                            .isRefused(OUT_OF_BOUNDS);
                    wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() + 60))
                            .isAccepted();
                })
                .legacy("MR-126", wire -> {
                    wire.aws.subscribe(Wire.BOB);
                    wire.clock.advance(Duration.ofMinutes(5));
                    String bob = wire.aws.customerIdentifier(Wire.BOB);
                    wire.meter(wire.usage("CustomerIdentifier", bob, "Timestamp", NOON.getEpochSecond() - 1))
                            .isRefused(OUT_OF_BOUNDS);
                    wire.meter(wire.usage("CustomerIdentifier", bob, "Timestamp", NOON.getEpochSecond()))
                            .isAccepted();
                })
                .licensed("MR-127", wire -> {
                    Map<String, Object> record = wire.licensedUsage();
                    wire.clock.moveTo(NOON.minus(Duration.ofDays(2)).plusSeconds(60));
                    record.put("Timestamp", NOON.minus(Duration.ofDays(2)).getEpochSecond() - 1);
                    wire.meterByLicense(record).isRefused("InvalidLicenseException");
                    wire.clock.moveTo(NOON);
                    wire.aws.endAgreement(wire.arn());
                    record.put("Timestamp", NOON.getEpochSecond());
                    wire.meterByLicense(record).isRefused("InvalidLicenseException");
                    record.put("Timestamp", NOON.getEpochSecond() - 1);
                    wire.meterByLicense(record).isAccepted();
                })
                .legacy("MR-128", wire -> {
                    wire.meter(wire.usage("Timestamp", new BigDecimal("1773835200.1239")))
                            .isAccepted();
                    assertThat(wire.aws.billed())
                            .extracting(BilledUsage::timestamp)
                            .containsExactly(NOON.plusMillis(123));
                })
                .legacy("MR-129", wire -> {
                    for (String seconds : List.of("1e-999999999", "1e999999999", "1e400")) {
                        wire.text("BatchMeterUsage", "{\"UsageRecords\":[{\"Timestamp\":" + seconds + "}]}")
                                .isRefused("SerializationException");
                    }
                });
    }

    /** A second before the end of the window usage is taken, at its end it is not. */
    private static void border(Wire wire, Duration window) throws Exception {
        long end = NOON.minus(window).getEpochSecond();
        wire.meter(wire.usage("Timestamp", end)).isRefused(OUT_OF_BOUNDS);
        wire.meter(wire.usage("Timestamp", end + 1)).isAccepted();
    }

    private static ListedProduct china() {
        return ListedProduct.china(PRODUCT, GB);
    }

    private static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
