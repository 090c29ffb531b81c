package org.fairreview.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.fairreview.document.Passage;
import org.jspecify.annotations.Nullable;

/** A hit of a version's screening as it is kept (筛查提示): of one rule, in one passage. */
@Entity
@Table(name = "screening_hit")
public class FoundHit {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final String BETWEEN_WORDS = "、";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String runId;

    private String hitKey;

    private String fileSha256;

    private int ordinal;

    private String address;

    private int startOffset;

    private int endOffset;

    private String item;

    private @Nullable String subItem;

    private String ruleName;

    @Column(length = 4000)
    private String reason;

    @Column(length = 4000)
    private String question;

    @Column(length = 4000)
    private String words;

    private int score;

    @SuppressWarnings("NullAway.Init")
    protected FoundHit() {}

    FoundHit(String runId, String key, String fileSha256, Passage passage, Hit hit) {
        this.runId = runId;
        this.hitKey = key;
        this.fileSha256 = fileSha256;
        this.ordinal = hit.ordinal();
        this.address = cut(hit.address(), LONGEST_NAME);
        this.startOffset = passage.start() + hit.start();
        this.endOffset = passage.start() + hit.end();
        this.item = hit.item();
        this.subItem = hit.subItem();
        this.ruleName = cut(hit.rule(), LONGEST_NAME);
        this.reason = cut(hit.reason(), LONGEST_TEXT);
        this.question = cut(hit.question(), LONGEST_TEXT);
        this.words = cut(
                String.join(
                        BETWEEN_WORDS, hit.words().stream().map(HitWord::text).toList()),
                LONGEST_TEXT);
        this.score = hit.score();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The same for the same rule in the same passage under the same lead-ins, in every version of the measure. */
    public String key() {
        return hitKey;
    }

    public String fileSha256() {
        return fileSha256;
    }

    /** Position of the passage in its file. */
    public int ordinal() {
        return ordinal;
    }

    public String address() {
        return address;
    }

    /** First character of the words in the file's text. */
    public int start() {
        return startOffset;
    }

    /** One past the last character of the words in the file's text. */
    public int end() {
        return endOffset;
    }

    /** Code of the standard item, such as 9(3). */
    public String item() {
        return item;
    }

    public @Nullable String subItem() {
        return subItem;
    }

    public String rule() {
        return ruleName;
    }

    public String reason() {
        return reason;
    }

    public String question() {
        return question;
    }

    /** The words that made the rule point here, as one line. */
    public String words() {
        return words;
    }

    public int score() {
        return score;
    }
}
