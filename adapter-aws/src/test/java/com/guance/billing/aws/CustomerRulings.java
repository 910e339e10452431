package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.ALICE;
import static com.guance.billing.aws.Wire.BOB;
import static com.guance.billing.aws.Wire.GB;
import static com.guance.billing.aws.Wire.NOON;
import static com.guance.billing.aws.Wire.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.CallRate;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.ListedProduct.UnknownCustomer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a record names product and customer, and which customers are metered. */
final class CustomerRulings {

    private static final String NO_CUSTOMER = "InvalidCustomerIdentifierException";
    private static final String NO_LICENSE = "InvalidLicenseException";
    private static final String NOT_SUBSCRIBED = "CustomerNotSubscribed";

    private CustomerRulings() {}

    static Checks checks() {
        return licenses(subscriptions(legacy(new Checks())));
    }

    private static Checks legacy(Checks checks) {
        return checks.legacy(
                        "MR-201",
                        wire -> wire.call(
                                        "BatchMeterUsage",
                                        Map.of("ProductCode", "prod-other", "UsageRecords", List.of(wire.usage())))
                                .isRefused("InvalidProductCodeException"))
                .legacy("MR-202", wire -> {
                    for (String code : List.of("p d", "é", "p".repeat(300))) {
                        wire.call("BatchMeterUsage", Map.of("ProductCode", code, "UsageRecords", List.of(wire.usage())))
                                .isRefused("InvalidProductCodeException");
                    }
                })
                .legacy("MR-203", wire -> wire.meterByLicense(wire.usage()).isRefused("ValidationException"))
                .legacy("MR-204", wire -> {
                    wire.meter(wire.usage("CustomerAWSAccountId", ALICE)).isRefused(NO_CUSTOMER);
                    wire.meter(wire.usage("CustomerIdentifier", Wire.GONE)).isRefused(NO_CUSTOMER);
                })
                .legacy("MR-205", wire -> {
                    wire.meter(wire.usage("CustomerIdentifier", Wire.GONE, "CustomerAWSAccountId", ALICE))
                            .isAccepted();
                    assertThat(wire.meter(wire.usage("Quantity", 2)).statuses())
                            .as("it is the same customer")
                            .containsExactly("DuplicateRecord");
                })
                .legacy("MR-206", wire -> {
                    wire.meter(wire.usage("CustomerIdentifier", "c".repeat(256)))
                            .isRefused("ValidationException");
                    wire.meter(wire.usage("CustomerIdentifier", Wire.GONE, "CustomerAWSAccountId", "x1"))
                            .isRefused("ValidationException");
                })
                .add("MR-207", () -> {
                    try (Wire wire = Wire.legacy(Wire.product().byAccount())) {
                        wire.meter(wire.usage("CustomerIdentifier", Wire.GONE, "CustomerAWSAccountId", ALICE))
                                .isAccepted();
                    }
                });
    }

