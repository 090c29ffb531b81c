package org.fairreview.workflow;

import org.fairreview.identity.Post;

/** Says whom the separation of duties keeps from a task; a feature answers for its own cases. */
public interface Separation {

    /** Whether the person could only be refused at the task, for what the person did before or where the person works. */
    boolean bars(String caseNumber, String taskKey, Post post, String userId);
}
