package org.fairreview.kit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.fairreview.kit.model.SmallModels.CASE;
import static org.fairreview.kit.model.SmallModels.CODE;
import static org.fairreview.kit.model.SmallModels.FORM;
import static org.fairreview.kit.model.SmallModels.HELP;
import static org.fairreview.kit.model.SmallModels.README;
import static org.fairreview.kit.model.SmallModels.ROWS;
import static org.fairreview.kit.model.SmallModels.WAY;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of the models find what is wrong, and nothing in what is right. */
class ModelCheckTests {

    @ParameterizedTest
    @EnumSource
    void sound_models_raise_no_complaint(ModelCheck check) {
        assertThat(check.complaints(SmallModels.sound(), CODE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("breaks")
    void a_break_is_found(ModelCheck check, String path, String text, String replacement, String complaint) {
        assertThat(check.complaints(SmallModels.broken(path, text, replacement), CODE))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                // names
                arguments(
                        ModelCheck.NAMES, CASE, "Task_Count", "ServiceTask_Count", "the id of a serviceTask is Task_"),
                arguments(ModelCheck.NAMES, CASE, "Flow_Begun", "Flow_begun", "the id of a sequenceFlow is Flow_"),
                arguments(ModelCheck.NAMES, CASE, "\"SmallCase\"", "\"smallCase\"", "is written in UpperCamel"),
                arguments(ModelCheck.NAMES, CASE, "\"SmallCase\"", "\"LargeCase\"", "called large-case.bpmn"),
                arguments(ModelCheck.NAMES, CASE, "Shape_Task_Count", "Shape_1", "is called Shape_Task_Count"),
                arguments(ModelCheck.NAMES, CASE, "bpmn:serviceTask", "bpmn:manualTask", "no place in the naming list"),
                arguments(ModelCheck.NAMES, WAY, "Rule_Easy", "Row_Easy", "the id of a rule is Rule_"),
                arguments(ModelCheck.NAMES, HELP, "SmallHelp", "SmallCase", "another file holds a process of this key"),
                // labels
                arguments(ModelCheck.LABELS, CASE, "走哪条路?", "走哪条路", "Gateway_Way: is not named as a question"),
                arguments(ModelCheck.LABELS, CASE, "name=\"短路\" ", "", "Flow_Short: does not say in Chinese"),
                arguments(
                        ModelCheck.LABELS, CASE, " default=\"Flow_Short\"", "", "Flow_Short: has a condition or else"),
                arguments(
                        ModelCheck.LABELS, CASE, "default=\"Flow_Short\"", "default=\"Flow_Long\"", "Flow_Long: has a"),
                arguments(ModelCheck.LABELS, CASE, "name=\"已计数\" ", "", "EndEvent_Counted: '' is no Chinese name"),
                arguments(ModelCheck.LABELS, CASE, "name=\"决定\"", "name=\"Decide\"", "'Decide' is no Chinese name"),
                arguments(ModelCheck.LABELS, CASE, "name=\"计数\"", "name=\"Count\"", "'Count' is no Chinese name"),
                arguments(
                        ModelCheck.LABELS,
                        CASE,
                        "sourceRef=\"Gateway_Way\" targetRef=\"Task_Decide\"",
                        "sourceRef=\"Task_ChooseWay\" targetRef=\"Task_Decide\"",
                        "Flow_Long: has a condition, but no question before it"),
                arguments(
                        ModelCheck.LABELS,
                        CASE,
                        "sourceRef=\"Task_Count\"",
                        "sourceRef=\"Task_Decide\"",
                        "Flow_Counted: leaves a step together with others"),
                // glue
                arguments(ModelCheck.GLUE, CASE, "${count}", "${cuont}", "Task_Count: there is no bean '${cuont}'"),
                arguments(ModelCheck.GLUE, CASE, "${count}", "${count.run()}", "there is no bean '${count.run()}'"),
                arguments(ModelCheck.GLUE, CASE, "${count}", "${decide}", "the bean 'decide' is no JavaDelegate"),
                arguments(ModelCheck.GLUE, CASE, "${decide}", "${count}", "the bean 'count' is no TaskListener"),
                arguments(ModelCheck.GLUE, CASE, "${decide}", "${list}", "no model names the bean 'decide'"),
                arguments(
                        ModelCheck.GLUE,
                        CASE,
                        "camunda:delegateExpression=\"${count}\"",
                        "camunda:class=\"org.fairreview.Count\"",
                        "Task_Count: names a class instead of a bean"),
                arguments(
                        ModelCheck.GLUE, CASE, "decisionRef=\"SmallWay\"", "decisionRef=\"Way\"", "no decision 'Way'"),
                arguments(
                        ModelCheck.GLUE,
                        CASE,
                        "decisionRefBinding=\"deployment\"",
                        "decisionRefBinding=\"latest\"",
                        "binds the newest decision"),
                arguments(ModelCheck.GLUE, CASE, "singleEntry", "resultList", "does not map one answer"),
                // variables
                arguments(ModelCheck.VARIABLES, CASE, "${way ==", "${path ==", "'path' is no declared variable"),
                arguments(ModelCheck.VARIABLES, CASE, "'LONG'}", "'LOGN'}", "'LOGN' is no value of 'way'"),
                arguments(ModelCheck.VARIABLES, CASE, "'LONG'}", "'LONG'", "is no expression"),
                arguments(
                        ModelCheck.VARIABLES, CASE, "resultVariable=\"way\"", "resultVariable=\"w\"", "'w' is no decl"),
                arguments(ModelCheck.VARIABLES, CASE, "value=\"$kind\"", "value=\"$sort\"", "'sort' is no declared"),
                arguments(ModelCheck.VARIABLES, CASE, "value=\"unit\"", "value=\"office\"", "'office' is no declared"),
                arguments(ModelCheck.VARIABLES, CASE, "source=\"kind\"", "source=\"sort\"", "'sort' is no declared"),
                arguments(ModelCheck.VARIABLES, CASE, "target=\"helpId\"", "target=\"kind\"", "'kind' is no declared"),
                arguments(ModelCheck.VARIABLES, CASE, "#{execution.", "#{task.", "'task' is no declared variable"),
                arguments(ModelCheck.VARIABLES, WAY, "<text>kind", "<text>sort", "SmallWay: 'sort' is no declared"),
                arguments(
                        ModelCheck.VARIABLES, WAY, "name=\"way\"", "name=\"path\"", "SmallWay: 'path' is no declared"),
                arguments(ModelCheck.VARIABLES, WAY, "\"SHORT\"", "\"BRIEF\"", "'BRIEF' is no value of 'way'"),
                arguments(ModelCheck.VARIABLES, HELP, "SmallHelp", "SmallAid", "SmallAid: has no contract in code"),
                arguments(
                        ModelCheck.VARIABLES,
                        HELP,
                        "SmallHelp",
                        "SmallAid",
                        "SmallHelp: is a contract without a model"),
                // tasks
                arguments(ModelCheck.TASKS, CASE, "decide.form", "deicde.form", "there is no form"),
                arguments(ModelCheck.TASKS, CASE, "decide.form", "deicde.form", "decide.form: no task has this form"),
                arguments(
                        ModelCheck.TASKS,
                        CASE,
                        " camunda:formKey=\"camunda-forms:deployment:decide.form\"",
                        "",
                        "Task_Decide: has no form"),
                arguments(ModelCheck.TASKS, CASE, "value=\"clerk\"", "value=\"clark\"", "there is no role 'clark'"),
                arguments(ModelCheck.TASKS, CASE, "value=\"receipt\"", "value=\"recept\"", "has no step 'recept'"),
                arguments(
                        ModelCheck.TASKS,
                        CASE,
                        "property name=\"unit\"",
                        "property name=\"unti\"",
                        "no property 'unit'"),
                arguments(
                        ModelCheck.TASKS,
                        CASE,
                        "property name=\"unit\"",
                        "property name=\"unti\"",
                        "reads the property"),
                arguments(ModelCheck.TASKS, CASE, "event=\"create\"", "event=\"assignment\"", "is created by []"),
                arguments(
                        ModelCheck.TASKS, CASE, "${routeTask}", "${count}", "is created by [count], not by routeTask"),
                arguments(ModelCheck.TASKS, CASE, "${decide}", "${routeTask}", "is completed by [routeTask]"),
                arguments(
                        ModelCheck.TASKS,
                        CASE,
                        "name=\"决定\"",
                        "name=\"决定\" camunda:candidateGroups=\"u01clerk\"",
                        "Task_Decide: routes itself"),
                // calls
                arguments(ModelCheck.CALLS, CASE, "=\"SmallHelp\"", "=\"SmallAid\"", "there is no process 'SmallAid'"),
                arguments(
                        ModelCheck.CALLS,
                        CASE,
                        "calledElementBinding=\"deployment\"",
                        "calledElementBinding=\"latest\"",
                        "calls the newest process"),
                arguments(ModelCheck.CALLS, CASE, "processBusinessKey", "id", "does not pass the business key on"),
                arguments(ModelCheck.CALLS, CASE, "target=\"region\"", "target=\"kind\"", "does not pass 'region'"),
                arguments(
                        ModelCheck.CALLS,
                        CASE,
                        "<camunda:in source=\"region\" target=\"region\" />",
                        "<camunda:in variables=\"all\" />",
                        "passes all variables"),
                // forms
                arguments(
                        ModelCheck.FORMS,
                        FORM,
                        "\"reason\"",
                        "\"grounds\"",
                        "reason: 'decide' reads what the form lacks"),
                arguments(ModelCheck.FORMS, FORM, "\"reason\"", "\"grounds\"", "grounds: 'decide' does not read it"),
                arguments(ModelCheck.FORMS, FORM, "\"reason\"", "\"way\"", "way: is a process variable too"),
                arguments(ModelCheck.FORMS, FORM, "\"NO\"", "\"NEVER\"", "offers 'NEVER', which is no Verdict"),
                arguments(ModelCheck.FORMS, FORM, "\"group\"", "\"dynamiclist\"", "has a dynamic list"),
                arguments(ModelCheck.FORMS, ROWS, "\"remark\"", "\"note\"", "remark: 'list' reads what the form lacks"),
                arguments(ModelCheck.FORMS, ROWS, "\"remark\"", "\"note\"", "note: 'list' does not read it"),
                arguments(ModelCheck.FORMS, ROWS, "\"count\"", "\"number\"", "items[].count: 'list' reads what"),
                arguments(ModelCheck.FORMS, ROWS, "\"count\"", "\"number\"", "items[].number: 'list' does not read it"),
                arguments(ModelCheck.FORMS, ROWS, "\"YES\"", "\"YEAH\"", "items[].verdict: offers 'YEAH'"),
                arguments(ModelCheck.FORMS, ROWS, "answer: (", "reply: (", "hint: 'list' does not read it"),
                arguments(ModelCheck.FORMS, ROWS, "'verdict'", "'judgement'", "judgement: 'list' does not read it"),
                arguments(ModelCheck.FORMS, ROWS, "data-row-of=\"items\"", "", "items[].title: 'list' reads what"),
                arguments(ModelCheck.FORMS, ROWS, "\"items\"", "\"remark\"", "remark: is no list of records"),
                arguments(ModelCheck.FORMS, ROWS, "\"answer\"", "\"way\"", "sends [way], not 'answer' alone"),
                // history
                arguments(
                        ModelCheck.HISTORY, CASE, " camunda:historyTimeToLive=\"P30D\"", "", "SmallCase: 'null' is no"),
                arguments(ModelCheck.HISTORY, WAY, " camunda:historyTimeToLive=\"P30D\"", "", "SmallWay: 'null' is no"),
                // diagrams
                arguments(ModelCheck.DIAGRAMS, CASE, "bpmnElement=\"Task_Count\"", "", "Task_Count: is not drawn"),
                arguments(ModelCheck.DIAGRAMS, CASE, "bpmnElement=\"Flow_Begun\"", "", "Flow_Begun: is not drawn"),
                arguments(
                        ModelCheck.DIAGRAMS,
                        WAY,
                        "dmnElementRef=\"SmallWay\"",
                        "dmnElementRef=\"Input_Kind\"",
                        "SmallWay: is not drawn"),
                arguments(
                        ModelCheck.DIAGRAMS,
                        CASE,
                        "x=\"36\" y=\"18\"",
                        "x=\"66\" y=\"18\"",
                        "not drawn from StartEvent"),
                arguments(
                        ModelCheck.DIAGRAMS, CASE, "x=\"600\" y=\"18\"", "x=\"500\" y=\"18\"", "not drawn to EndEvent"),
                arguments(ModelCheck.DIAGRAMS, CASE, "x=\"300\" y=\"0\"", "x=\"180\" y=\"0\"", "Gateway_Way: lies on"),
                // table
                arguments(
                        ModelCheck.TABLE, README, "决定 (clerk", "决定 (reviewer", "people's tasks: should read 决定 (clerk"),
                arguments(
                        ModelCheck.TABLE,
                        README,
                        "`P9D`",
                        "`P8D`",
                        "timers: should read `BoundaryEvent_Overdue` `P9D`"),
                arguments(
                        ModelCheck.TABLE,
                        README,
                        "small-help.svg",
                        "small-case.svg",
                        "picture: should read [picture](demo/small-help.svg)"),
                arguments(ModelCheck.TABLE, README, "| the test ", "|  ", "SmallCase: nobody starts it"),
                arguments(
                        ModelCheck.TABLE, README, "call activity in `SmallCase`", "a person", "started by `SmallCase`"),
                arguments(ModelCheck.TABLE, README, ") 小案", ") 大案", "SmallCase: the table lacks the row"),
                arguments(ModelCheck.TABLE, README, ") 小案", ") 大案", "大案: is the row of no model"),
                arguments(
                        ModelCheck.TABLE,
                        README,
                        "Decisions: [`SmallWay`]",
                        "Decisions: [`Way`]",
                        "SmallWay: no line"));
    }

    @Test
    void a_second_file_of_the_same_name_is_found() {
        assertThat(ModelCheck.NAMES.complaints(SmallModels.with("other/decide.form", "{}"), CODE))
                .singleElement(STRING)
                .contains("has the name of demo/decide.form");
    }

    @Test
    void a_model_without_its_picture_is_found() {
        assertThat(ModelCheck.DIAGRAMS.complaints(SmallModels.without("demo/small-case.svg"), CODE))
                .containsExactly("demo/small-case.bpmn: has no picture: draw it (bpmn/README.md)");
    }

    @Test
    void a_picture_of_another_state_of_the_model_is_found() {
        Models models = SmallModels.withBrokenPicture(CASE, "P9D", "P8D");

        assertThat(ModelCheck.DIAGRAMS.complaints(models, CODE))
                .containsExactly("demo/small-case.svg: shows another state of the model: draw it (bpmn/README.md)");
    }

    @Test
    void a_picture_changed_by_hand_is_found() {
        Models models = SmallModels.withBrokenPicture("demo/small-case.svg", "a drawing", "a doodle");

        assertThat(ModelCheck.DIAGRAMS.complaints(models, CODE))
                .containsExactly("demo/small-case.svg: was changed by hand: draw it (bpmn/README.md)");
    }

    @Test
    void a_picture_without_its_model_is_found() {
        assertThat(ModelCheck.DIAGRAMS.complaints(SmallModels.with("demo/gone.svg", "<svg/>"), CODE))
                .containsExactly("demo/gone.svg: is the picture of no model");
    }

    @Test
    void a_form_field_that_has_the_name_of_another_process_s_variable_is_found() {
        var code = new CodeNames(
                CODE.beans(),
                List.of(
                        CODE.contracts().get(0),
                        new ProcessContract("SmallHelp", List.of(Var.text("helpId"), Var.text("reason")))),
                CODE.limits());

        assertThat(ModelCheck.FORMS.complaints(SmallModels.sound(), code))
                .containsExactly("demo/decide.form, reason: is a process variable too: the answer would stay");
    }

    @Test
    void a_delegate_that_no_model_names_is_found() {
        Map<String, Class<?>> beans = new TreeMap<>(CODE.beans());
        beans.put("forgotten", JavaDelegate.class);

        assertThat(ModelCheck.GLUE.complaints(
                        SmallModels.sound(), new CodeNames(beans, CODE.contracts(), Set.of("receipt"))))
                .containsExactly("JavaDelegate: no model names the bean 'forgotten'");
    }
}
