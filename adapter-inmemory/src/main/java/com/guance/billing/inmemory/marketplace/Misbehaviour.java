package com.guance.billing.inmemory.marketplace;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a single call goes wrong although the caller did everything right; queued on
 * {@link InMemoryMarketplace}.
 */
public final class Misbehaviour {

    /** What happens to one record of the batch. */
    enum Treatment {
        PROCESSED,
        UNPROCESSED,
        LEFT_OUT
    }

    private final @Nullable RuntimeException insteadOfTheCall;
    private final boolean answerIsLost;
    private final Treatment treatment;
    private final Set<Integer> positions;

    private Misbehaviour(
            @Nullable RuntimeException insteadOfTheCall,
            boolean answerIsLost,
            Treatment treatment,
            Set<Integer> positions) {
        this.insteadOfTheCall = insteadOfTheCall;
        this.answerIsLost = answerIsLost;
        this.treatment = treatment;
        this.positions = positions;
    }

    /** Nothing goes wrong: lets one call pass before the next misbehaviour. */
    public static Misbehaviour none() {
        return new Misbehaviour(null, false, Treatment.PROCESSED, Set.of());
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

    /** The connection breaks before the call was looked at: nothing is billed, and the caller cannot know (SUB-1). */
    public static Misbehaviour dropBeforeAccepting() {
        return instead(new ConnectionDroppedException(false));
    }

    /** The call does its work; its answer, good or bad, is lost on the way: what it billed stays billed (SUB-1). */
    public static Misbehaviour acceptThenDrop() {
        return new Misbehaviour(null, true, Treatment.PROCESSED, Set.of());
    }

    /** The records at these positions (from 0) are not billed and come back as UnprocessedRecords (SUB-3). */
    public static Misbehaviour leaveUnprocessed(int... positions) {
        return treating(Treatment.UNPROCESSED, positions);
    }

    /** The records at these positions (from 0) are not billed, and the answer does not mention them (SUB-3). */
    public static Misbehaviour leaveOut(int... positions) {
        return treating(Treatment.LEFT_OUT, positions);
    }

    <T> T around(Supplier<T> call) {
        if (insteadOfTheCall != null) {
            throw insteadOfTheCall;
        }
        return answerIsLost ? losingTheAnswer(call) : call.get();
    }

    Treatment treatmentAt(int position) {
        return positions.contains(position) ? treatment : Treatment.PROCESSED;
    }

    private static <T> T losingTheAnswer(Supplier<T> call) {
        try {
            var unused = call.get();
        } catch (AwsException alsoLost) {
            throw new ConnectionDroppedException(true, alsoLost);
        }
        throw new ConnectionDroppedException(true);
    }

    private static Misbehaviour instead(RuntimeException failure) {
        return new Misbehaviour(failure, false, Treatment.PROCESSED, Set.of());
    }

    private static Misbehaviour treating(Treatment treatment, int... positions) {
        Set<Integer> chosen = IntStream.of(positions).boxed().collect(Collectors.toUnmodifiableSet());
        return new Misbehaviour(null, false, treatment, chosen);
    }
}
