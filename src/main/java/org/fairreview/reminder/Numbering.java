package org.fairreview.reminder;

/** Where the 文号 of letters comes from. */
public enum Numbering {
    /** 按本单位序列自动编号. */
    OWN_SERIES,
    /** 由办公室分配，经办人登记. */
    BY_OFFICE
}
