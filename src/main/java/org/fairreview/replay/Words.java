package org.fairreview.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The invented words of the year: titles and texts of measures, with and without a clause that restricts competition. */
@Component
@Profile("replay")
class Words {

    private static final List<String> PAPERS = List.of("管理办法", "若干措施", "实施细则", "扶持办法", "工作方案");
    private static final List<String> NUMERALS = List.of("", "（二）", "（三）", "（四）", "（五）", "（六）");

    /** A clause that restricts competition, and what a reviewer says of it. */
    record Clause(String item, String clause, String reason, String change, boolean specificOperator) {}

    private final Map<String, List<String>> topics;
    private final List<Clause> clauses;

    Words(ObjectMapper json) {
        topics = json.convertValue(
                read("replay/topics.yaml"), new TypeReference<LinkedHashMap<String, List<String>>>() {});
        clauses = json.convertValue(read("replay/clauses.yaml"), new TypeReference<List<Clause>>() {});
    }

    private static Object read(String file) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The units that draft. */
    List<String> units() {
        return List.copyOf(topics.keySet());
    }

    /** A topic of the unit; different for each place until all are used. */
    String topic(String unitId, int place) {
        List<String> all = topics.get(unitId);
        return all.get(place % all.size());
    }

    /** The title of the unit's measure at a place; no two are the same. */
    String title(String unitId, int place) {
        int many = topics.get(unitId).size();
        return "襄阳市%s%s%s"
                .formatted(
                        topic(unitId, place),
                        PAPERS.get((place + place / many) % PAPERS.size()),
                        NUMERALS.get(place / many / PAPERS.size() % NUMERALS.size()));
    }

    Clause clause(int place) {
        return clauses.get(place % clauses.size());
    }

    /** The text of a measure; the third article is the clause, or lets everybody in. */
    String text(String title, String topic, String third, int place) {
        return """
                %s
                第一条 为促进本市%s健康发展，规范有关工作，制定本文件。
                第二条 本市行政区域内%s的有关活动，适用本文件。
                第三条 %s。
                第四条 对符合条件的项目，按照项目实际投入的百分之%d给予补助，单个项目最高不超过%d万元；条件、程序和结果向社会公开。
                第五条 有关部门按照职责分工做好指导、服务和监督管理，不得违法干预经营者自主经营。
                第六条 本文件自印发之日起施行，有效期三年。
                """
                .formatted(title, topic, topic, third, 5 + place % 10, 20 + place % 7 * 10);
    }

    String open() {
        return "各类经营者，不论所有制和注册地，符合公开条件的，均可以平等参与";
    }

    String explanation(String title, int place) {
        return """
                关于《%s》的起草说明
                一、制定依据。根据国家和省有关规定，结合本市实际起草。
                二、听取意见情况。书面征求了%d家企业和行业协会的意见，并在政府网站公开征求社会公众意见三十日。
                三、采纳情况。共收到意见%d条，采纳%d条，其余已向提出者说明理由。
                """
                .formatted(title, 6 + place % 9, 5 + place % 8, 3 + place % 5);
    }
}
