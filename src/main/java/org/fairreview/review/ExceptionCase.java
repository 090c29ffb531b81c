package org.fairreview.review;

/** The cases in which a measure that restricts competition may be issued all the same (适用例外的情形, Reg. 12). */
public enum ExceptionCase {
    /** 为维护国家安全和发展利益. */
    SECURITY,
    /** 为促进科学技术进步、增强国家自主创新能力. */
    INNOVATION,
    /** 为实现节约能源、保护环境、救灾救助等社会公共利益. */
    PUBLIC_INTEREST,
    /** 法律、行政法规规定的其他情形,或者经国务院批准 (Measures 25). */
    LAW_OR_STATE_COUNCIL
}
