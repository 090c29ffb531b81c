package org.fairreview.cleanup.web;

import org.jspecify.annotations.Nullable;

/**
 * A term and what it says, as a form shows it.
 *
 * @param url where the text leads to; a path of ours, or a published page
 */
record FormLine(String label, String text, @Nullable String url) {}
