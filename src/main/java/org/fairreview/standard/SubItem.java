package org.fairreview.standard;

/** A sub-item (细目): one article and item of the implementing measures that spells out a standard item. */
public record SubItem(String code, String citation, String label) {}
