package org.fairreview.reminder;

/** As what somebody is written to. */
public enum Addressee {
    /** 起草单位. */
    DRAFTER,
    /** 行业主管部门. */
    DEPARTMENT,
    /** 地方人民政府. */
    GOVERNMENT,
    /** 本级人民政府. */
    OWN_GOVERNMENT,
    /** 上一级市场监督管理部门. */
    HIGHER_REGULATOR,
    /** 有管辖权的反垄断执法机构. */
    ENFORCER,
    /** 有权机关. */
    AUTHORITY,
    /** 有关单位. */
    OTHER
}
