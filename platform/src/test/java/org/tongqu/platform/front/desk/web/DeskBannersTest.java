package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Comfort;
import org.tongqu.design.Csrf;
import org.tongqu.design.Language;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Site;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.Visitor;
import org.tongqu.design.Whereabouts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: who can do something about it is warned while there is still time. */
class DeskBannersTest {

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Directory directory = platform.bean(Directory.class);
    private final int lastKnown = Collections.max(directory.calendar().years());

    private List<NoticeBanner> banners(String role, LocalDate today) {
        var texts = TextsBundle.load(List.of(file("zh")), List.of(file("en"))).in(Language.ZH);
        var where =
                new Whereabouts(new Site("", "", "", "/desk", List.of()), "/desk", List.of(), "", Breadcrumbs.none());
        var frame = new PageFrame(texts, "", Visitor.stranger(Csrf.NONE, ""), Comfort.usual(), where, List.of());
        var clock = Clock.fixed(today.atTime(9, 0).atZone(Texts.ZONE).toInstant(), Texts.ZONE);
        var officer = new SignedIn.Officer("account", "staff", "某人", "office", Set.of(role));
        return new DeskBanners(directory, platform.bean(NoticeBox.class), clock)
                .on(frame, officer)
                .notices();
    }

    private static java.net.URL file(String language) {
        return Objects.requireNonNull(
                DeskBannersTest.class.getResource("/texts/front/desk/" + language + ".properties"));
    }

    @Test
    void fromOctoberOnTheMissingCalendarOfTheNextYearIsSaidToThoseWhoCanImportIt() {
        var october = LocalDate.of(lastKnown, 10, 1);

        for (var role : List.of("system-administrator", "supervisor")) {
            assertThat(banners(role, october)).singleElement().satisfies(banner -> {
                assertThat(banner.tone()).isEqualTo(NoticeBanner.Tone.WARNING);
                assertThat(banner.title()).contains(String.valueOf(lastKnown + 1));
            });
        }
        assertThat(banners("acceptor", october)).isEmpty();
    }

    @Test
    void beforeOctoberNobodyIsBotheredWithTheNextYear() {
        assertThat(banners("supervisor", LocalDate.of(lastKnown, 9, 30))).isEmpty();
    }

    @Test
    void aRunningYearWithoutACalendarIsSaidAtAnyTime() {
        assertThat(banners("supervisor", LocalDate.of(lastKnown + 1, 1, 2)))
                .singleElement()
                .satisfies(banner -> assertThat(banner.title()).contains(String.valueOf(lastKnown + 1)));
    }
}
