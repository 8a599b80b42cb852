package org.tongqu.platform.operate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.nav.Trail;

/** FEATURE: a list is asked the same again on its next page. */
class ListAddressTest {

    private static final Texts TEXTS = TextsBundle.load(List.of(), List.of()).in(Language.ZH);

    @Test
    void thePagesOfAListKeepWhatWasAsked() {
        var asked = ListAddress.of("/list").with("q", "土 地").with("state", " ");

        var pages = asked.pages(TEXTS, Trail.of("a!b"), Optional.of("c&d"), "3");

        assertThat(pages.previous()).isEqualTo("/list?q=%E5%9C%9F%20%E5%9C%B0&after=a");
        assertThat(pages.next()).isEqualTo("/list?q=%E5%9C%9F%20%E5%9C%B0&after=a%21b%21c%26d");
        assertThat(asked.pages(TEXTS, Trail.of("a"), Optional.empty(), "").previous())
                .isEqualTo("/list?q=%E5%9C%9F%20%E5%9C%B0");
    }

    @Test
    void aListWithoutFiltersIsItsAddressAlone() {
        var pages = ListAddress.of("/list").pages(TEXTS, Trail.of("a"), Optional.of("b"), "");

        assertThat(pages.previous()).isEqualTo("/list");
        assertThat(pages.next()).isEqualTo("/list?after=a%21b");
    }
}
