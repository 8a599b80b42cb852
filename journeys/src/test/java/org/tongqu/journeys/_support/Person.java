package org.tongqu.journeys._support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Somebody at a browser of their own: cookies, sign-in, and the few things people do to pages. */
public final class Person implements AutoCloseable {

    /**
     * Whether a click opens another page: a link that is no mere jump, or the button of a form that may be sent. Playwright
     * waits for a page only when the browser began to load it at once, which a busy machine does not always do.
     */
    private static final String LEADS_AWAY = """
            clicked => {
                const link = clicked.closest('a[href]');
                if (link) {
                    return !link.getAttribute('href').startsWith('#') && !link.target && !link.hasAttribute('download');
                }
                const button = clicked.closest('button');
                return !!button && button.type === 'submit' && !!button.form
                    && (button.form.noValidate || button.formNoValidate || button.form.checkValidity());
            }""";

    /** What the demo prints for all its accounts. */
    private static final String PASSWORD = "Yunzhou-demo-2026";

    /** The departments' databases are filled after the platform serves. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BrowserContext context;
    private final Page page;

    private Person(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.setDefaultTimeout(20_000);
    }

    public static Person anybody() {
        return new Person(Chromium.browser().newContext(options()));
    }

    /** Somebody whose browser runs no scripts. */
    public static Person withoutScripts() {
        return new Person(Chromium.browser().newContext(options().setJavaScriptEnabled(false)));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    public static Person citizen(String mobile) {
        return anybody().signIn("/sign-in", mobile);
    }

    public static Person officer(String name) {
        return anybody().signIn("/desk/sign-in", name);
    }

    public Person signIn(String door, String name) {
        return visit(door).signInHere(name);
    }

    /** Signs in at the door that is open. */
    public Person signInHere(String name) {
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(PASSWORD);
        return click(page.locator("main form button").first());
    }

    /** Clicks the first of these. */
    public Person click(String selector) {
        return click(page.locator(selector).first());
    }

    /** Clicks; what another page is opened by returns when that page is there. */
    public Person click(Locator what) {
        if (Boolean.TRUE.equals(what.evaluate(LEADS_AWAY))) {
            page.waitForNavigation(
                    new Page.WaitForNavigationOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED), what::click);
        } else {
            what.click();
        }
        return this;
    }

    public Page page() {
        return page;
    }

    public Person visit(String path) {
        page.navigate(RunningDemo.at(path));
        return this;
    }

    /** Opens the page again and again until it has what is looked for: what happens beside the pages takes its time. */
    public Person untilThereIs(String path, String selector) {
        return until(path, () -> page.locator(selector).count() > 0, selector);
    }

    /** Opens the page again and again until it says all of this, as a person would who waits for it. */
    public Person untilItSays(String path, String... words) {
        return until(path, () -> Stream.of(words).allMatch(text()::contains), String.join(", ", words));
    }

    private Person until(String path, BooleanSupplier isThere, String what) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        do {
            visit(path);
        } while (!isThere.getAsBoolean() && System.nanoTime() < patience);
        if (!isThere.getAsBoolean()) {
            throw new AssertionError(path + " never had: " + what + "\nIt says:\n" + text());
        }
        return this;
    }

    public Person looksAs(String name) {
        Screens.look(page, name);
        return this;
    }

    public boolean looksWideAs(String name) {
        return Screens.lookWide(page, name);
    }

    public Person follow(String link) {
        return click(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
    }

    public Person press(String button) {
        return click(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first());
    }

    /** Presses a button among those behind a heading that was opened. */
    public Person pressIn(String heading, String button) {
        return click(page.locator("details[open]")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first());
    }

    /** The same person in another window of the same browser. */
    public Person secondWindow() {
        return new Person(context);
    }

    /** Opens what stands behind a heading. */
    public Person unfold(String heading) {
        page.locator("details:not([open]) > summary")
                .filter(new Locator.FilterOptions().setHasText(heading))
                .first()
                .click();
        return this;
    }

    /** Presses the one button that leads on. */
    public Person pressMain() {
        return click(page.locator("main form button.btn-main").last());
    }

    /** Gives an answer by the name of its field, whatever kind of field it is. */
    public Person answer(String name, String... values) {
        var field = page.locator("[name=\"" + name + "\"]");
        var kind = String.valueOf(field.first().evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type"));
        switch (kind) {
            case "select" -> field.selectOption(values[0]);
            case "radio", "checkbox" -> {
                for (var value : List.of(values)) {
                    page.locator("[name=\"" + name + "\"][value=\"" + value + "\"]")
                            .check();
                }
            }
            default -> field.fill(values[0]);
        }
        return this;
    }

    public boolean isAsked(String name) {
        return page.locator("[name=\"" + name + "\"]").count() > 0;
    }

    /** The name by which the page greets whoever is signed in. */
    public String ownName() {
        return page.locator(".visitor-name > span")
                .evaluate("shown => shown.firstChild.textContent.trim()")
                .toString();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    public String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    @Override
    public void close() {
        context.close();
    }
}
