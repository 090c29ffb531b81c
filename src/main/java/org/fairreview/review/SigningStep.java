package org.fairreview.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fairreview.identity.Role;

/** One step of a signing chain (签批链): what it is called, and the role that signs. */
@Embeddable
public record SigningStep(String label, @Enumerated(EnumType.STRING) Role role) {}
