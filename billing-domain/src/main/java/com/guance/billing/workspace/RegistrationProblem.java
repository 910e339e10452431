package com.guance.billing.workspace;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;

/** One thing that is wrong with a registration. It never repeats what was typed. */
public sealed interface RegistrationProblem {

    /**
     * The name is blank or too long.
     *
     * @param characters its length after trimming, in Unicode code points
     * @param longest the most allowed
     */
    record NameLength(int characters, int longest) implements RegistrationProblem {}

    /** The name contains control characters or half a surrogate pair. */
    record NameNotText() implements RegistrationProblem {}

    /** The language is neither {@code ZH} nor {@code EN}. */
    record LanguageUnknown() implements RegistrationProblem {}

    /** The product has no such site. */
    record SiteUnknown() implements RegistrationProblem {}

    /** The box was not ticked. */
    record AgreementNotAccepted() implements RegistrationProblem {}

    /**
     * The agreement's version is blank, too long or no text.
     *
     * @param longest the most characters allowed
     */
    record AgreementVersionInvalid(int longest) implements RegistrationProblem {}

    /**
     * A workspace of this id is registered already.
     *
     * @param workspace the id
     */
    record WorkspaceTaken(WorkspaceId workspace) implements RegistrationProblem {

        /** Refuses nulls. */
        public WorkspaceTaken {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * The way to pay that was chosen is refused.
     *
     * @param why the rule's own refusal
     */
    record PaymentRefused(SettlementRefusal why) implements RegistrationProblem {

        /** Refuses nulls. */
        public PaymentRefused {
            Required.value(why, "why");
        }
    }
}
