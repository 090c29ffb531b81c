package org.fairreview.document;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The mark of a state secret (绝密, 机密, 秘密) on a document, as GB/T 9704 writes it or people type it. */
public final class ClassificationMark {

    private static final int HEAD_LINES = 10;
    private static final int HEAD_CHARACTERS = 500;

    private static final String GRADE = "(绝密|机密|秘密)";
    private static final String STAR = "[★☆✩✭⋆*※▲]";
    private static final String PERIOD =
            "(\\d{1,3}(年|个月|月|天|日)|[一二三四五六七八九十]{1,3}(年|个月)|长期|启用前|解密前|\\d{4}年(\\d{1,2}月(\\d{1,2}日)?)?(前|解密)?)";
    private static final String COPY = "((份号|编号|NO\\.?|№)?:?\\d{1,8}号?)?";
    private static final String URGENCY = "(特急|加急|急件|平急|特提|急)?";

    private static final Pattern MARK = Pattern.compile(
            "^" + COPY + "(保密级别|保密等级|密级|密别)?:?" + GRADE + "级?(文件|件|资料)?" + PERIOD + "?" + URGENCY + "$");
    private static final Pattern STARRED =
            Pattern.compile("^" + COPY + "(保密级别|保密等级|密级|密别)?:?" + GRADE + "级?" + STAR + ".{0,16}$");
    private static final Pattern STARRED_AMONG_WORDS = Pattern.compile("(?<!商业|国家|工作|技术)" + GRADE + "级?[★☆✩✭⋆]");
    private static final Pattern LABELLED = Pattern.compile("(保密级别|保密等级|密级|密别):" + GRADE);
    private static final Pattern OTHER_SECRET = Pattern.compile("(商业|国家|工作|技术|个人|企业|保守|泄露|涉及|的|和|、|，)$");

    private ClassificationMark() {}

    /** Whether a text bears the mark: alone on a line of its head, or with its star on a line anywhere. */
    public static boolean isIn(String text) {
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int characters = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean head = i < HEAD_LINES || characters < HEAD_CHARACTERS;
            if (isStarred(line)) {
                return true;
            }
            if (head && STARRED_AMONG_WORDS.matcher(bare(line)).find()) {
                return true;
            }
            if (head && isMark(line) && !goesOn(i == 0 ? "" : lines.get(i - 1))) {
                return true;
            }
            characters += line.length();
        }
        return false;
    }

    /** Whether any of these lines, each standing by itself (a page's header, a text box), is a mark. */
    static boolean isAmong(List<String> lines) {
        return lines.stream().anyMatch(ClassificationMark::isMark);
    }

    static boolean isMark(String line) {
        if (line.length() > 60) {
            return false;
        }
        var bare = bare(line);
        return MARK.matcher(bare).find()
                || STARRED.matcher(bare).find()
                || LABELLED.matcher(bare).find();
    }

    private static boolean isStarred(String line) {
        return line.length() <= 60 && STARRED.matcher(bare(line)).find();
    }

    /** A title broken over lines may leave 秘密 alone on one: 保守商业 / 秘密. */
    private static boolean goesOn(String previous) {
        return OTHER_SECRET.matcher(bare(previous)).find();
    }

    private static String bare(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}\\[\\]()【】〔〕《》「」<>|]", "");
    }
}
