package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.Forms;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.RegistrationProblem.AgreementNotAccepted;
import com.guance.billing.workspace.RegistrationProblem.AgreementVersionInvalid;
import com.guance.billing.workspace.RegistrationProblem.LanguageUnknown;
import com.guance.billing.workspace.RegistrationProblem.NameLength;
import com.guance.billing.workspace.RegistrationProblem.NameNotText;
import com.guance.billing.workspace.RegistrationProblem.SiteUnknown;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegistrationFormProperties {

    private static final Consent CONSENT = new Consent(true, "2026-01");

    @Property(tries = 200)
    @Label("ARR-4 a name has 1 to 256 characters after trimming, of whatever plane, and is kept trimmed")
    void goodNames(
            @ForAll("goodNames") String name, @ForAll("whiteSpace") String before, @ForAll("whiteSpace") String after) {
        RegistrationForm form = Given.form(before + name + after);

        assertThat(problems(form)).isEmpty();
        assertThat(accepted(form).profile().name()).isEqualTo(name);
    }

    @Property(tries = 200)
    @Label("ARR-4 a longer name is refused with its length in characters")
    void longNames(@ForAll("longNames") String name) {
        int length = (int) name.codePoints().count();

        assertThat(problems(Given.form(name))).containsExactly(new NameLength(length, 256));
    }

    @Example
    @Label("ARR-4 256 characters outside the basic plane are a name, 257 characters are none")
    void boundaries() {
        assertThat(problems(Given.form(Forms.NON_BMP.repeat(256)))).isEmpty();
        assertThat(problems(Given.form(Forms.NON_BMP.repeat(257)))).containsExactly(new NameLength(257, 256));
        assertThat(problems(Given.form("a".repeat(256)))).isEmpty();
        assertThat(problems(Given.form("a".repeat(257)))).containsExactly(new NameLength(257, 256));
        assertThat(problems(Given.form("a"))).isEmpty();
    }

    @Property(tries = 50)
    @Label("ARR-4 a blank name is refused")
    void blankNames(@ForAll("whiteSpace") String name) {
        assertThat(problems(Given.form(name))).containsExactly(new NameLength(0, 256));
    }

    @Property(tries = 100)
    @Label("ARR-4 control characters and lone surrogates are no text, wherever they stand within a name")
    void notText(@ForAll("notText") String bad) {
        assertThat(problems(Given.form("a" + bad + "b"))).containsExactly(new NameNotText());
    }

    @Property
    @Label("ARR-4 the language is ZH or EN, in any case and nothing else")
    void languages(@ForAll("languages") String language) {
        RegistrationForm form = Given.form("name", language, "us1", CONSENT);
        boolean chinese = language.strip().equalsIgnoreCase("zh");

        if (chinese || language.strip().equalsIgnoreCase("en")) {
            assertThat(problems(form)).isEmpty();
            assertThat(accepted(form).profile().language()).isEqualTo(chinese ? Language.ZH : Language.EN);
        } else {
            assertThat(problems(form)).containsExactly(new LanguageUnknown());
        }
    }

    @Example
    @Label("ARR-4 the site must be one of the product's")
    void site() {
        assertThat(Given.form().problems(Option.none())).containsExactly(new SiteUnknown());
    }

    @Example
    @Label("ARR-4 the agreement must be accepted, and its version be a text of 1 to 64 characters")
    void agreement() {
        AgreementVersionInvalid invalid = new AgreementVersionInvalid(64);

        assertThat(problems(consenting(false, "1"))).containsExactly(new AgreementNotAccepted());
        assertThat(problems(consenting(true, " "))).containsExactly(invalid);
        assertThat(problems(consenting(true, "v".repeat(65)))).containsExactly(invalid);
        assertThat(problems(consenting(true, "v\u0000"))).containsExactly(invalid);
        assertThat(problems(consenting(true, Forms.NON_BMP.repeat(65)))).containsExactly(invalid);
        assertThat(problems(consenting(true, Forms.NON_BMP.repeat(64)))).isEmpty();
    }

    @Property(tries = 128)
    @Label("ARR-4 all that is wrong is told at once")
    void allAtOnce(
            @ForAll boolean name,
            @ForAll boolean language,
            @ForAll boolean site,
            @ForAll boolean accepted,
            @ForAll boolean version) {
        List<RegistrationProblem> expected = new ArrayList<>();
        if (name) {
            expected.add(new NameLength(0, 256));
        }
        if (language) {
            expected.add(new LanguageUnknown());
        }
        if (site) {
            expected.add(new SiteUnknown());
        }
        if (accepted) {
            expected.add(new AgreementNotAccepted());
        }
        if (version) {
            expected.add(new AgreementVersionInvalid(64));
        }
        RegistrationForm form = Given.form(
                name ? "" : "name", language ? "FR" : "EN", "us1", new Consent(!accepted, version ? "" : "1"));

        assertThat(form.problems(Option.when(!site, World.ON_AWS))).isEqualTo(expected);
    }

    private static RegistrationForm consenting(boolean accepted, String version) {
        return Given.form("name", "EN", "us1", new Consent(accepted, version));
    }

    private static List<RegistrationProblem> problems(RegistrationForm form) {
        return form.problems(Option.some(World.ON_AWS));
    }

    private static Registration accepted(RegistrationForm form) {
        return form.accepted(World.around(World.HOLDER, World.ON_AWS), World.byOwner(World.START));
    }

    @Provide
    Arbitrary<String> goodNames() {
        return Arbitraries.of(1, 2, 7, 255, 256).flatMap(Forms::names);
    }

    @Provide
    Arbitrary<String> longNames() {
        return Arbitraries.of(257, 258, 300, 513).flatMap(Forms::names);
    }

    @Provide
    Arbitrary<String> whiteSpace() {
        return Forms.whiteSpace();
    }

    @Provide
    Arbitrary<String> notText() {
        return Forms.notText();
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.oneOf(
                Arbitraries.of("ZH", "EN", "zh", "En", " zh ", "eN\n"),
                Arbitraries.of("", "FR", "Z", "ZHEN", "中文", "zh-CN", "ＥＮ"));
    }
}
