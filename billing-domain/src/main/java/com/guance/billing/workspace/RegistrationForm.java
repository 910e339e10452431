package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.Text;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.Site;
import com.guance.billing.workspace.Registration.Agreement;
import com.guance.billing.workspace.Registration.Ownership;
import com.guance.billing.workspace.Registration.Profile;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a workspace is registered, as it was filled in: untrusted (ARR-4).
 *
 * @param workspace the id that the product gives to the new workspace
 * @param owner its Owner
 * @param answers what was typed and chosen
 */
public record RegistrationForm(WorkspaceId workspace, UserId owner, Answers answers) {

    /** Refuses nulls. */
    public RegistrationForm {
        Required.value(workspace, "workspace");
        Required.value(owner, "owner");
        Required.value(answers, "answers");
    }

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VERSION = 64;

    /**
     * What was typed and chosen.
     *
     * @param name the workspace's name
     * @param language {@code ZH} or {@code EN}, in any case
     * @param site a site's name
     * @param consent the agreement box
     */
    public record Answers(String name, String language, String site, Consent consent) {

        /** Takes null for a field that was left out, which is then empty and a problem like any other (ARR-4, REL-2). */
        public Answers {
            name = orEmpty(name);
            language = orEmpty(language);
            site = orEmpty(site);
            consent = consent == null ? new Consent(false, "") : consent;
        }
    }

    /**
     * The agreement box.
     *
     * @param accepted whether it is ticked
     * @param version the version shown beside it
     */
    public record Consent(boolean accepted, String version) {

        /** Takes null for a version that was left out. */
        public Consent {
            version = orEmpty(version);
        }
    }

    /**
     * All that is wrong with it, whoever shall pay.
     *
     * @param site the site it names; none if the product has no such site
     * @return nothing, if it can become a registration
     */
    public List<RegistrationProblem> problems(Option<Site> site) {
        List<RegistrationProblem> problems = new ArrayList<>();
        String name = answers.name().strip();
        int length = name.codePointCount(0, name.length());
        if (length == 0 || length > LONGEST_NAME) {
            problems.add(new RegistrationProblem.NameLength(length, LONGEST_NAME));
        }
        if (!Text.isWellFormed(name)) {
            problems.add(new RegistrationProblem.NameNotText());
        }
        if (language().isEmpty()) {
            problems.add(new RegistrationProblem.LanguageUnknown());
        }
        if (site.isEmpty()) {
            problems.add(new RegistrationProblem.SiteUnknown());
        }
        if (!answers.consent().accepted()) {
            problems.add(new RegistrationProblem.AgreementNotAccepted());
        }
        if (!isVersion(answers.consent().version())) {
            problems.add(new RegistrationProblem.AgreementVersionInvalid(LONGEST_VERSION));
        }
        return problems;
    }

    /** The registration, of a form without problems. */
    Registration accepted(Circumstances around, Request by) {
        return new Registration(
                new Profile(answers.name().strip(), language().get()),
                around.site().get().id(),
                new Ownership(around.holder().id(), owner),
                new Agreement(answers.consent().version(), by.at()));
    }

    private Option<Language> language() {
        String code = answers.language().strip().toUpperCase(Locale.ROOT);
        return Option.ofOptional(List.of(Language.values()).stream()
                .filter(known -> known.name().equals(code))
                .findFirst());
    }

    private static String orEmpty(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static boolean isVersion(String version) {
        return !version.isBlank()
                && version.codePointCount(0, version.length()) <= LONGEST_VERSION
                && Text.isWellFormed(version);
    }
}
