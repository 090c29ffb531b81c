package org.fairreview.identity;

import java.util.Locale;

/** What a person does in a unit. A group of the engine is one role in one unit. */
public enum Role {
    /** 起草单位经办. */
    DRAFTER,
    /** 起草单位审查机构. */
    UNITREVIEWER,
    /** 起草单位审查机构负责人. */
    UNITHEAD,
    /** 收件登记. */
    CLERK,
    /** 审查员. */
    REVIEWER,
    /** 科室负责人. */
    SECTIONHEAD,
    /** 局领导. */
    LEADER,
    /** 法律顾问. */
    ADVISER,
    /** 联席会议办公室. */
    OFFICE,
    /** 联席会议成员. */
    MEMBER,
    /** 第三方评估机构. */
    EVALUATOR,
    /** 审计员. */
    AUDITOR,
    /** 系统管理员. */
    SYSADMIN,
    /** 安全管理员. */
    SECADMIN;

    /** The id of the engine's group for this role in a unit, e.g. {@code u17reviewer}. */
    public String groupIn(String unitId) {
        return unitId + word();
    }

    /** The role as models and files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
