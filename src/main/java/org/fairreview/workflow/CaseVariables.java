package org.fairreview.workflow;

import java.util.List;

/** The variables that every process of a case has. */
public final class CaseVariables {

    /** The business key of the case. */
    public static final Var<String> CASE_NUMBER = Var.text("caseNumber");

    /** The measure's title, at most 200 characters, for Tasklist's cards; absent for restricted cases. */
    public static final Var<String> MEASURE_TITLE = Var.text("measureTitle");

    /** What the tasks of a restricted case show in place of the title. */
    public static final String RESTRICTED = "限制";

    /** The region whose regulator handles the case: the tenant. */
    public static final Var<String> REGION = Var.text("region");

    public static final List<Var<?>> ALL = List.of(CASE_NUMBER, MEASURE_TITLE, REGION);

    private CaseVariables() {}
}
