package org.fairreview.document;

import java.util.*;

@org.springframework.stereotype.Service
public class Texts {
    public List<Passage> passages(String sha256) {
        return List.of();
    }
}
