package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.design.Whereabouts.Place;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;

class ShellTest {

    private static final Csrf CSRF = new Csrf("_csrf", "t0ken");
    private static final Content BODY = output -> output.writeContent("<h1>正文</h1>");

    @Test
    void bothShellsHaveOneHeadingASkipLinkAndALanguage() {
        for (var shell : List.of("PortalShell", "DeskShell")) {
            var html = render(shell, frame(Rendering.ZH, Visitor.stranger(CSRF, "/sign-in")));

            assertThat(html).startsWith("<!doctype html>").contains("<html lang=\"zh-CN\"");
            assertThat(html.split("<h1", -1)).hasSize(2);
            assertThat(html).contains("href=\"#main\"").contains("<main id=\"main\"");
        }
    }

    @Test
    void theCurrentPlaceIsMarkedForEyesAndEars() {
        var html = render("PortalShell", frame(Rendering.ZH, Visitor.stranger(CSRF, "/sign-in")));

        assertThat(html).contains("<a href=\"/mine\" aria-current=\"page\">我的办件");
        assertThat(html).contains("<a href=\"/\">首页");
    }

    @Test
    void aStrangerIsOfferedTheWayInAndAKnownPersonTheWayOut() {
        var stranger = render("PortalShell", frame(Rendering.EN, Visitor.stranger(CSRF, "/sign-in")));
        var known = render(
                "PortalShell",
                frame(Rendering.EN, Visitor.known(new Visitor.Person("李娜", ""), CSRF, "/sign-out", "/account")));

        assertThat(stranger).contains("href=\"/sign-in\"").doesNotContain("/sign-out");
        assertThat(known).contains("action=\"/sign-out\"").contains("name=\"_csrf\" value=\"t0ken\"");
    }

    @Test
    void aNoticeIsShownOnceAboveThePage() {
        var frame = frame(Rendering.ZH, Visitor.stranger(CSRF, "/sign-in"))
                .noticing(List.of(NoticeBanner.success("草稿已保存")));

        assertThat(render("DeskShell", frame)).containsOnlyOnce("草稿已保存");
    }

    @Test
    void whatAPersonChoseToReadWithIsOnThePage() {
        var comfort = new Comfort(Comfort.Theme.DARK, Comfort.TextSize.LARGE, "/comfort", "/language");
        var frame = new PageFrame(Rendering.ZH, "首页", Visitor.stranger(CSRF, "/in"), comfort, where(), List.of());

        assertThat(render("PortalShell", frame)).contains("data-theme=\"dark\" data-size=\"large\"");
    }

    private static String render(String shell, PageFrame frame) {
        return Rendering.of(shell, Map.of("frame", frame, "body", BODY));
    }

    private static PageFrame frame(Texts texts, Visitor visitor) {
        return new PageFrame(texts, "我的办件", visitor, Comfort.usual(), where(), List.of());
    }

    private static Whereabouts where() {
        var site = new Site("云州市政务服务", "云州市人民政府", "12345", "/", List.of());
        return new Whereabouts(
                site,
                "/mine?page=2",
                List.of(Place.of("home", "首页", "/", Icon.HOME), Place.of("mine", "我的办件", "/mine", Icon.INBOX)),
                "mine",
                Breadcrumbs.of(new Crumb("首页", "/"), new Crumb("我的办件", "")));
    }
}
