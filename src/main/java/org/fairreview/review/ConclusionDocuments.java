package org.fairreview.review;

import org.fairreview.document.RenderedDocument;

@org.springframework.stereotype.Component
class ConclusionDocuments {
    RenderedDocument render(ReviewCase review) {
        throw new UnsupportedOperationException();
    }

    String fileName(ReviewCase review) {
        return "";
    }
}
