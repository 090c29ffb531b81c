package org.fairreview.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fairreview.document.Marker.Style;
import org.jspecify.annotations.Nullable;

/** Walks over the lines of one text and gives each its place in the build of the document. */
final class Segmenter {

    private static final Pattern APPENDIX =
            Pattern.compile("^附\\s*件\\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\\s*([:：.、]?)\\s*(.*)$");
    private static final Pattern TITLE_END = Pattern.compile(
            "(办法|意见|规定|细则|通知|条例|方案|措施|决定|公告|规则|政策|计划|规划|纲要|批复|目录|清单|制度|指南|指引|通告|若干条|举措|标准|规范|合同|协议|函|令|[条点])([（(〔【].{1,20}[)）〕】])?$");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("[〔\\[［(（]\\s?\\d{4}\\s?[〕\\]］)）].{0,4}\\d+\\s?号");
    private static final Pattern DATE = Pattern.compile(
            "^[12二一][0-9〇○Ｏ零一二三四五六七八九]{3}\\s?年\\s?[0-9一二三四五六七八九十]{1,3}\\s?月\\s?[0-9一二三四五六七八九十]{1,3}\\s?日$");
    private static final Pattern IMPRINT = Pattern.compile("^(抄\\s*送|主\\s*送|抄\\s*报|[（(]此件.{1,20}[)）]$|.{2,30}日印发$)");
    private static final Pattern LISTED = Pattern.compile("^([0-9０-９]{1,2}\\s?[.．、]|附\\s*件)");

    private final List<Line> lines;
    private final String fullText;
    private final List<Unit> units = new ArrayList<>();

    Segmenter(String fullText) {
        this.fullText = fullText;
        this.lines = Line.of(fullText);
    }

    List<Passage> passages() {
        int from = 0;
        @Nullable String appendix = null;
        for (int i = 0; i <= lines.size(); i++) {
            var next = i < lines.size() ? appendixAt(i) : null;
            if (next != null || i == lines.size()) {
                new Part(appendix, lines.subList(from, i)).cut();
                from = i;
                appendix = next;
            }
        }
        var passages = new ArrayList<Passage>();
        Map<String, Integer> seen = new HashMap<>();
        for (var unit : units) {
            var address = unit.address();
            int times = seen.merge(address, 1, Integer::sum);
            while (times > 1 && seen.putIfAbsent(address + "之" + times, 1) != null) {
                times++;
            }
            passages.add(new Passage(
                    passages.size() + 1,
                    times == 1 ? address : address + "之" + times,
                    unit.kind,
                    unit.start,
                    unit.end,
                    fullText.substring(unit.start, unit.end)));
        }
        return List.copyOf(passages);
    }

    /** Tells an appendix from the list of appendices that stands before the signature. */
    private @Nullable String appendixAt(int i) {
        var line = lines.get(i).text();
        var matcher = APPENDIX.matcher(line);
        if (!matcher.matches() || line.length() > 60 || lines.get(i).isClosed()) {
            return null;
        }
        var number = matcher.group(1);
        var name = number == null ? "附件" : "附件" + Normalizer.normalize(number, Normalizer.Form.NFKC);
        var title = matcher.group(3);
        boolean alone = title.isEmpty();
        if (number == null) {
            return alone && matcher.group(2).isEmpty() ? name : null;
        }
        if (alone) {
            return name;
        }
        boolean spaced = !matcher.group(2).isEmpty() || Character.isWhitespace(line.charAt(matcher.end(1)));
        return spaced && !startsAppendix(i - 1) && !startsAppendix(i + 1) && i + 1 < lines.size() ? name : null;
    }

    private boolean startsAppendix(int i) {
        return i >= 0
                && i < lines.size()
                && APPENDIX.matcher(lines.get(i).text()).matches();
    }

    /** The main text, or one appendix in the same file. */
    private final class Part {

        private final String prefix;
        private final boolean isAppendix;
        private final List<Line> lines;
        private final List<Level> stack = new ArrayList<>();
        private @Nullable Article article;
        private int lastArticle;
        private int tables;
        private boolean inTable;
        private final Map<String, Integer> counts = new HashMap<>();

