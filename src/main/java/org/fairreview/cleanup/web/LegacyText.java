package org.fairreview.cleanup.web;

import java.util.List;

/** A file of a measure, passage by passage. */
record LegacyText(String sha256, String name, List<PassagePart> passages) {

    record PassagePart(String address, int start, int end, String text) {}
}
