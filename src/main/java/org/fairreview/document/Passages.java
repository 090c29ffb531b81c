package org.fairreview.document;

import java.util.List;

/** Cuts a file's text into passages with stable addresses: 第三条第一款, 第三条第(二)项, 二、3., 附件2 第一条. */
public final class Passages {

    /** Goes up whenever the same text would be cut or addressed differently. */
    public static final String VERSION = "1";

    private Passages() {}

    public static List<Passage> of(String fullText) {
        return new Segmenter(fullText).passages();
    }
}
