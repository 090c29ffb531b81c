package org.fairreview.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.identity.Role;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.Measures;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do in a review, each step once: they submit, find, ask, conclude, sign, seal and issue. */
@Component
@Profile("replay")
class ReviewSteps {

    private static final String HEARING = "书面征求了相关企业、行业协会商会的意见，并在政府网站公开征求社会公众意见三十日。";
    private static final String ADOPTION = "收到的意见逐条研究，采纳情况见起草说明，未采纳的已向提出者说明理由。";
    private static final String FIRST_OPINION = "经对照十八项审查标准逐条初审，认为未违反审查标准。";

    private final Cast people;
    private final Words words;
    private final Submissions submissions;
    private final CaseFile cases;
    private final Measures measures;
    private final Texts texts;
    private final LegalAdvices advices;

    ReviewSteps(
            Cast people,
            Words words,
            Submissions submissions,
            CaseFile cases,
            Measures measures,
            Texts texts,
            LegalAdvices advices) {
        this.people = people;
        this.words = words;
        this.submissions = submissions;
        this.cases = cases;
        this.measures = measures;
        this.texts = texts;
        this.advices = advices;
    }

    void submit(MeasureCourse course, ReviewRoute procedure, boolean restricts) {
        String drafter = drafter(course);
        boolean joint = procedure == ReviewRoute.JOINT;
        Submission submission = new Submission(
                course.unit,
                new MeasureFacts(
                        course.title,
                        kind(course),
                        joint ? Issuance.GOVERNMENT : Issuance.DEPARTMENT,
                        joint ? "襄阳市人民政府办公室" : people.unitName(course.unit),
                        "",
                        course.topic,
                        "国家和省有关规定",
                        people.nameOf(drafter),
                        "0710-0000000"),
                new DraftersStatement(true, HEARING, ADOPTION, FIRST_OPINION),
                List.of(
                        new Submission.SubmittedFile(
                                FileRole.BODY,
                                people.upload(drafter, course.unit, course.title, text(course, restricts))),
                        new Submission.SubmittedFile(
                                FileRole.EXPLANATION,
                                people.upload(
                                        drafter, course.unit, "起草说明", words.explanation(course.title, course.place)))));
        course.submitted(people.as(drafter, () -> submissions.submit(submission, people.actor(drafter))));
    }

    private static MeasureKind kind(MeasureCourse course) {
        boolean normative = course.document == null
                ? course.place % 3 == 0
                : course.document.kind() == ProcedureKind.NORMATIVE_DOCUMENT;
        return normative ? MeasureKind.NORMATIVE_DOCUMENT : MeasureKind.POLICY_DOCUMENT;
    }

    String text(MeasureCourse course, boolean restricts) {
        return words.text(course.title, course.topic, restricts ? course.clause.clause() : words.open(), course.place);
    }

    String drafter(MeasureCourse course) {
        return people.in(course.unit, Role.DRAFTER);
    }

    void withdraw(MeasureCourse course) {
        String drafter = drafter(course);
        people.as(drafter, () -> submissions.withdraw(course.number(), "起草工作暂停，撤回送审材料。", people.actor(drafter)))
                .ifPresent(ReviewSteps::refuse);
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }

    /** The finding about the clause that restricts. */
    Map<String, Object> found(MeasureCourse course) {
        String quotation = course.clause.clause();
        String file = measures.version(cases.get(course.number()).versionId())
                .reviewedFiles()
                .get(0)
                .sha256();
        Passage passage = texts.passages(file).stream()
                .filter(each -> each.text().contains(quotation))
                .findFirst()
                .orElseThrow();
        int start = passage.start() + passage.text().indexOf(quotation);
        Map<String, Object> finding = new HashMap<>();
        finding.put("fileSha256", file);
        finding.put("address", passage.address());
        finding.put("startOffset", start);
        finding.put("endOffset", start + quotation.length());
        finding.put("quotation", quotation);
        finding.put("item", course.clause.item());
        finding.put("reason", course.clause.reason());
        finding.put("requiredChange", course.clause.change());
        if (course.clause.specificOperator()) {
            finding.put("specificOperator", true);
        }
        return finding;
    }

    /** The findings as they were carried into the present round. */
    List<Map<String, Object>> carried(MeasureCourse course) {
        List<Map<String, Object>> carried = new ArrayList<>();
        for (Finding finding : cases.findings(course.number())) {
            Map<String, Object> written = new HashMap<>();
            written.put("id", finding.id());
            written.put("fileSha256", finding.fileSha256());
            written.put("address", finding.address());
            written.put("startOffset", finding.startOffset());
            written.put("endOffset", finding.endOffset());
            written.put("quotation", finding.quotation());
            written.put("item", finding.item());
            written.put("reason", finding.reason());
            written.put("requiredChange", finding.requiredChange());
            written.put("specificOperator", finding.specificOperator());
            carried.add(written);
        }
        return carried;
    }

