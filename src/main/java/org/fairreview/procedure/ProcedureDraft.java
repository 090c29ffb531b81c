package org.fairreview.procedure;

/**
 * What a drafter opens a procedure with.
 *
 * @param business whether it is closely tied to the production and business of operators (优化营商环境条例 62)
 * @param decidingBody the body that deliberates, e.g. 局长办公会
 * @param legalUnitId the unit whose advisers review the legality
 */
public record ProcedureDraft(
        String draftingUnitId,
        String title,
        ProcedureKind kind,
        boolean business,
        Decider decider,
        String decidingBody,
        String legalUnitId) {}
