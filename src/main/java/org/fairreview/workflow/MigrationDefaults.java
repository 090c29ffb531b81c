package org.fairreview.workflow;

import java.util.Map;

/** What the newest model of a process needs of a case that began on an older one and does not have it. */
public interface MigrationDefaults {

    String processKey();

    /** Variables and their values, to be set where the case has none of that name. */
    Map<String, Object> missing(String caseNumber);
}
