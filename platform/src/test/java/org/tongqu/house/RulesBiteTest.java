package org.tongqu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule finds a deliberate fault where it stands, and lets the right thing pass. */
class RulesBiteTest {

    private final Rule habits = new HabitRule(Set.of("m/src/main/Terminal.java"), Set.of("m/src/main/Border.java"));

    @Test
    void aLongFileAndALongMethodAreFound() {
        var method = "void m() {\n" + "int x;\n".repeat(59) + "}\n";

        assertFinds(new SizeRule(), "class A {\n" + method + "}\n", 2, "m has 61 lines");
        assertFinds(new SizeRule(), "class A {}\n" + "\n".repeat(600), 1, "601 lines");
        assertPasses(new SizeRule(), "class A {\n" + method.replaceFirst("int x;\n", "") + "}\n");
    }

    @Test
    void tooManyParametersAreFoundButARecordMayHoldWhatItHolds() {
        assertFinds(
                new SizeRule(),
                "interface A {\n void m(int a, int b, int c, int d, int e, int f, int g);\n}",
                2,
                "m has 7 parameters");
        assertFinds(
                new SizeRule(),
                "class A {\n A(int a, int b, int c, int d, int e, int f, int g, int h) {}\n}",
                2,
                "8 parameters");
        assertPasses(new SizeRule(), "class A { A(int a, int b, int c, int d, int e, int f, int g) {} }");
        assertPasses(new SizeRule(), "record A(int a, int b, int c, int d, int e, int f, int g, int h) { A {} }");
    }

    @Test
    void aBooleanParameterIsFoundWhereOthersCall() {
        var rule = new BooleanParameterRule();

        assertFinds(rule, "class A {\n void open(String file, boolean quick) {}\n}", 2, "quick");
        assertFinds(rule, "interface A {\n void open(Boolean quick);\n}", 2, "quick");
        assertPasses(rule, "class A { private void open(boolean quick) {} }");
        assertPasses(rule, "class A { @Override public void open(boolean quick) {} }");
        assertPasses(rule, "record A(boolean quick) { A {} }");
        assertPasses(rule, "class A { A truth(boolean value) { return this; } }");
        assertFinds(rule, "class A {\n void write(int to, boolean value) {}\n}", 2, "value");
    }

    @Test
    void aChineseWordInAProgramIsFoundButATermInACommentIsNot() {
        var rule = new ChineseWordsRule();

        assertFinds(rule, "class A {\n String city = \"云州市\";\n}", 2, "云州市");
        assertFinds(rule, "class A {\n String text = \"\"\"\n  好\n  \"\"\";\n}", 2, "好");
        assertFinds(rule, "class A {\n char one = '市';\n}", 2, "市");
        assertPasses(rule, "/** 补正: put right. */ class A { String list = \"、\"; }");
    }

    @Test
    void aNameThatHidesWhatItIsIsFound() {
        var rule = new NameRule();

        for (var name : new String[] {
            "StringUtil",
            "DateUtils",
            "CaseHelper",
            "TaskManager",
            "PersonDTO",
            "UserVO",
            "CaseInfo",
            "RuleBase",
            "FormData",
            "StoreImpl",
            "DefaultStore",
            "AbstractStore",
            "ThingsCommon"
        }) {
            assertFinds(rule, "class A {\n record " + name + "() {}\n}", 2, name);
        }
        assertPasses(rule, "record YearWithoutData(int year) {}");
        assertPasses(rule, "class Database {}");
    }

    @Test
    void aMapOfAnythingIsFound() {
        assertFinds(new NameRule(), "interface A {\n Map<String, Object> all();\n}", 2, "map of anything");
        assertPasses(new NameRule(), "interface A { Map<String, Datum> all(); }");
    }

    @Test
    void printingIsFoundExceptAtATerminal() {
        var printing = "class A { void m() {\n System.out.println(1); } }";

        assertFinds(habits, printing, 2, "prints");
        assertFinds(habits, "class A { void m(Exception e) {\n e.printStackTrace(); } }", 2, "stack trace");
        assertThat(habits.findings(Source.of("m/src/main/Terminal.java", printing)))
                .isEmpty();
    }

    @Test
    void catchingWhateverComesIsFoundExceptAtABorder() {
        var swallowing = "class A { void m() { try { n(); }\n catch (IOException | Exception e) { } } }";

        assertFinds(habits, swallowing, 2, "whatever");
        assertFinds(habits, "class A { void m() { try { n(); }\n catch (Throwable e) { } } }", 2, "whatever");
        assertThat(habits.findings(Source.of("m/src/main/Border.java", swallowing)))
                .isEmpty();
        assertPasses(habits, "class A { void m() { try { n(); } catch (IOException e) { } } }");
    }

    @Test
    void anInjectedFieldIsFound() {
        assertFinds(habits, "class A {\n @Autowired Store store;\n}", 2, "constructor");
        assertFinds(habits, "class A {\n @org.springframework.beans.factory.annotation.Value(\"x\") int x;\n}", 2, "x");
    }

    @Test
    void sleepingInATestIsFound() {
        var sleeping = "class A { void m() {\n Thread.sleep(10); TimeUnit.SECONDS.sleep(1); } }";

        assertThat(habits.findings(Source.of("m/src/test/ATest.java", sleeping)))
                .hasSize(2)
                .allMatch(finding -> finding.line() == 2);
    }

    @Test
    void anEmptyTagIsFound() {
        var rule = new EmptyTagRule();

        assertFinds(rule, """
                interface A {
                    /**
                     * Opens.
                     *
                     * @param file
                     * @return what is in it
                     */
                    String open(String file);
                }
                """, 8, "@param file");
        assertFinds(rule, "/** A.\n * @param <T>\n */\nclass A<T> {}", 4, "<T>");
        assertFinds(rule, "interface A {\n /** M.\n * @throws Oops\n */\n void m();\n}", 5, "Oops");
        assertPasses(rule, "interface A { /** M. @param x the place */ void m(int x); }");
    }

    @Test
    void aTestThatAssertsNothingIsFound() {
        var rule = new AssertionRule();
        var name = "m/src/test/ATest.java";

        assertThat(rule.findings(Source.of(name, "class ATest {\n @Test void runs() { new A().run(); } }")))
                .singleElement()
                .matches(finding -> finding.line() == 2);
        assertThat(rule.findings(Source.of(
                        name, "class ATest { @Test void runs() { check(); } void check() { assertThat(1); } }")))
                .isEmpty();
        assertThat(rule.findings(
                        Source.of(name, "class ATest { @Test void loops() { again(); } void again() { again(); } }")))
                .hasSize(1);
    }

    private static void assertFinds(Rule rule, String text, long line, String problem) {
        assertThat(rule.findings(Source.of("m/src/main/A.java", text)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(line);
                    assertThat(finding.problem()).contains(problem);
                });
    }

    private static void assertPasses(Rule rule, String text) {
        assertThat(rule.findings(Source.of("m/src/main/A.java", text))).isEmpty();
    }
}
