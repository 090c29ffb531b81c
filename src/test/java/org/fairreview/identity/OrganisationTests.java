package org.fairreview.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.fairreview.kit.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ResourceLoader;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation file with a mistake, or a password that is too weak, stops the start with one sentence. */
@ProductTest
class OrganisationTests {

    @Autowired
    Directory directory;

    @Autowired
    RegionRows regions;

    @Autowired
    UnitRows units;

    @Autowired
    AccountRows accounts;

    @Autowired
    Units register;

    @Autowired
    ResourceLoader resources;

    @Autowired
    ObjectMapper json;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    regions: [                                                      | 无法读取
                    regions: 7                                                      | 无法读取
                    places: []                                                      | 无法读取
                    regions: [{id: r-1, name: 某市}]                                  | 区划 r-1:编号须为字母和数字
                    regions: [{id: r1}]                                             | 区划 r1:编号须为字母和数字,并写明名称
                    regions: [{id: r1, name: 某区, parent: r9}]                       | 上级区划 r9 未登记
                    regions: [{id: city, name: 某市}]                                 | 编号去掉开头的字母后不能为空
                    regions: [{id: x420600, name: 某市}]                              | 也不能与其他区划相同
                    units: [{id: x1, name: 某局, region: r420600, regulator: true}]   | 区划 r420600 已有市场监管部门
                    units: [{id: x1, name: 某局, region: r9}]                         | 所属区划 r9 未登记
                    units: [{id: x1, name: 某局}]                                     | 所属区划 null 未登记
                    people: [{id: 张三, name: 张三}]                                   | 账号须为字母和数字
                    people: [{id: zhangsan, name: 张三, posts: ["u99:clerk"]}]         | 岗位 u99:clerk 须写成
                    people: [{id: zhangsan, name: 张三, posts: ["u01:king"]}]          | 岗位 u01:king 须写成
                    people: [{id: zhangsan, name: 张三, posts: ["clerk"]}]             | 岗位 clerk 须写成
                    people: [{id: zhangsan, name: 张三, password: kurz}]               | 初始口令不符合口令规则
                    """)
    void a_mistake_is_named(String text, String sentence) throws IOException {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "regions: []", "people: [{id: zhangsan, name: 张三}]"})
    void what_is_left_out_is_empty(String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }

    @Test
    void the_example_for_the_first_day_is_a_file_without_mistake_that_names_every_role() throws IOException {
        String example = resources
                .getResource("classpath:organisation/organisation.example.yaml")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThatCode(() -> read(example)).doesNotThrowAnyException();
        assertThat(example)
                .contains(Arrays.stream(Role.values()).map(Role::word).toList());
        assertThat(example).contains(":secadmin\"");
    }

    @Test
    void a_weak_password_of_the_first_administrator_is_refused() {
        Directory empty = mock(Directory.class, AdditionalAnswers.delegatesTo(directory));
        doReturn(true).when(empty).hasNoPeople();
        assertThatThrownBy(() -> run(empty, folder.resolve("none.yaml"), "admin-Admin-1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("FAIRREVIEW_ADMIN_PASSWORD 不符合口令规则");
        assertThatThrownBy(() -> run(empty, folder.resolve("none.yaml"), " "))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("首次启动需要设置环境变量 FAIRREVIEW_ADMIN_PASSWORD");
    }

    @Test
    void whose_account_the_file_opens_has_to_change_the_password() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThatCode(() -> read("people: [{id: newcomer, name: 某人, posts: [\"u02:drafter\"]}]"))
                    .doesNotThrowAnyException();
            Account account = accounts.findById("newcomer").orElseThrow();
            assertThat(account.passwordMustChange()).isTrue();
            assertThat(account.unitId()).isEqualTo("u02");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_regulator_that_was_merged_may_stay_in_the_file_and_its_new_people_go_to_the_successor() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            units.findById("u21")
                    .orElseThrow()
                    .dissolveInto(units.findById("u22").orElseThrow(), Instant.EPOCH);
            units.flush();
            assertThatCode(
                            () -> read(
                                    """
                            units: [{id: u21, name: 枣阳市市场监督管理局, region: r420683, regulator: true}]
                            people: [{id: latecomer, name: 某人, posts: ["u21:clerk"]}]
                            """))
                    .doesNotThrowAnyException();
            assertThat(directory.actor("latecomer").orElseThrow().posts()).containsExactly(new Post("u22", Role.CLERK));
            status.setRollbackOnly();
        });
    }

    private void read(String text) throws IOException {
        run(directory, Files.writeString(folder.resolve("organisation.yaml"), text), "");
    }

    private void run(Directory people, Path file, String adminPassword) {
        Organisation organisation = new Organisation(
                people,
                regions,
                units,
                accounts,
                register,
                resources,
                json,
                new MissingOrganisation(
                        regions, people, folder.toString(), file.toUri().toString()),
                adminPassword,
                "Xiangyang#2026",
                true);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            organisation.run(new DefaultApplicationArguments());
            status.setRollbackOnly();
        });
    }
}