    private static Checks subscriptions(Checks checks) {
        return checks.legacy("MR-211", wire -> {
                    Object stranger = wire.usage("CustomerIdentifier", "stranger");
                    assertThat(wire.meter(stranger, wire.usage()).statuses())
                            .containsExactly(NOT_SUBSCRIBED, "Success");
                    try (Wire strict = Wire.legacy(Wire.product()
                            .under(Rulings.standard().withUnknownCustomer(UnknownCustomer.FAILS_THE_BATCH)))) {
                        strict.meter(stranger, strict.usage()).isRefused(NO_CUSTOMER);
                    }
                })
                .legacy("MR-212", wire -> {
                    Object bob = wire.usage("CustomerIdentifier", wire.aws.customerIdentifier(BOB));
                    assertThat(wire.meter(bob, wire.usage()).statuses()).containsExactly(NOT_SUBSCRIBED, "Success");
                })
                .legacy("MR-213", wire -> {
                    wire.aws.suspend(ALICE);
                    assertThat(wire.meter(wire.usage()).statuses()).containsExactly(NOT_SUBSCRIBED);
                    wire.aws.reinstate(ALICE);
                    wire.meter(wire.usage()).isAccepted();
                })
                .legacy("MR-214", wire -> {
                    wire.aws.cancel(ALICE);
                    wire.clock.advance(Duration.ofMinutes(59));
                    wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() - 1))
                            .isAccepted();
                    wire.clock.advance(Duration.ofMinutes(1));
                    assertThat(wire.meter(wire.usage("Timestamp", NOON.getEpochSecond() - 3_601))
                                    .statuses())
                            .containsExactly(NOT_SUBSCRIBED);
                })
                .legacy("MR-215", wire -> {
                    wire.aws.cancel(ALICE);
                    wire.clock.advance(Duration.ofMinutes(30));
                    wire.meter(wire.usage()).isAccepted();
                });
    }

    private static Checks licenses(Checks checks) {
        return checks.licensed(
                        "MR-221",
                        wire -> wire.meterByLicense(wire.licensedUsage()).isAccepted())
                .licensed("MR-222", wire -> wire.meter(wire.licensedUsage()).isRefused(NO_LICENSE))
                .licensed("MR-223", wire -> {
                    wire.meterByLicense(wire.licensedUsage("CustomerAWSAccountId", Wire.GONE))
                            .isRefused(NO_CUSTOMER);
                    wire.meterByLicense(wire.licensedUsage("CustomerIdentifier", "cust-1"))
                            .isRefused(NO_CUSTOMER);
                })
                .licensed(
                        "MR-224",
                        wire -> wire.meterByLicense(wire.licensedUsage(), wire.licensedUsage("LicenseArn", Wire.GONE))
                                .isRefused(NO_LICENSE))
                .licensed("MR-225", wire -> {
                    wire.aws.agree(BOB);
                    wire.meterByLicense(wire.licensedUsage("CustomerAWSAccountId", BOB))
                            .isRefused(NO_LICENSE);
                })
                .licensed(
                        "MR-226",
                        wire -> wire.meterByLicense(wire.licensedUsage("LicenseArn", wire.arn() + "-of-nobody"))
                                .isRefused(NO_LICENSE))
                .licensed("MR-227", wire -> {
                    String id = wire.arn().substring(wire.arn().lastIndexOf(':') + 1);
                    String ofEvents = "aws:license-manager:us-east-1:294406891311:" + id;
                    wire.meterByLicense(wire.licensedUsage("LicenseArn", ofEvents))
                            .isRefused("ValidationException");
                    wire.meterByLicense(wire.licensedUsage("LicenseArn", id)).isRefused("ValidationException");
                })
                .licensed(
                        "MR-228",
                        wire -> wire.meterByLicense(wire.licensedUsage(
                                        "LicenseArn", wire.arn().replace("294406891311", "123456789012")))
                                .isRefused(NO_LICENSE))
                .licensed("MR-229", wire -> {
                    wire.meterByLicense(wire.licensedUsage("LicenseArn", "arn:aws:" + "x".repeat(248)))
                            .isRefused("ValidationException");
                    wire.meterByLicense(wire.licensedUsage("LicenseArn", "arn:aws:" + "x".repeat(247)))
                            .isRefused(NO_LICENSE);
                })
                .licensed(
                        "MR-230",
                        wire -> wire.meter(wire.licensedUsage("LicenseArn", Wire.GONE))
                                .isRefused("InvalidProductCodeException"))
                .licensed("MR-231", wire -> {
                    Map<String, Object> first = wire.licensedUsage();
                    String second = wire.aws.agree(ALICE);
                    wire.meterByLicense(first, wire.licensedUsage("LicenseArn", second, "Quantity", 2))
                            .isAccepted();
                })
                .add("MR-232", () -> {
                    try (Wire wire = new Wire(Wire.product().movingToLicenses(NOON), CallRate.unlimited())) {
                        wire.aws.subscribe(ALICE);
                        wire.clock.moveTo(NOON);
                        wire.meter(wire.usage()).isAccepted();
                        wire.meterByLicense(wire.licensedUsage()).isAccepted();
                        assertThat(wire.aws.billedTotal(wire.alice(), GB)).isEqualTo(2);
                        assertThat(wire.aws.product().productCode()).isEqualTo(PRODUCT);
                    }
                });
    }
}
