package org.fairreview.supervision.complaint;

/** Whether the review was carried out (审查程序履行情况). */
public enum ProcedureResult {
    FULFILLED,
    IRREGULAR,
    NOT_FULFILLED
}
