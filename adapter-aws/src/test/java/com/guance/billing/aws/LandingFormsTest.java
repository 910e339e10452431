package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.aws.LandingForms.Problem;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingFormsTest {

    private static final String TOKEN = "x-amzn-marketplace-token=";

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @Test
    @DisplayName("ARR-1 the token is taken out of the raw body, decoded exactly once")
    void token() {
        Landing landing = read("a=b&" + TOKEN + "abc%2Bd%2Fe%253D%3D&c");

        assertThat(landing).isEqualTo(new Landing(profile.product(), new RegistrationToken("abc+d/e%3D="), false));
    }

    @ParameterizedTest
    @DisplayName("ARR-1 the end of a line behind the form is passed over")
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\n\r\n"})
    void endOfLine(String end) {
        assertThat(read(TOKEN + "abc%2Bd" + end)).isEqualTo(read(TOKEN + "abc%2Bd"));
        assertThat(form(TOKEN + "t" + end + "&a=b").getLeft()).containsExactly(Problem.ILLEGIBLE);
    }

    @Test
    @DisplayName("ARR-2 the free-trial mark comes with the form")
    void freeTrial() {
        assertThat(read(TOKEN + "t&x-amzn-marketplace-offer-type=free-trial").freeTrial())
                .isTrue();
        assertThat(read(TOKEN + "t&x-amzn-marketplace-offer-type=private").freeTrial())
                .isFalse();
        assertThat(read(TOKEN + "t&x-amzn-marketplace-offer-type=%zz").freeTrial())
                .isFalse();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @DisplayName("ARR-1 what is wrong with a form is said, and nothing of its text")
    @CsvSource({
        "'', TOKEN_MISSING",
        "{\"token\":\"t\"}, TOKEN_MISSING",
        "X-Amzn-Marketplace-Token=t, TOKEN_MISSING",
        "x-amzn-marketplace-token, TOKEN_BLANK",
        "x-amzn-marketplace-token=, TOKEN_BLANK",
        "x-amzn-marketplace-token=+%20+, TOKEN_BLANK",
        "x-amzn-marketplace-token=a&x-amzn-marketplace-token=a, TOKEN_TWICE",
        "x-amzn-marketplace-token=a&x%2Damzn-marketplace-token=b, TOKEN_TWICE",
        "x-amzn-marketplace-token=a%00b, TOKEN_MALFORMED",
        "x-amzn-marketplace-token=a%0A, TOKEN_MALFORMED",
    })
    void problems(String body, Problem problem) {
        assertThat(form(body).getLeft()).containsExactly(problem);
    }

    @ParameterizedTest
    @DisplayName("ARR-1 percent-encoding is read strictly")
    @ValueSource(strings = {"%", "a%2", "%zz", "%-1", "%C3%28", "%ED%A0%80", "%C0%80", "ü", "a b", "%٣٣", "\u007f"})
    void illegible(String token) {
        assertThat(form(TOKEN + token).getLeft()).containsExactly(Problem.ILLEGIBLE);
        assertThat(form(TOKEN + "t&" + token + "=x").getLeft()).containsExactly(Problem.ILLEGIBLE);
        assertThat(form(TOKEN + "t&x=" + token).isRight()).isTrue();
    }

    @Test
    @DisplayName("ARR-1 everything wrong is said at once")
    void allAtOnce() {
        assertThat(form("%=&" + TOKEN + "&" + TOKEN + "%00").getLeft())
                .containsExactlyInAnyOrder(
                        Problem.ILLEGIBLE, Problem.TOKEN_TWICE, Problem.TOKEN_BLANK, Problem.TOKEN_MALFORMED);
    }

    @Test
    @DisplayName("ARR-1 a form is bounded, and so is its token")
    void bounded() {
        String form = TOKEN + "t&x=";
        String longest = form + "x".repeat(LandingForms.LONGEST - form.length());
        assertThat(form(longest).isRight()).isTrue();
        assertThat(form(longest + "x").getLeft()).containsExactly(Problem.TOO_LARGE);

        assertThat(read(TOKEN + "t".repeat(8192)).token().value()).hasSize(8192);
        assertThat(form(TOKEN + "t".repeat(8193)).getLeft()).containsExactly(Problem.TOKEN_MALFORMED);
    }

    @Test
    @DisplayName("ARR-1 a problem speaks in words")
    void words() {
        assertThat(List.of(Problem.values())).extracting(Problem::toString).doesNotHaveDuplicates();
        assertThat(Problem.TOKEN_MISSING).hasToString("the form has no x-amzn-marketplace-token");
    }

    private Landing read(String body) {
        return form(body).get();
    }

    private Either<List<Problem>, Landing> form(String body) {
        return LandingForms.read(body, profile);
    }
}
