package com.guance.billing.aws;

import com.guance.billing.Text;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the form that a buyer's browser posts to the product's landing page ("SaaS customer onboarding" page of the seller guide;
 * ARR-1). It takes the body as it came, {@code application/x-www-form-urlencoded}, not what a web framework made of it: decoding a
 * token twice turns its {@code +} into spaces.
 */
public final class LandingForms {

    /** The longest body read, in characters: a kibibyte is what AWS sends. */
    public static final int LONGEST = 16 * 1024;

    private static final String TOKEN = "x-amzn-marketplace-token";
    private static final String OFFER_TYPE = "x-amzn-marketplace-offer-type";
    private static final String FREE_TRIAL = "free-trial";
    private static final int LONGEST_TOKEN = 8192;
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]{1,4}\\z");

    private LandingForms() {}

    /** What can be wrong with a form. It names the fault and never repeats the text. */
    public enum Problem {
        /** Longer than {@link LandingForms#LONGEST}; it was not read. */
        TOO_LARGE("the form is larger than 16 KiB"),
        /** The name of a field, or the token, is not percent-encoded UTF-8. */
        ILLEGIBLE("the form is not percent-encoded UTF-8"),
        /** No field has the token's name. */
        TOKEN_MISSING("the form has no " + TOKEN),
        /** Several fields have the token's name, whatever their values. */
        TOKEN_TWICE("the form has more than one " + TOKEN),
        /** The token is empty, or blank. */
        TOKEN_BLANK("the form's " + TOKEN + " is empty"),
        /** The token is longer than 8192 characters, or contains control characters. */
        TOKEN_MALFORMED("the form's " + TOKEN + " is no token");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        /** The problem in words, for the host's log or page. */
        @Override
        public String toString() {
            return sentence;
        }
    }

    /**
     * Reads a form. Fields that are not AWS's, and the end of a line behind the form, are passed over.
     *
     * @param body the raw body of the request
     * @param profile how the vendor sells the product whose page it is
     * @return the landing; left: all that is wrong with the form
     */
    public static Either<List<Problem>, Landing> read(String body, MarketplaceProfile profile) {
        if (body.length() > LONGEST) {
            return Either.left(List.of(Problem.TOO_LARGE));
        }
        FormFields form = FormFields.of(LINE_END.matcher(body).replaceFirst(""));
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (form.hasIllegibleName()) {
            problems.add(Problem.ILLEGIBLE);
        }
        String token = token(form, problems);
        if (!problems.isEmpty()) {
            return Either.left(List.copyOf(problems));
        }
        boolean freeTrial = form.values(OFFER_TYPE).stream()
                .anyMatch(type -> type.map(FREE_TRIAL::equals).getOrElse(false));
        return Either.right(new Landing(profile.product(), new RegistrationToken(token), freeTrial));
    }

    private static String token(FormFields form, Set<Problem> problems) {
        var tokens = form.values(TOKEN);
        if (tokens.size() != 1) {
            problems.add(tokens.isEmpty() ? Problem.TOKEN_MISSING : Problem.TOKEN_TWICE);
        }
        tokens.forEach(token -> token.fold(() -> problems.add(Problem.ILLEGIBLE), text -> check(text, problems)));
        return tokens.isEmpty() ? "" : tokens.get(0).getOrElse("");
    }

    private static boolean check(String token, Set<Problem> problems) {
        if (token.isBlank()) {
            return problems.add(Problem.TOKEN_BLANK);
        }
        boolean fits = token.codePointCount(0, token.length()) <= LONGEST_TOKEN && Text.isWellFormed(token);
        return !fits && problems.add(Problem.TOKEN_MALFORMED);
    }
}
