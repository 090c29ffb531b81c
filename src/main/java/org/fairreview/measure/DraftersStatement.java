package org.fairreview.measure;

import jakarta.persistence.Embeddable;

/**
 * What the drafting unit says with a version (Measures 28, 31): whether interested parties were heard, what they said
 * and what was adopted, and the unit's own first opinion (初审意见).
 */
@Embeddable
public record DraftersStatement(boolean heard, String hearing, String adoption, String firstOpinion) {}
