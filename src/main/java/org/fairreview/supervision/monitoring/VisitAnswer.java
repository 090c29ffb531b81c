package org.fairreview.supervision.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A standard question as it was asked, and the answer; empty where none was given. */
@Embeddable
public record VisitAnswer(@Column(length = 500) String question, @Column(length = 4000) String answer) {}
