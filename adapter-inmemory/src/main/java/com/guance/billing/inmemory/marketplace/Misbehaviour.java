package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a single call goes wrong although the caller did everything right; queued on
 * {@link InMemoryMarketplace}.
 */
public abstract class Misbehaviour {

    /** What happens to one record of the batch. */
    enum Treatment {
        PROCESSED,
        UNPROCESSED,
        LEFT_OUT
    }

    /** What the call does, at the moment or some time later; of what is done later nobody hears. */
    interface Call<T> {

        T perform();

        void performIn(Duration delay);
    }

    Misbehaviour() {}

    /** Nothing goes wrong: lets one call pass before the next misbehaviour. */
    public static Misbehaviour none() {
        return new Partial(Treatment.PROCESSED, (position, hour) -> false);
    }

    /** {@code ThrottlingException}, HTTP 400: nothing is billed (SUB-7). */
    public static Misbehaviour throttle() {
        return error(400, "ThrottlingException");
    }

    /** {@code InternalServiceErrorException}, HTTP 500: nothing is billed (SUB-7). */
    public static Misbehaviour internalError() {
        return error(500, "InternalServiceErrorException");
    }

    /** Any other error of AWS, such as 403 {@code ExpiredTokenException} for stale credentials: nothing is billed. */
    public static Misbehaviour error(int httpStatus, String awsErrorType) {
        return instead(new AwsException(httpStatus, awsErrorType, "told to misbehave"));
    }

    /**
     * The connection is refused: nothing is sent, nothing is done, and the caller knows it (SUB-1). On the wire a server that runs
     * cannot refuse; there it is as {@link #dropBeforeAccepting()}, and a client is refused by a port on which nobody listens.
     */
    public static Misbehaviour refuseConnection() {
        return instead(ConnectionDroppedException.refused());
    }

    /** The connection breaks before the call was looked at: nothing is billed, and the caller cannot know (SUB-1). */
    public static Misbehaviour dropBeforeAccepting() {
        return instead(new ConnectionDroppedException(false));
    }

    /** The call does its work; its answer, good or bad, is lost on the way: what it billed stays billed (SUB-1). */
    public static Misbehaviour acceptThenDrop() {
        return new Misbehaviour() {
            @Override
            <T> T suffer(Call<T> call) {
                try {
                    var unused = call.perform();
                } catch (AwsException alsoLost) {
                    throw new ConnectionDroppedException(true, alsoLost);
                }
                throw new ConnectionDroppedException(true);
            }
        };
    }

    /**
     * The connection breaks, and the call comes through all the same, some time later: it does its work once the clock has moved
     * that far, under the rules of that instant, and nobody hears of it (SUB-1). Resolving later has no effect at all.
     *
     * @param delay from when the call was made, on the marketplace's clock
     */
    public static Misbehaviour dropThenAcceptIn(Duration delay) {
        return new Misbehaviour() {
            @Override
            <T> T suffer(Call<T> call) {
                call.performIn(delay);
                throw new ConnectionDroppedException(false);
            }
        };
    }

    /** The call is under way, and has no effect and no answer, until it is released: others overtake it (SUB-9). */
    public static Misbehaviour holdCall(Hold hold) {
        return new Misbehaviour() {
            @Override
            <T> T suffer(Call<T> call) {
                hold.hold(false);
                return call.perform();
            }
        };
    }

    /** The call does its work at once, and is not answered until it is released (SUB-9). */
    public static Misbehaviour holdAnswer(Hold hold) {
        return new Misbehaviour() {
            @Override
            <T> T suffer(Call<T> call) {
                try {
                    return call.perform();
                } finally {
                    hold.hold(true);
                }
            }
        };
    }

    /** The records at these positions (from 0) are not billed and come back as UnprocessedRecords (SUB-3). */
    public static Misbehaviour leaveUnprocessed(int... positions) {
        return new Partial(Treatment.UNPROCESSED, at(positions));
    }

    /** As {@link #leaveUnprocessed(int...)}, for the records of known customers that are of such an hour. */
    public static Misbehaviour leaveUnprocessed(Predicate<BilledUsage.Hour> records) {
        return new Partial(Treatment.UNPROCESSED, of(records));
    }

    /** The records at these positions (from 0) are not billed, and the answer does not mention them (SUB-3). */
    public static Misbehaviour leaveOut(int... positions) {
        return new Partial(Treatment.LEFT_OUT, at(positions));
    }

    /** As {@link #leaveOut(int...)}, for the records of known customers that are of such an hour. */
    public static Misbehaviour leaveOut(Predicate<BilledUsage.Hour> records) {
        return new Partial(Treatment.LEFT_OUT, of(records));
    }

    <T> T suffer(Call<T> call) {
        return call.perform();
    }

    /** The treatment of a record at its place, of its hour; no hour where nobody knows the customer. */
    Treatment treatmentOf(int position, BilledUsage.@Nullable Hour hour) {
        return Treatment.PROCESSED;
    }

    private static Misbehaviour instead(RuntimeException failure) {
        return new Misbehaviour() {
            @Override
            <T> T suffer(Call<T> call) {
                throw failure;
            }
        };
    }

    private static Choice at(int... positions) {
        Set<Integer> chosen = IntStream.of(positions).boxed().collect(Collectors.toUnmodifiableSet());
        return (position, hour) -> chosen.contains(position);
    }

    private static Choice of(Predicate<BilledUsage.Hour> records) {
        return (position, hour) -> hour != null && records.test(hour);
    }

    /** Which records are treated. */
    private interface Choice {
        boolean has(int position, BilledUsage.@Nullable Hour hour);
    }

    /** Treats some records in a way of their own. */
    private static final class Partial extends Misbehaviour {

        private final Treatment treatment;
        private final Choice chosen;

        Partial(Treatment treatment, Choice chosen) {
            this.treatment = treatment;
            this.chosen = chosen;
        }

        @Override
        Treatment treatmentOf(int position, BilledUsage.@Nullable Hour hour) {
            return chosen.has(position, hour) ? treatment : Treatment.PROCESSED;
        }
    }
}
