package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testkit.LegacyMarketplaceContract;
import com.guance.billing.testkit.LicensedMarketplaceContract;
import com.guance.billing.testkit.MarketplaceContract;
import com.guance.billing.testkit.MarketplaceUnderTest.Trouble;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fault in a marketplace's adapter is reported by the contract:")
class MarketplacePlantsTest {

    @Test
    @DisplayName("it tries again behind our back")
    void triesAgain() {
        UnaryOperator<Marketplace> retrying = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                try {
                    return super.meter(records);
                } catch (MarketplaceUnavailable once) {
                    return super.meter(records);
                }
            }
        };
        reported(retrying, MarketplaceContract::oneCallIsOneAttempt);
        reported(retrying, contract -> contract.noAnswerIsUnavailable(Trouble.DONE_AND_NO_ANSWER));
    }

    @Test
    @DisplayName("it mixes the answers up")
    void mixesAnswersUp() {
        UnaryOperator<Marketplace> reversing = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                return super.meter(records).map(answers -> {
                    List<MeteringAnswer> reversed = new ArrayList<>(answers);
                    Collections.reverse(reversed);
                    return reversed;
                });
            }
        };
        reported(reversing, MarketplaceContract::eachHasItsAnswerInOrder);
        reported(reversing, MarketplaceContract::anUnprocessedRecordWasNotBilled);
    }

    @Test
    @DisplayName("it takes a duplicate for accepted")
    void takesADuplicateForAccepted() {
        UnaryOperator<Marketplace> flattering = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                return super.meter(records)
                        .map(answers -> Collections.nCopies(answers.size(), new MeteringAnswer.Accepted("receipt")));
            }
        };
        reported(flattering, MarketplaceContract::theFirstRecordWins);
        reported(flattering, MarketplaceContract::aZeroCounts);
        reported(flattering, MarketplaceContract::aCustomerWithoutSubscriptionIsNotBilled);
    }

    @Test
    @DisplayName("it forgets the free trial, and takes every refusal for one")
    void forgetsTheFreeTrial() {
        UnaryOperator<Marketplace> forgetful = sound -> new Metering(sound) {
            @Override
            public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
                return super.resolve(landing, at)
                        .map(arrival -> new Arrival(arrival.customer(), arrival.account(), false))
                        .mapLeft(any -> new LandingRefusal.TokenInvalid());
            }
        };
        reported(forgetful, MarketplaceContract::theFreeTrialMarkIsKept);
        reported(forgetful, MarketplaceContract::anExpiredTokenIsRefused);
        reported(forgetful, MarketplaceContract::aTokenOfAnotherProductIsRefused);
    }

    @Test
    @DisplayName("it blames the records for our own mistake")
    void blamesTheRecords() {
        UnaryOperator<Marketplace> blaming = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                try {
                    return super.meter(records);
                } catch (MarketplaceMisconfigured ours) {
                    return Either.left(new BatchRejected("InvalidProductCodeException"));
                }
            }
        };
        reported(blaming, contract -> contract.aMarketplaceThatRefusesUs(Trouble.OUR_PRODUCT_IS_UNKNOWN));
    }

    @Test
    @DisplayName("it takes a rejected request for one that was not processed")
    void takesRejectedForUnprocessed() {
        UnaryOperator<Marketplace> hoping = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                return super.meter(records)
                        .fold(
                                rejected -> Either.right(
                                        Collections.nCopies(records.size(), new MeteringAnswer.Unprocessed())),
                                Either::right);
            }
        };
        reported(hoping, MarketplaceContract::aRequestTooLargeIsRejected);
        reported(hoping, MarketplaceContract::oneBadRecordRejectsTheRequest);
    }

    @Test
    @DisplayName("it meters an account's licenses as one")
    void metersLicensesAsOne() {
        UnaryOperator<Marketplace> merging = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                return super.meter(records.subList(0, 1))
                        .map(answers -> Collections.nCopies(records.size(), answers.get(0)));
            }
        };
        reportedByLicense(merging, LicensedMarketplaceContract::licensesAreBilledApart);
        reportedByLicense(merging, LicensedMarketplaceContract::anAnswerFindsItsLicense);
    }

    @Test
    @DisplayName("it takes a license for a customer identifier")
    void arrivesInTheOtherScheme() {
        UnaryOperator<Marketplace> old = sound -> new Metering(sound) {
            @Override
            public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
                return super.resolve(landing, at)
                        .map(arrival -> new Arrival(
                                new Legacy(landing.product(), arrival.account().value()),
                                arrival.account(),
                                arrival.freeTrial()));
            }
        };
        reportedByLicense(old, LicensedMarketplaceContract::aLicenseArrives);
        reported(old, MarketplaceContract::whoArrivesIsMetered);
    }

    @Test
    @DisplayName("it takes a customer identifier for a license")
    void arrivesByLicense() {
        UnaryOperator<Marketplace> hasty = sound -> new Metering(sound) {
            @Override
            public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
                return super.resolve(landing, at)
                        .map(arrival -> new Arrival(
                                new Licensed(landing.product(), "111122223333", "l-1"),
                                arrival.account(),
                                arrival.freeTrial()));
            }
        };
        EngineUnderTest planted = new EngineUnderTest(hasty);
        LegacyMarketplaceContract contract = () -> planted;
        assertThatExceptionOfType(AssertionError.class).isThrownBy(contract::anIdentifierArrives);
    }

    @Test
    @DisplayName("it takes a license's refusal for a subscription's end")
    void takesARefusalForAnEnd() {
        UnaryOperator<Marketplace> giving = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                return super.meter(records)
                        .fold(
                                rejected -> Either.right(
                                        Collections.nCopies(records.size(), new MeteringAnswer.NotSubscribed())),
                                Either::right);
            }
        };
        reportedByLicense(giving, LicensedMarketplaceContract::anUnknownLicenseRejectsTheRequest);
        reportedByLicense(giving, LicensedMarketplaceContract::theFinalHourTakesEarlierUsage);
        reported(giving, MarketplaceContract::twoSchemesMakeNoRequest);
    }

    @Test
    @DisplayName("it answers what came through for what did not")
    void forgetsTheFirstCall() {
        UnaryOperator<Marketplace> hopeful = sound -> new Metering(sound) {
            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(
                    List<MeteringRecord> records, Consumer<Instant> clock) {
                return meter(records);
            }

            @Override
            public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
                try {
                    return super.meter(records);
                } catch (MarketplaceUnavailable unanswered) {
                    return Either.right(Collections.nCopies(records.size(), new MeteringAnswer.Unprocessed()));
                }
            }
        };
        reported(hopeful, MarketplaceContract::aCallThatComesThroughLaterIsBilledOnce);
    }

    private static void reportedByLicense(
            UnaryOperator<Marketplace> fault, Consumer<LicensedMarketplaceContract> clause) {
        LicensedEngineUnderTest planted = new LicensedEngineUnderTest(fault);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> clause.accept(() -> planted));
    }

    private static void reported(UnaryOperator<Marketplace> fault, Consumer<MarketplaceContract> clause) {
        EngineUnderTest planted = new EngineUnderTest(fault);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> clause.accept(() -> planted));
    }

    /** A port that does what another does. */
    private static class Metering implements Marketplace {

        private final Marketplace sound;

        Metering(Marketplace sound) {
            this.sound = sound;
        }

        @Override
        public MarketplaceProfile profile() {
            return sound.profile();
        }

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            return sound.resolve(landing, at);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            return sound.meter(records);
        }
    }
}
