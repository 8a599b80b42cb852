package org.tongqu.platform.data.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.design.Language;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Fault.Kind;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.data.catalog.SheetRefusal.Faulty;
import org.tongqu.platform.data.catalog.SheetRefusal.SheetFault;
import org.tongqu.platform.data.catalog.SheetRefusal.Unfit;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.sheets.Unreadable;

/** FEATURE: a department hands its catalogue in as a table, and out again. */
class CatalogSheetsTest {

    private static final List<String> HEADING = List.of(
            "信息资源分类", "信息资源名称", "信息资源摘要", "信息资源格式", "具体格式", "共享类型", "共享依据", "共享条件", "共享方式", "开放属性", "开放条件", "更新周期",
            "信息项名称", "字段名", "数据类型", "长度", "约束", "敏感级别", "数据元", "数源");

    private final Department department = Department.fresh();
    private final CatalogSheets sheets = department.bean(CatalogSheets.class);
    private final Catalog catalog = department.bean(Catalog.class);

    private static List<String> line(String name, String item, String field) {
        return List.of(
                "307900", name, "表格导入", "数据库", "mysql", "无条件共享", "", "", "库表、文件", "不开放", "", "每日", item, field, "字符型",
                "20", "必填", "内部", "", "数源");
    }

    private static List<String> with(List<String> line, String column, String value) {
        var changed = new ArrayList<>(line);
        changed.set(HEADING.indexOf(column), value);
        return changed;
    }