        Part(@Nullable String appendix, List<Line> lines) {
            this.isAppendix = appendix != null;
            this.prefix = appendix == null ? "" : appendix + " ";
            this.lines = lines;
        }

        void cut() {
            int i = 0;
            if (isAppendix) {
                units.add(new Unit(PassageKind.CHAPTER, lines.get(0)).at(prefix.strip()));
                i = 1;
            }
            int body = i;
            while (body < lines.size() && lines.get(body).marker() == null) {
                body++;
            }
            cutHead(i, body);
            cutBody(body);
        }

        /** 版头, title and opening paragraphs; a text without any number is all of that. */
        private void cutHead(int from, int to) {
            int titleFrom = title(from, to);
            int titleTo = titleFrom;
            while (titleTo < to && continuesTitle(titleFrom, titleTo)) {
                titleTo++;
            }
            boolean numbered = to < lines.size();
            int signature = numbered ? to : signature(titleTo);
            for (int i = from; i < to; i++) {
                var line = lines.get(i);
                if (line.isTableRow()) {
                    row(line);
                } else if (i == titleFrom && titleTo > titleFrom) {
                    inTable = false;
                    var last = lines.get(titleTo - 1);
                    units.add(new Unit(PassageKind.TITLE, line.start(), last.end()).at(prefix + "标题"));
                    i = titleTo - 1;
                } else {
                    text(
                            line,
                            i < titleFrom ? "版头" : numbered ? "引言" : i < signature ? "正文" : "落款",
                            i < signature ? "段" : "行");
                }
            }
        }

        /** The first run of lines that ends like the name of a document, else the first that could be one. */
        private int title(int from, int to) {
            int first = -1;
            for (int i = from; i < to; i++) {
                if (!couldBeTitle(lines.get(i))) {
                    continue;
                }
                int last = i;
                while (last + 1 < to && continuesTitle(i, last + 1)) {
                    last++;
                }
                if (TITLE_END.matcher(lines.get(last).text()).find()) {
                    return i;
                }
                first = first < 0 ? i : first;
                i = last;
            }
            return first < 0 ? from : first;
        }

        private boolean continuesTitle(int first, int i) {
            var line = lines.get(i);
            if (!couldBeTitle(line)) {
                return false;
            }
            return i == first
                    || !line.afterGap()
                            && !TITLE_END.matcher(lines.get(i - 1).text()).find()
                            && i - first < 4;
        }

        private boolean couldBeTitle(Line line) {
            var text = line.text();
            return text.length() <= 60
                    && "。；;：:，,！!".indexOf(text.charAt(text.length() - 1)) < 0
                    && !line.isTableRow()
                    && !Character.isDigit(text.charAt(0))
                    && "（(【[〔".indexOf(text.charAt(0)) < 0
                    && text.codePoints().anyMatch(Character::isIdeographic)
                    && !DOCUMENT_NUMBER.matcher(text).find()
                    && !DATE.matcher(text).matches()
                    && !ClassificationMark.isMark(text);
        }

        private void cutBody(int from) {
            int signature = signature(from);
            boolean listing = false;
            for (int i = from; i < lines.size(); i++) {
                var line = lines.get(i);
                var marker = line.marker();
                listing = startsListing(line)
                        || listing && LISTED.matcher(line.text()).find();
                if (line.isTableRow()) {
                    row(line);
                    continue;
                }
                inTable = false;
                if (listing) {
                    text(line, "附件清单", "行");
                } else if (i >= signature && marker == null) {
                    text(line, "落款", "行");
                } else if (marker != null && accepts(marker)) {
                    boolean opensArticles = line.isHeading() && isArticle(i + 1);
                    place(line, marker, opensArticles);
                } else {
                    paragraph(line);
                }
            }
        }

        private boolean isArticle(int i) {
            var marker = i < lines.size() ? lines.get(i).marker() : null;
            return marker != null && marker.style() == Style.ARTICLE;
        }

        private boolean startsListing(Line line) {
            return line.text().matches("^附\\s*件\\s*[0-9一二三四五六七八九十]{0,2}\\s*[:：.、].*") && !line.isClosed();
        }

