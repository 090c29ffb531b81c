package org.fairreview.measure;

/** By whom and how a measure is to be issued (出台方式); the route of its review follows from it. */
public enum Issuance {
    /** 由县级以上人民政府或者其办公厅(室)印发. */
    GOVERNMENT,
    /** 由政府或者其办公厅(室)转发部门起草的文件. */
    GOVERNMENT_FORWARDS,
    /** 提请本级人民代表大会及其常务委员会审议. */
    CONGRESS,
    /** 党委和政府联合印发. */
    PARTY_AND_GOVERNMENT,
    /** 部门印发. */
    DEPARTMENT,
    /** 经政府同意,由部门印发. */
    DEPARTMENT_WITH_CONSENT,
    /** 部门联合印发: reviewed by the lead unit (Reg. 13). */
    SEVERAL_DEPARTMENTS,
    /** 法律、法规授权的具有管理公共事务职能的组织印发 (Measures 47). */
    AUTHORISED_ORGANISATION,
    /** 乡镇人民政府、街道办事处印发. */
    TOWNSHIP,
    /** 政企合作协议. */
    AGREEMENT,
    /** 招标文件、采购文件及其示范文本. */
    TENDER
}