    @SafeVarargs
    private static byte[] csv(Charset charset, List<String>... lines) {
        var text = new StringBuilder(String.join(",", HEADING)).append("\r\n");
        for (var line : lines) {
            text.append(String.join(",", line)).append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    @SafeVarargs
    private static byte[] xlsx(List<String>... lines) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("目录");
            for (int column = 0; column < HEADING.size(); column++) {
                sheet.value(0, column, HEADING.get(column));
                for (int row = 0; row < lines.length; row++) {
                    sheet.value(row + 1, column, lines[row].get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<Listing.Row> inWork() {
        var all = new Filter(
                Shelf.IN_WORK, "", Optional.of(department.organisation()), Optional.empty(), Optional.empty());
        return catalog.list(department.officer(), all, "", 100).rows();
    }

    private List<SheetFault> faults(byte[] file) {
        var refused = sheets.take(department.officer(), file);
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        return refused.fold(
                taken -> List.<SheetFault>of(),
                refusal -> refusal instanceof Faulty(var faults, var more) ? faults : List.<SheetFault>of());
    }

    @Test
    void aTableBecomesDraftsOfTheDepartment() {
        var file = xlsx(line("门店备案", "门店名称", "shop"), line("门店备案", "地址", "address"), line("巡查记录", "巡查日期", "day"));

        assertThat(sheets.take(department.officer(), file)).isEqualTo(Outcome.done(new Taken(2, 0, 0)));

        assertThat(inWork()).extracting(Listing.Row::name).containsExactlyInAnyOrder("门店备案", "巡查记录");
        var shops = inWork().stream()
                .filter(row -> row.name().equals("门店备案"))
                .findFirst()
                .orElseThrow();
        var draft = catalog.editions(department.officer(), shops.code()).getFirst();
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.items()).extracting(Item::field).containsExactly("shop", "address");
        assertThat(draft.description().sharing().ways())
                .containsExactlyInAnyOrder(Description.Way.TABLE, Description.Way.FILE);
    }

    @Test
    void aTableOfChineseSpreadsheetProgramsIsReadTheSame() {
        var file = csv(Charset.forName("GB18030"), line("国标文件", "名称", "name"));

        assertThat(sheets.take(department.officer(), file)).isEqualTo(Outcome.done(new Taken(1, 0, 0)));
    }

    @Test
    void everyWrongCellIsToldAndNothingIsTaken() {
        var file = xlsx(
                with(line("甲", "名称", "name"), "共享类型", "随便共享"),
                with(line("乙", "名称", "name"), "共享类型", "不予共享"),
                line("丙", "名称", "1field"),
                with(line("丙", "别的", "other"), "更新周期", "每周"),
                line("好的", "名称", "name"));

        assertThat(faults(file))
                .extracting(SheetFault::sheet, SheetFault::row, SheetFault::part, SheetFault::column, SheetFault::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("目录", 2, "sharing", "F", Kind.NOT_IN_LIST),
                        org.assertj.core.groups.Tuple.tuple("目录", 3, "basis", "G", Kind.BASIS_MISSING),
                        org.assertj.core.groups.Tuple.tuple("目录", 4, "field", "N", Kind.UNFIT_FIELD),
                        org.assertj.core.groups.Tuple.tuple("目录", 5, "cycle", "L", Kind.DIFFERS));
        assertThat(inWork()).isEmpty();
    }

    @Test
    void aHeadingThatIsUnknownOrLackingIsToldOnce() {
        var file = ("信息资源名称,备注栏\r\n甲,x\r\n").getBytes(UTF_8);

        var faults = faults(file);

        assertThat(faults)
                .filteredOn(fault -> fault.kind() == Kind.UNKNOWN_COLUMN)
                .hasSize(1);
        assertThat(faults)
                .extracting(SheetFault::part)
                .contains("summary", "field")
                .doesNotHaveDuplicates();
        assertThat(faults).allMatch(fault -> fault.row() == 1);
    }

    @ParameterizedTest
    @EnumSource(SheetForm.class)
    void whatIsHandedOutCanBeHandedInAgain(SheetForm form) {
        var said = Department.draft("=往返,\"引号\"\n换行")
                .with(List.of(
                        Department.item("@名称", "name", Sensitivity.INTERNAL, Set.of(Item.Mark.KEY, Item.Mark.REQUIRED)),
                        Department.item("'-备注", "note", Sensitivity.PUBLIC, Set.of())));
        var code = department.published(said);

        var same = written(form, Language.ZH);
        assertThat(sheets.take(department.officer(), same)).isEqualTo(Outcome.done(new Taken(0, 0, 1)));
        assertThat(sheets.take(department.officer(), written(form, Language.EN)))
                .isEqualTo(Outcome.done(new Taken(0, 0, 1)));
        assertThat(catalog.findPublished(code).orElseThrow().draft()).isEqualTo(said);
        assertThat(sheets.take(Department.fresh().officer(), same)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aChangedTableMakesTheNextEdition() {
        var code = department.published(Department.draft("旧名称"));
        var changed = new String(written(SheetForm.CSV, Language.ZH), UTF_8).replace("测试用的资源", "新的摘要");

        assertThat(sheets.take(department.officer(), changed.getBytes(UTF_8)))
                .isEqualTo(Outcome.done(new Taken(0, 1, 0)));

        var editions = catalog.editions(department.officer(), code);
        assertThat(editions).extracting(Edition::state).containsExactly(State.DRAFT, State.PUBLISHED);
        assertThat(editions.getFirst().description().summary()).isEqualTo("新的摘要");
    }

    private byte[] written(SheetForm form, Language language) {
        var out = new ByteArrayOutputStream();
        var own = new Filter(
                Shelf.PUBLISHED, "", Optional.of(department.organisation()), Optional.empty(), Optional.empty());
        try {
            sheets.write(department.officer(), own, form, language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void noCellHandedOutIsAFormula() {
        department.published(Department.draft("=HYPERLINK(\"http://example.org\")"));

        assertThat(new String(written(SheetForm.CSV, Language.ZH), UTF_8))
                .contains("'=HYPERLINK")
                .doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
    }

    @Test
    void aFormulaHandedInIsRefusedWithItsPlace() throws Exception {
        var typed = csv(UTF_8, with(line("甲", "名称", "name"), "信息资源摘要", "=1+1"));
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("目录");
            for (int column = 0; column < HEADING.size(); column++) {
                sheet.value(0, column, HEADING.get(column));
                sheet.value(1, column, line("甲", "名称", "name").get(column));
            }
            sheet.formula(1, 2, "1+1");
        }

        for (var file : List.of(typed, out.toByteArray())) {
            assertThat(faults(file))
                    .filteredOn(fault -> fault.kind() == Kind.FORMULA)
                    .extracting(SheetFault::row, SheetFault::column)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "C"));
        }
    }

    @Test
    void aFileThatIsNoTableIsRefusedForWhatItIs() throws Exception {
        assertThat(reason(new byte[0])).isEqualTo(Unreadable.EMPTY);
        assertThat(reason(new byte[(8 << 20) + 1])).isEqualTo(Unreadable.TOO_LARGE);
        assertThat(reason(new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }))
                .isEqualTo(Unreadable.OLD_SPREADSHEET);
        assertThat(reason("PK not a package".getBytes(UTF_8))).isEqualTo(Unreadable.BROKEN);
        var cut = xlsx(line("甲", "名称", "name"));
        assertThat(reason(Arrays.copyOf(cut, cut.length / 2))).isEqualTo(Unreadable.BROKEN);
        assertThat(reason(new byte[] {'a', 0, 'b', 0})).isEqualTo(Unreadable.NOT_TEXT);
        assertThat(reason(packed("xl/sheet.xml", new byte[100 << 20]))).isEqualTo(Unreadable.UNPACKS_TOO_LARGE);
        assertThat(reason(packed(
                        "xl/sheet.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>".getBytes(UTF_8))))
                .isEqualTo(Unreadable.DECLARES_ENTITIES);
        assertThat(reason("a\r\n".repeat(20_002).getBytes(UTF_8))).isEqualTo(Unreadable.TOO_MANY_ROWS);
        assertThat(sheets.take(department.acceptor(), csv(UTF_8))).isInstanceOf(Outcome.Refused.class);
    }

    private Unreadable reason(byte[] file) {
        return sheets.take(department.officer(), file)
                .fold(
                        taken -> {
                            throw new AssertionError("taken: " + taken);
                        },
                        refusal -> {
                            if (refusal instanceof Unfit(var reason)) {
                                return reason;
                            }
                            throw new AssertionError(refusal.toString());
                        });
    }

    private static byte[] packed(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