        /** Where names and date under the text begin: short lines before the last line that is a date, or the imprint. */
        private int signature(int from) {
            for (int i = from + 1; i < lines.size(); i++) {
                var text = lines.get(i).text();
                if (IMPRINT.matcher(text).find()) {
                    return i;
                }
                if (DATE.matcher(text).matches()) {
                    int first = i;
                    while (first - 1 > from && i - first < 4 && couldSign(lines.get(first - 1))) {
                        first--;
                    }
                    return first;
                }
            }
            return lines.size();
        }

        private boolean couldSign(Line line) {
            return line.marker() == null
                    && line.text().length() <= 30
                    && !startsListing(line)
                    && !line.isTableRow()
                    && line.text().chars().noneMatch(c -> "。；：，、;:,".indexOf(c) >= 0);
        }

        private boolean accepts(Marker marker) {
            return marker.style() != Style.ARTICLE || marker.number() > lastArticle || marker.number() == 1;
        }

        private void place(Line line, Marker marker, boolean opensArticles) {
            switch (marker.style()) {
                case PART, CHAPTER, SECTION -> placeChapter(line, marker);
                case WORD -> {
                    popTo(0);
                    push(line, marker);
                    units.add(new Unit(PassageKind.CHAPTER, line).at(prefix + labels()));
                }
                case ARTICLE -> placeArticle(line, marker);
                default -> placeItem(line, marker, opensArticles);
            }
        }

        private void placeChapter(Line line, Marker marker) {
            int depth = 0;
            while (depth < stack.size() && stack.get(depth).style.compareTo(marker.style()) < 0) {
                depth++;
            }
            popTo(depth);
            push(line, marker);
            units.add(new Unit(PassageKind.CHAPTER, line).at(prefix + labels()));
        }

        private void placeArticle(Line line, Marker marker) {
            int depth = depthOf(Style.ARTICLE);
            if (depth >= 0) {
                popTo(depth);
            }
            push(line, marker);
            lastArticle = marker.number();
            var opened = new Article(marker.label(), line.isHeading());
            article = opened;
            opened.paragraphs = opened.headed ? 0 : 1;
            units.add(new Unit(PassageKind.ARTICLE, line).in(prefix, opened, opened.paragraphs));
        }

        private void placeItem(Line line, Marker marker, boolean opensArticles) {
            if (opensArticles && article != null) {
                popTo(depthOf(Style.ARTICLE));
            }
            int depth = stack.size() - 1;
            while (depth >= 0 && !follows(depth, marker)) {
                depth--;
            }
            if (depth >= 0) {
                popTo(depth);
            } else if (marker.style() == Style.HAN_COMMA && article == null) {
                popTo(chapters());
            }
            push(line, marker);
            var kind = line.isHeading() && (marker.style() == Style.HAN_COMMA || opensArticles)
                    ? PassageKind.CHAPTER
                    : PassageKind.ITEM;
            var unit = new Unit(kind, line);
            units.add(
                    article == null
                            ? unit.at(prefix + labels())
                            : unit.in(prefix, article, -1).item(items()));
        }

        /** Whether the number goes on with the list at this depth, or begins that list again. */
        private boolean follows(int depth, Marker marker) {
            var level = stack.get(depth);
            if (level.style != marker.style()) {
                return false;
            }
            boolean innermost = depth == stack.size() - 1;
            return marker.number() > level.number || (innermost ? !level.open : marker.number() != 1);
        }

        private void paragraph(Line line) {
            if (stack.isEmpty()) {
                text(line, "引言", "段");
                return;
            }
            var top = stack.get(stack.size() - 1);
            if (article != null && (top.style == Style.ARTICLE || !top.open)) {
                popTo(depthOf(Style.ARTICLE) + 1);
                article.paragraphs++;
                units.add(new Unit(PassageKind.PARAGRAPH, line).in(prefix, article, article.paragraphs));
                return;
            }
            top.paragraphs++;
            var address = "第" + top.paragraphs + "段";
            var unit = new Unit(PassageKind.PARAGRAPH, line);
            units.add(
                    article == null
                            ? unit.at(prefix + labels() + address)
                            : unit.in(prefix, article, -1).item(items() + address));
        }

