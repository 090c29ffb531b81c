package org.fairreview.review;

/** What became of a finding's passage in the version that followed. */
public enum Carried {
    /** 原文未修改: the same words stand there still, so that the finding is open. */
    UNCHANGED,
    /** 原文已改动: the words are gone; whether that settles the matter is to be confirmed. */
    CHANGED
}
