package org.fairreview.review.web;

/** Where a task is worked on in Tasklist. */
final class TasklistAddress {

    private TasklistAddress() {}

    static String of(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}
