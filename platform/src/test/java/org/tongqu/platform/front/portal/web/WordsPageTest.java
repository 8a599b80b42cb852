package org.tongqu.platform.front.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.design.TextsBundle;
import org.tongqu.platform._support.StartedPlatform;

/** FEATURE: a reader gets plain words in their language, and is told what to do when something did not work. */
class WordsPageTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /help,          怎么申请,   How to apply
                    /about,         怎么运转,   How it works
                    /accessibility, 无障碍说明, Accessibility
                    """)
    void everyPageOfWordsIsThereInBothLanguages(String path, String chinese, String english) {
        var reader = platform.visitor();

        assertThat(reader.opens(path).body())
                .contains("lang=\"zh-CN\"", chinese)
                .doesNotContain("⟦");
        assertThat(reader.opens("/language?lang=en&back=" + path).body())
                .contains("lang=\"en\"", english)
                .doesNotContain("⟦");
    }

    @Test
    void theReaderComesBackToTheSamePageAfterChangingTheLanguage() {
        var reader = platform.visitor();

        assertThat(reader.opens("/language?lang=en&back=/help?x=1").at().toString())
                .endsWith("/help?x=1");
        assertThat(reader.opens("/about").body()).contains("lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
    void nobodyIsSentToAnotherSite(String address) {
        var answer = platform.visitor()
                .opens("/language?lang=en&back=" + java.net.URLEncoder.encode(address, StandardCharsets.UTF_8));

        assertThat(answer.at().getHost()).isEqualTo("localhost");
        assertThat(answer.at().getPath()).isEqualTo("/");
    }

    @Test
    void sizeAndColoursAreKept() {
        var reader = platform.visitor();

        reader.opens("/comfort?theme=dark&back=/help");
        var page = reader.opens("/comfort?size=large&back=/help").body();

        assertThat(page).contains("data-theme=\"dark\"", "data-size=\"large\"");
    }

    @Test
    void anAddressThatDoesNotExistIsExplained() {
        var answer = platform.visitor().opens("/no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到这一页", "返回首页").doesNotContain("⟦");
    }

    @Test
    void aPageThatOnlyListensToFormsSaysSo() {
        var answer = platform.visitor().sends("/help", Map.of());

        assertThat(answer.status()).isIn(403, 405);
        assertThat(answer.body()).contains("<h1>").doesNotContain("Whitelabel", "⟦");
    }

    @Test
    void noPageAskedForASentenceThatNobodyWrote() {
        platform.visitor().opens("/help");

        assertThat(platform.bean(TextsBundle.class).askedInVain()).isEmpty();
    }
}
