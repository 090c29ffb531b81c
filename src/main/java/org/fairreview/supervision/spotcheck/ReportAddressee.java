package org.fairreview.supervision.spotcheck;

import java.util.Locale;

/** To whom a spot check is reported; to both (Measures 39). */
public enum ReportAddressee {
    /** 本级人民政府. */
    GOVERNMENT,
    /** 上一级市场监督管理部门. */
    HIGHER;

    /** The name of a field of the form about this one. */
    String field(String what) {
        return name().toLowerCase(Locale.ROOT) + what;
    }
}
