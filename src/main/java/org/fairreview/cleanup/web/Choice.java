package org.fairreview.cleanup.web;

/** A value of a list and the Chinese label that people choose by. */
record Choice(String key, String value) {}
