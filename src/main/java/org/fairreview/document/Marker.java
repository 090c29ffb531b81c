package org.fairreview.document;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that a line begins with.
 *
 * @param label its one written form, whatever brackets, blanks and widths the file uses
 * @param length how many characters of the line it takes
 */
record Marker(Style style, int number, String label, int length) {

    /** The ways of numbering, outermost first as official documents (GB/T 9704) nest them. */
    enum Style {
        PART,
        CHAPTER,
        SECTION,
        WORD,
        ARTICLE,
        HAN_COMMA,
        HAN_BRACKET,
        DOT,
        DECIMAL,
        BRACKET,
        HALF_BRACKET,
        CIRCLE;

        boolean isChapter() {
            return compareTo(ARTICLE) < 0;
        }
    }

    private static final String HAN = "[" + HanNumber.DIGITS + "]";
    private static final String NUMERAL = "(" + HAN + "(?:\\s?" + HAN + "){0,8}|[0-9０-９](?:\\s?[0-9０-９]){0,3})";

    private static final Pattern CHAPTER =
            Pattern.compile("^第\\s?" + NUMERAL + "\\s?([编編章节節])(?:\\s+|$|(?=[^规的、和至第]))");
    private static final Pattern WORD = Pattern.compile("^(总\\s*则|附\\s*则|分\\s*则)\\s*$");
    private static final Pattern ARTICLE = Pattern.compile("^第\\s?" + NUMERAL + "\\s?[条條](?:之" + HAN + ")?");
    private static final Pattern HAN_COMMA = Pattern.compile("^(" + HAN + "{1,4})\\s?[、．.]");
    private static final Pattern HAN_BRACKET = Pattern.compile("^[（(〔]\\s*(" + HAN + "{1,4})\\s*[）)〕]");
    private static final Pattern DECIMAL = Pattern.compile("^(\\d{1,2}(?:[.．]\\d{1,2}){1,3})(?=[\\s、])");
    private static final Pattern DOT = Pattern.compile("^([0-9０-９]{1,3})\\s?[.．、](?![0-9０-９])");
    private static final Pattern BRACKET = Pattern.compile("^[（(〔]\\s*([0-9０-９]{1,3})\\s*[）)〕]");
    private static final Pattern HALF_BRACKET = Pattern.compile("^([0-9０-９]{1,3})\\s?[）)]");

    /** What follows a number when the line only speaks of it: 第三条规定的…, （一）、（二）项所列…. */
    private static final Pattern CITATION_OF_ARTICLE = Pattern.compile(
            "^\\s?(第" + HAN + "+[款项項]|第?[（(]" + HAN + "+[）)][项項]|规定|規定|所称|所列|所指|所述|确定的|至|和第|或|以及第|及第|、|，|的规定|的規定)");

    private static final Pattern CITATION_OF_ITEM = Pattern.compile("^\\s?(、|至|和[（(]|或[（(]|[项項](?!目)|" + HAN + "[、等])");

    /** Finds the number at the head of a line, or none when the line has none or only cites one. */
    static @Nullable Marker of(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        if (first >= '①' && first <= '⑳') {
            return new Marker(Style.CIRCLE, first - '①' + 1, String.valueOf(first), 1);
        }
        if (first == '第') {
            return ofNamed(line);
        }
        var word = WORD.matcher(line);
        if (word.find()) {
            return new Marker(Style.WORD, 0, word.group(1).replaceAll("\\s", ""), word.end());
        }
        if ((first >= '⑴' && first <= '⒛') || (first >= '㈠' && first <= '㈩')) {
            var spelled = of(Normalizer.normalize(String.valueOf(first), Normalizer.Form.NFKC));
            return spelled == null ? null : new Marker(spelled.style, spelled.number, spelled.label, 1);
        }
        var decimal = DECIMAL.matcher(line);
        if (decimal.find()) {
            var label = decimal.group(1).replace('．', '.');
            int last = Integer.parseInt(label.substring(label.lastIndexOf('.') + 1));
            return new Marker(Style.DECIMAL, last, label, decimal.end());
        }
        Marker marker = numbered(Style.HAN_COMMA, HAN_COMMA.matcher(line), "%s、");
        marker = marker != null ? marker : numbered(Style.HAN_BRACKET, HAN_BRACKET.matcher(line), "(%s)");
        marker = marker != null ? marker : numbered(Style.DOT, DOT.matcher(line), "%s.");
        marker = marker != null ? marker : numbered(Style.BRACKET, BRACKET.matcher(line), "(%s)");
        marker = marker != null ? marker : numbered(Style.HALF_BRACKET, HALF_BRACKET.matcher(line), "%s)");
        if (marker == null
                || CITATION_OF_ITEM.matcher(line.substring(marker.length)).find()) {
            return null;
        }
        return marker;
    }

    private static @Nullable Marker ofNamed(String line) {
        var article = ARTICLE.matcher(line);
        if (article.find()) {
            if (CITATION_OF_ARTICLE.matcher(line.substring(article.end())).find()) {
                return null;
            }
            return new Marker(
                    Style.ARTICLE, HanNumber.parse(article.group(1)), compact(article.group()), article.end());
        }
        var chapter = CHAPTER.matcher(line);
        if (chapter.find() && line.length() <= 40 && line.indexOf('。') < 0) {
            var style =
                    switch (chapter.group(2)) {
                        case "编", "編" -> Style.PART;
                        case "章" -> Style.CHAPTER;
                        default -> Style.SECTION;
                    };
            return new Marker(style, HanNumber.parse(chapter.group(1)), compact(chapter.group()), chapter.end());
        }
        return null;
    }

    private static @Nullable Marker numbered(Style style, Matcher matcher, String form) {
        if (!matcher.find()) {
            return null;
        }
        var numeral = compact(matcher.group(1));
        return new Marker(style, HanNumber.parse(numeral), form.formatted(numeral), matcher.end());
    }

    private static String compact(String label) {
        return Normalizer.normalize(label.replaceAll("\\s", ""), Normalizer.Form.NFKC);
    }
}
