package org.fairreview.review.ledger;

/** Where a word of the search stands in the text of a version: file, address, and the passage around it. */
public record LedgerHit(String caseNumber, int version, String fileName, String address, String text) {}
