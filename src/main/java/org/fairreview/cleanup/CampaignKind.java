package org.fairreview.cleanup;

/** What a clean-up is about; the two are counted apart in every figure. */
public enum CampaignKind {
    /** 涉及经营者经济活动的政策措施. */
    FAIR_COMPETITION,
    /** 行政规范性文件. */
    NORMATIVE_DOCUMENT
}
