package org.tongqu.bench.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** FEATURE: what a browser would send back is read from a page. */
class MarkupTest {

    private static final String PAGE = """
            <div class="error-summary" role="alert" tabindex="-1" id="missing">
            <h2>2 &gt; 1</h2> <ul><li><a href="/x">name is missing</a></li></ul>
            </div>
            <form method="post" action="/drafts/7/submit">
            <input type="hidden" name="_csrf" value="a&amp;b">
            <input type="hidden" name="token" value="t-1">
            </form>
            """;

    @Test
    void aHiddenValueIsReadByItsName() {
        assertThat(Markup.hidden(PAGE, "token")).contains("t-1");
        assertThat(Markup.hidden(PAGE, "_csrf")).contains("a&b");
        assertThat(Markup.hidden(PAGE, "other")).isEmpty();
    }

    @Test
    void thePlaceAFormGoesToIsFound() {
        assertThat(Markup.first(PAGE, Pattern.compile("action=\"(/drafts/[^\"]+)\"")))
                .contains("/drafts/7/submit");
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        assertThat(Markup.problems(PAGE)).isEqualTo("2 > 1 name is missing");
        assertThat(Markup.problems("<p>all is well</p>")).isEmpty();
    }

    @Test
    void anAnswerThatIsNotTheOneExpectedTellsWhatThePageSays() {
        var answer = new Answer("POST /drafts/7/submit", 422, "", PAGE);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(answer::sent))
                .hasMessage("POST /drafts/7/submit answered 422 instead of a redirection: 2 > 1 name is missing");
    }

    @Test
    void anAddressIsLocalHoweverItWasGiven() {
        assertThat(Answer.local("http://localhost:8080/my/cases/1?done=x")).isEqualTo("/my/cases/1?done=x");
        assertThat(Answer.local("/my")).isEqualTo("/my");
    }
}
