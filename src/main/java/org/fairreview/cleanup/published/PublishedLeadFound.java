package org.fairreview.cleanup.published;

/** A published text that nobody knew: a lead, told in the transaction that found it. */
public record PublishedLeadFound(PublishedLead lead) {}
