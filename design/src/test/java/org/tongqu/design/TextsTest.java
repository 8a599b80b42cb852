package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    @TempDir
    Path folder;

    @Test
    void theComponentsSayTheSameInBothLanguages() {
        assertThat(TextsBundle.ofComponents().problems()).isEmpty();
    }

    @Test
    void aSentenceIsFilledWithItsArguments() throws IOException {
        var texts = bundle("hello=您好，{0}，共 {1} 件", "hello=Hello {0}, {1} {1|matter|matters}");

        assertThat(texts.in(Language.ZH).say("hello", "李娜", 2)).isEqualTo("您好，李娜，共 2 件");
        assertThat(texts.in(Language.EN).say("hello", "Li Na", "x")).isEqualTo("Hello Li Na, x matters");
    }

    @Test
    void englishChoosesTheWordThatFitsTheNumber() throws IOException {
        var texts = bundle("n={0} 件", "n={0} {0|matter|matters}").in(Language.EN);

        assertThat(texts.say("n", 1)).isEqualTo("1 matter");
        assertThat(texts.say("n", 0)).isEqualTo("0 matters");
    }

    @Test
    void anArgumentIsNeverReadAsAPatternAgain() throws IOException {
        var texts = bundle("say={0}", "say={0}").in(Language.ZH);

        assertThat(texts.say("say", "$1 {0} \\")).isEqualTo("$1 {0} \\");
    }

    @Test
    void aMissingSentenceIsSeenOnThePageAndRemembered() throws IOException {
        var bundle = bundle("a=甲", "a=A");

        assertThat(bundle.in(Language.ZH).say("nowhere")).isEqualTo("⟦nowhere⟧");
        assertThat(bundle.askedInVain()).containsExactly("nowhere");
    }

    @Test
    void keysThatOneLanguageLacksOrFillsOtherwiseAreListed() throws IOException {
        var problems = bundle("a=甲\nb={0}", "b={1}\nc=C").problems();

        assertThat(problems)
                .containsExactly("a is missing in en", "b uses [0] in zh but [1] in en", "c is missing in zh");
    }

    @Test
    void aKeyTwoFilesDefineIsListed() throws IOException {
        var one = file("one.properties", "a=1");
        var two = file("two.properties", "a=2");

        var problems = TextsBundle.load(List.of(one, two), List.of(one)).problems();

        assertThat(problems).singleElement().asString().startsWith("a is defined twice");
    }

    @Test
    void daysAndTimesAreWrittenAsTheReaderWritesThem() {
        var moment = Instant.parse("2026-11-22T06:30:00Z");

        assertThat(Rendering.ZH.day(LocalDate.of(2026, 11, 2))).isEqualTo("2026年11月2日");
        assertThat(Rendering.EN.day(LocalDate.of(2026, 11, 2))).isEqualTo("2 Nov 2026");
        assertThat(Rendering.ZH.moment(moment)).isEqualTo("2026年11月22日 14:30");
        assertThat(Rendering.EN.number(1234567)).isEqualTo("1,234,567");
    }

    private TextsBundle bundle(String zh, String en) throws IOException {
        return TextsBundle.load(List.of(file("zh.properties", zh)), List.of(file("en.properties", en)));
    }

    private URL file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toURL();
    }
}
