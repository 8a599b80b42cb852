package org.tongqu.platform.operate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;

/** FEATURE: every answer carries what protects the reader. */
class AnswersTest {

    private final Visitor visitor = StartedPlatform.shared().visitor();

    @Test
    void noAnswerLetsForeignOrInlineScriptsRun() {
        assertThat(visitor.opens("/health").header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(visitor.opens("/no-such-page").header("Content-Security-Policy"))
                .contains("script-src 'self'");
    }

    @Test
    void theTypeOfAnAnswerIsNotGuessedAndItsAddressNotTold() {
        Visitor.Answer answer = visitor.opens("/health");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void aVersionedFileMayBeKeptForAYearAndAnyOtherAnswerMayNot() {
        assertThat(visitor.opens("/assets/design/tongqu.css?v=1").header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(visitor.opens("/health").header("Cache-Control")).contains("no-store");
    }

    @Test
    void whoWatchesFromOutsideIsToldThatItWorksAndNothingElse() {
        Visitor.Answer answer = visitor.opens("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(visitor.opens("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
    }
}