        private void row(Line line) {
            if (!inTable || line.afterGap()) {
                tables++;
                counts.remove("表");
            }
            inTable = true;
            int row = counts.merge("表", 1, Integer::sum);
            units.add(new Unit(PassageKind.TABLE_ROW, line).at(prefix + "表" + tables + "第" + row + "行"));
        }

        private void text(Line line, String name, String counter) {
            inTable = false;
            int number = counts.merge(name, 1, Integer::sum);
            units.add(new Unit(PassageKind.TEXT, line).at(prefix + name + "第" + number + counter));
        }

        private void push(Line line, Marker marker) {
            stack.add(new Level(marker, !line.isClosed(), line.isHeading() || !line.isClosed() ? 0 : 1));
        }

        private void popTo(int depth) {
            while (stack.size() > depth) {
                if (stack.remove(stack.size() - 1).style == Style.ARTICLE) {
                    article = null;
                }
            }
        }

        private int depthOf(Style style) {
            for (int i = stack.size() - 1; i >= 0; i--) {
                if (stack.get(i).style == style) {
                    return i;
                }
            }
            return -1;
        }

        private int chapters() {
            int depth = 0;
            while (depth < stack.size() && stack.get(depth).style.isChapter()) {
                depth++;
            }
            return depth;
        }

        /** A number such as 1.2 says by itself what it stands under. */
        private String labels() {
            var labels = new ArrayList<String>();
            for (var level : stack) {
                if (level.style == Style.DECIMAL) {
                    labels.removeIf(label -> level.label.startsWith(label));
                }
                labels.add(level.label);
            }
            return String.join("", labels);
        }

        /** 第(二)项第1目 below the article; what lies deeper keeps its own number. */
        private String items() {
            var items = new StringBuilder();
            var below = stack.subList(depthOf(Style.ARTICLE) + 1, stack.size());
            for (int i = 0; i < below.size(); i++) {
                var level = below.get(i);
                boolean bracket = level.style == Style.HAN_BRACKET;
                if (i == 0 && bracket) {
                    items.append("第").append(level.label).append("项");
                } else if (i == 0 && level.style == Style.DOT) {
                    items.append("第").append(level.number).append("项");
                } else if (i == 1 && below.get(0).style == Style.HAN_BRACKET && level.style == Style.DOT) {
                    items.append("第").append(level.number).append("目");
                } else {
                    items.append(level.label);
                }
            }
            return items.toString();
        }
    }

    private static final class Level {

        final Style style;
        final int number;
        final String label;
        final boolean open;
        int paragraphs;

        Level(Marker marker, boolean open, int paragraphs) {
            this.style = marker.style();
            this.number = marker.number();
            this.label = marker.label();
            this.open = open;
            this.paragraphs = paragraphs;
        }
    }

    private static final class Article {

        final String label;
        final boolean headed;
        int paragraphs;

        Article(String label, boolean headed) {
            this.label = label;
            this.headed = headed;
        }
    }

    /** A passage whose address waits for the end of its article: 第一款 is said only where there is a second. */
    private static final class Unit {

        final PassageKind kind;
        final int start;
        final int end;
        private String prefix = "";
        private String rest = "";
        private @Nullable Article article;
        private int paragraph;
        private boolean item;

        Unit(PassageKind kind, Line line) {
            this(kind, line.start(), line.end());
        }

        Unit(PassageKind kind, int start, int end) {
            this.kind = kind;
            this.start = start;
            this.end = end;
        }

        Unit at(String address) {
            this.rest = address;
            return this;
        }

        Unit in(String prefix, Article article, int paragraph) {
            this.prefix = prefix;
            this.article = article;
            this.paragraph = paragraph < 0 ? article.paragraphs : paragraph;
            return this;
        }

        Unit item(String items) {
            this.item = true;
            this.rest = items;
            return this;
        }

        String address() {
            if (article == null) {
                return rest;
            }
            boolean several = article.paragraphs > 1 || article.headed && !item;
            return prefix
                    + article.label
                    + (several && paragraph > 0 ? "第" + HanNumber.of(paragraph) + "款" : "")
                    + rest;
        }
    }
}
