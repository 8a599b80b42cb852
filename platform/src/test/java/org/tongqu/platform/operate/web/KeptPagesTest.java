package org.tongqu.platform.operate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a page that is the same for everybody travels once; a page that is somebody's stays nowhere. */
class KeptPagesTest {

    private final StartedPlatform platform = StartedPlatform.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/services", "/results", "/help", "/about"})
    void aPageAStrangerHasAlreadyIsNotSentAgain(String path) {
        var stranger = platform.visitor();
        var first = stranger.opens(path);

        var second = again(stranger, path, first.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).containsIgnoringCase("cookie");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/services", "/results", "/openness", "/help", "/about"})
    void aPageWithoutAFormThatIsSentGivesAStrangerNoCookie(String path) {
        var stranger = platform.visitor();

        assertThat(stranger.opens(path).header("Set-Cookie")).as(path).isEmpty();
        assertThat(stranger.opens("/sign-in").header("Set-Cookie")).contains("stranger=");
    }

    @Test
    void theSamePageInAnotherLanguageIsAnotherPage() {
        var stranger = platform.visitor();
        var chinese = stranger.opens("/help").header("ETag");
        stranger.opens("/language?lang=en&back=/help");

        var english = again(stranger, "/help", chinese);

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.body()).contains("lang=\"en\"");
    }

    @Test
    void whoIsSignedInGetsEveryPageAnewAndItIsKeptNowhere() {
        var employer = Employer.at(platform, "11110105MB0P0004XX");
        var worker = employer.signIn(employer.hires());
        var strangers = platform.visitor().opens("/help").header("ETag");

        for (var path : new String[] {"/", "/help", "/desk/packs", "/account/sessions"}) {
            var page = again(worker, path, strangers);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Cache-Control")).as(path).contains("no-store");
            assertThat(page.header("ETag")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/progress", "/sign-in", "/register", "/no-such-page"})
    void whatMayHoldSomethingPersonalIsKeptNowhere(String path) {
        var page = platform.visitor().opens(path);

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("ETag")).isEmpty();
    }

    private static Visitor.Answer again(Visitor visitor, String path, String tag) {
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(path))
                .header("If-None-Match", tag)
                .GET()
                .build());
    }
}
