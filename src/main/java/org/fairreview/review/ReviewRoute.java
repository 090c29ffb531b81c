package org.fairreview.review;

/** By whom a measure is reviewed: the answer of the route table. */
public enum ReviewRoute {
    /** 市场监督管理部门会同起草单位审查 (Reg. 14). */
    JOINT,
    /** 起草单位自行审查 (Reg. 13). */
    OWN,
    /** 不属于审查范围: does not concern the economic activity of operators (Reg. 2). */
    OUT_OF_SCOPE
}
