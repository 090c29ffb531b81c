package org.fairreview.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.audit.AuditTexts;
import org.fairreview.audit.ChainEntry;
import org.springframework.web.util.HtmlUtils;

/** The report of an evidence package: what its other files say, for reading; the manifest holds its digest. */
final class CaseReport {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<ResourceBundle> LABELS = Stream.of(
                    "audit", "pages", "identity", "screening", "notification")
            .map(name -> ResourceBundle.getBundle("messages/" + name, Locale.ROOT))
            .toList();

    /** In the column of what was done. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("task", "taskName");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STYLE =
            """
            body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#222}
            h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #ccc;padding:.35em .6em;text-align:left;vertical-align:top}th{background:#f3f4f6}
            td.n{white-space:nowrap}.auto{color:#777}code{font-size:.85em;word-break:break-all}ul{margin:0;padding-left:1.2em}
            .scroll{overflow-x:auto}@media print{body{margin:0;max-width:none}}""";

    private final Map<PersonalValue.Place, PersonalValue> personal;
    private final StringBuilder html = new StringBuilder();

    private CaseReport(Map<PersonalValue.Place, PersonalValue> personal) {
        this.personal = personal;
    }

    static String of(
            String caseNumber,
            Map<String, List<PackageEntry>> chains,
            Map<PersonalValue.Place, PersonalValue> personal,
            Proof proof) {
        return new CaseReport(personal).report(caseNumber, chains, proof);
    }

    private String report(String caseNumber, Map<String, List<PackageEntry>> chains, Proof proof) {
        String title = AuditTexts.of("evidence.report.title", caseNumber);
        html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escape(title))
                .append("</h1>\n");
        paragraph(AuditTexts.of(
                "evidence.report.proof",
                proof.checkpoint().number(),
                SECOND.format(proof.checkpoint().at()),
                proof.checkpoint().key()));
        proof.inclusions()
                .forEach(inclusion -> paragraph(AuditTexts.of(
                        "evidence.report.covered",
                        inclusion.leaf().chain(),
                        inclusion.leaf().length())));
        paragraph(AuditTexts.of("evidence.report.check"));
        table("evidence.report.entries", chains.get(PackageParts.CASE));
        documents(chains.get(PackageParts.CASE));
        if (!chains.get(PackageParts.READS).isEmpty()) {
            table("evidence.report.reads", chains.get(PackageParts.READS));
        }
        if (!chains.get(PackageParts.LIST).isEmpty()) {
            table("evidence.report.list", chains.get(PackageParts.LIST));
        }
        return html.append("</body></html>\n").toString();
    }

    private void paragraph(String text) {
        html.append("<p>").append(escape(text)).append("</p>\n");
    }

    private void table(String title, List<PackageEntry> entries) {
        heading(title, "evidence.report.columns");
        for (PackageEntry entry : entries) {
            ChainEntry link = entry.link();
            html.append(link.automatic() ? "<tr class=\"auto\">" : "<tr>")
                    .append("<td class=\"n\">")
                    .append(link.seq())
                    .append("</td><td class=\"n\">")
                    .append(SECOND.format(link.at()))
                    .append("</td><td>")
                    .append(escape(who(link)))
                    .append("</td><td>")
                    .append(escape(what(entry)))
                    .append("</td><td>");
            if (entry.isEmptied()) {
                html.append(escape(AuditTexts.of("evidence.report.destroyed")));
            } else {
                said(details(entry));
            }
            html.append("<code>").append(entry.hash(), 0, 16).append("</code></td></tr>\n");
        }
        html.append("</table></div>\n");
    }

    private void documents(List<PackageEntry> entries) {
        heading("evidence.report.documents", "evidence.report.documentColumns");
        for (PackageEntry entry : entries) {
            if (entry.link().act().equals(PackageParts.FILE_KEPT) && !entry.isEmptied()) {
                html.append("<tr><td>")
                        .append(escape(entry.said().path("file").asText()))
                        .append("</td><td>")
                        .append(SECOND.format(entry.link().at()))
                        .append("</td><td><code>")
                        .append(escape(PackageParts.DOCUMENTS
                                + entry.said().path("sha256").asText()))
                        .append("</code></td></tr>\n");
            }
        }
        html.append("</table></div>\n");
    }

    private void heading(String title, String columns) {
        html.append("<h2>").append(escape(AuditTexts.of(title))).append("</h2>\n<div class=\"scroll\"><table><tr>");
        for (String column : AuditTexts.of(columns).split(",")) {
            html.append("<th>").append(escape(column)).append("</th>");
        }
        html.append("</tr>\n");
    }

    private String who(ChainEntry link) {
        if (link.automatic()) {
            return AuditTexts.of("evidence.report.automatic");
        }
        PersonalValue who = personal.get(new PersonalValue.Place(link.chain(), link.seq(), "actor"));
        String account = link.actor() == null ? "" : link.actor();
        if (who == null) {
            return link.personal().containsKey("actor") ? AuditTexts.of("evidence.report.erased", account) : account;
        }
        JsonNode read = read(who.value());
        return "%s %s (%s)"
                .formatted(read.path("name").asText(), read.path("unit").asText(""), account);
    }

    private static String what(PackageEntry entry) {
        String task = entry.said().path("taskName").asText("");
        String act = label("act." + entry.link().act()).orElse(entry.link().act());
        return task.isEmpty() ? act : act + "：" + task;
    }

    private JsonNode details(PackageEntry entry) {
        JsonNode said = entry.said();
        return said.has("answer") ? said.get("answer") : said;
    }

    private void said(JsonNode node) {
        if (node.isObject()) {
            html.append("<ul>");
            node.properties().forEach(field -> {
                if (!SAID_ELSEWHERE.contains(field.getKey())) {
                    field(field.getKey(), field.getValue());
                }
            });
            html.append("</ul>");
        } else if (node.isArray()) {
            html.append("<ul>");
            node.forEach(element -> {
                html.append("<li>");
                said(element);
                html.append("</li>");
            });
            html.append("</ul>");
        } else {
            html.append(escape(node.isNull() ? "" : node.asText()));
        }
    }

    private void field(String name, JsonNode value) {
        String label =
                label("evidence.said." + name).or(() -> label("said." + name)).orElse(name);
        html.append("<li>").append(escape(label)).append("：");
        if (value.isValueNode() && !value.isNull()) {
            String text = value.asText();
            html.append(escape(label("said." + name + "." + text)
                    .or(() -> value.isBoolean() ? label("said." + text) : Optional.empty())
                    .orElse(text)));
        } else {
            said(value);
        }
        html.append("</li>");
    }

    private static Optional<String> label(String key) {
        return LABELS.stream()
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
