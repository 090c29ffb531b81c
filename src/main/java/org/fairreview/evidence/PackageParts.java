package org.fairreview.evidence;

import java.util.List;

/** How an evidence package is laid out; docs/audit/README.md describes it for others. */
final class PackageParts {

    static final String REPORT = "report.html";
    static final String CASE = "case.jsonl";
    static final String READS = "reads.jsonl";
    static final String MODELS = "models.jsonl";
    static final String LIST = "list.jsonl";
    static final String PERSONAL = "personal.jsonl";
    static final String PROOF = "proof.json";
    static final String MANIFEST = "manifest.json";
    static final String KEY = "key.pub.pem";
    static final String DOCUMENTS = "documents/";
    static final String MODEL_FILES = "models/";

    /** The chains, each in a file of its own. */
    static final List<String> CHAINS = List.of(CASE, READS, MODELS, LIST);

    static final String FILE_KEPT = "trace.file";
    static final String DEPLOYED = "trace.deployed";
    static final String STARTED = "trace.started";

    private PackageParts() {}
}
