package com.guance.billing.workspace;

import com.guance.billing.Required;
import java.util.List;

/**
 * Why a workspace cannot be registered: everything at once, not one by one (ARR-4).
 *
 * @param problems at least one
 */
public record RegistrationRefusal(List<RegistrationProblem> problems) {

    /** Takes a copy. */
    public RegistrationRefusal {
        problems = Required.list(problems, "problems");
    }
}