    /** The answer of the form in which a conclusion is drafted. */
    Map<String, Object> draft(MeasureCourse course, Conclusion conclusion) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("step", "SIGN");
        draft.put("decisions", decisions(course, conclusion));
        draft.put("conclusion", conclusion.name());
        draft.put("hearing", HEARING);
        draft.put("firstOpinion", FIRST_OPINION);
        draft.put("reasoning", reasoning(conclusion));
        draft.put("workAdvice", "");
        draft.put(
                "adoptions",
                advices.of(course.number()).stream()
                        .filter(LegalAdvice::awaitsAdoption)
                        .map(advice -> Map.of("advice", advice.id(), "adopted", "ADOPTED"))
                        .toList());
        if (conclusion == Conclusion.EXCEPTION) {
            draft.put("exceptionCase", "PUBLIC_INTEREST");
            draft.put("effect", "在实施期限内对外地经营者进入本地市场有一定影响。");
            draft.put("ground", "为节约能源资源、保护生态环境所必需。");
            draft.put("leastHarm", "经比较其他办法，没有对公平竞争影响更小的替代方案。");
            draft.put("endsOn", people.today().plusYears(2).toString());
            draft.put("endCondition", "");
            draft.put("periodReason", "与项目建设周期一致。");
            draft.put("other", "每年评估实施效果。");
        }
        return draft;
    }

    private List<Map<String, Object>> decisions(MeasureCourse course, Conclusion conclusion) {
        String disposition =
                switch (conclusion) {
                    case DOES_NOT_CONFORM -> "CHANGE_REQUIRED";
                    case EXCEPTION -> "EXCEPTED";
                    default -> "AMENDED";
                };
        return cases.findings(course.number()).stream()
                .map(finding -> Map.<String, Object>of("id", finding.id(), "disposition", disposition))
                .toList();
    }

    private static String reasoning(Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS -> "经逐条对照十八项审查标准，未发现排除、限制竞争的内容。";
            case CONFORMS_AFTER_CHANGE -> "有关条款已按审查意见修改，修改后的内容不再排除、限制竞争。";
            case EXCEPTION -> "有关内容符合例外规定，期限明确。";
            default -> "有关条款排除、限制竞争，修改前不得出台。";
        };
    }

    /** The answer of the form in which the unit is asked to change its text. */
    Map<String, Object> changeAsked(MeasureCourse course) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("step", "ASK_CHANGE");
        draft.put("decisions", List.of());
        draft.put("hearing", "");
        draft.put("firstOpinion", "");
        draft.put("reasoning", "");
        draft.put("workAdvice", "");
        draft.put("changeAsked", course.clause.change());
        return draft;
    }

    /** The next version of the unit's text: without the clause, or as it was with what was missing. */
    Map<String, Object> nextVersion(MeasureCourse course, boolean restricts) {
        String drafter = drafter(course);
        Map<String, Object> version = new HashMap<>();
        version.put(
                "files",
                List.of(
                        Map.of(
                                "role",
                                "BODY",
                                "fileId",
                                people.upload(drafter, course.unit, course.title, text(course, restricts))),
                        Map.of(
                                "role",
                                "EXPLANATION",
                                "fileId",
                                people.upload(
                                        drafter,
                                        course.unit,
                                        "起草说明",
                                        words.explanation(course.title, course.place) + "四、修改情况。已按审查意见修改完善。")),
                        Map.of(
                                "role",
                                "HEARING",
                                "fileId",
                                people.upload(drafter, course.unit, "征求意见情况", HEARING + ADOPTION))));
        version.put("heard", true);
        version.put("hearing", HEARING);
        version.put("adoption", ADOPTION);
        version.put("firstOpinion", FIRST_OPINION);
        return version;
    }

    Map<String, Object> resubmission(MeasureCourse course) {
        Map<String, Object> version = nextVersion(course, false);
        version.put("revision", "RESUBMITTED");
        return version;
    }

    static Map<String, Object> givenUp() {
        return Map.of(
                "revision", "GIVEN_UP",
                "reason", "经研究不再出台。",
                "files", List.of(),
                "hearing", "",
                "adoption", "",
                "firstOpinion", "");
    }

    Map<String, Object> sealed(String userId, String unitId) {
        return Map.of("sealedOn", people.today().toString(), "scan", people.scan(userId, unitId));
    }

    Map<String, Object> issued(MeasureCourse course, boolean restricts) {
        String drafter = drafter(course);
        return Map.of(
                "outcome",
                "ISSUED",
                "number",
                documentNumber(course),
                "issuedOn",
                people.today().toString(),
                "link",
                "",
                "text",
                people.upload(drafter, course.unit, course.title, text(course, restricts)));
    }

    String documentNumber(MeasureCourse course) {
        return "襄%s〔%d〕%d号"
                .formatted(course.topic.substring(0, 2), people.today().getYear(), course.place + 1);
    }
}
