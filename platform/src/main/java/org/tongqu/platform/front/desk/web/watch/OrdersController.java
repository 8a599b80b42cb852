package org.tongqu.platform.front.desk.web.watch;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderPage;
import org.tongqu.platform.matter.supervision.OrderRefusal;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Supervision orders: the list, one of them, and what is said in it. The same pages for supervisors and offices. */
@Controller
class OrdersController {

    private static final String ADDRESS = "/desk/supervision/orders";

    private final Orders orders;
    private final Directory directory;
    private final Clock clock;

    OrdersController(Orders orders, Directory directory, Clock clock) {
        this.orders = orders;
        this.directory = directory;
        this.clock = clock;
    }

    /** Which orders are asked for, as it stands in the address. */
    record Query(@Nullable String state, @Nullable String after) {

        Optional<Order.State> chosen() {
            return WatchQuery.one(state, code -> Order.State.valueOf(code.toUpperCase(Locale.ROOT)));
        }

        String rows(String trail) {
            return ListAddress.of(ADDRESS)
                    .with(
                            "state",
                            chosen().map(known -> known.name().toLowerCase(Locale.ROOT))
                                    .orElse(""))
                    .with("after", trail)
                    .toString();
        }
    }

    /** What is written in a form about an order. */
    record Answer(
            @Nullable String words,
            @Nullable String again,
            @Nullable String days) {

        String said() {
            return words == null ? "" : words;
        }

        /** Why the answer is not enough. */
        String wanted() {
            return again == null ? "" : again;
        }

        int working() {
            return days != null && days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
        }
    }

    @GetMapping(ADDRESS)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, Query query) {
        var texts = frame.texts();
        var trail = Trail.of(query.after());
        var page = orders.page(officer, query.chosen(), trail.start());
        return Html.page(
                "front/desk/OrdersPage",
                new OrdersPage(
                        frame.titled(texts.say("supervision.orders")).at("orders", Breadcrumbs.none()),
                        tabs(texts, query, page),
                        table(texts, page),
                        Pagination.of(
                                texts,
                                trail,
                                page.next(),
                                query::rows,
                                texts.say(
                                        "supervision.orders.shown",
                                        texts.number(page.orders().size())))));
    }

    @GetMapping(ADDRESS + "/{id}")
    Html order(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        var file = orders.find(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = new OrderWords(frame.texts(), directory);
        return Html.page("front/desk/OrderFilePage", new OrderTelling(frame, file, words, clock.instant()).page());
    }

    @PostMapping(ADDRESS + "/{id}/answer")
    Object answer(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id, Answer form) {
        return done(frame, officer, id, () -> orders.answer(officer, id, form.said()));
    }

    @PostMapping(ADDRESS + "/{id}/accept")
    Object accept(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id, Answer form) {
        return done(frame, officer, id, () -> orders.accept(officer, id, form.said()));
    }

    @PostMapping(ADDRESS + "/{id}/return")
    Object giveBack(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id, Answer form) {
        return done(frame, officer, id, () -> orders.giveBack(officer, id, form.wanted(), form.working()));
    }

    private Object done(
            PageFrame frame, SignedIn.Officer officer, String id, Supplier<Outcome<Order, OrderRefusal>> act) {
        return switch (act.get()) {
            case Outcome.Done<Order, OrderRefusal> done -> "redirect:" + ADDRESS + "/" + id;
            case Outcome.Refused<Order, OrderRefusal>(var why) -> {
                var words = new OrderWords(frame.texts(), directory).refusal(why);
                yield order(frame.noticing(List.of(NoticeBanner.error(words))), officer, id)
                        .with(
                                why instanceof OrderRefusal.WordsMissing || why instanceof OrderRefusal.DaysOutOfRange
                                        ? HttpStatus.UNPROCESSABLE_CONTENT
                                        : HttpStatus.CONFLICT);
            }
        };
    }

    private Tabs tabs(Texts texts, Query query, OrderPage page) {
        var words = new OrderWords(texts, directory);
        var all = page.counts().values().stream().mapToLong(Long::longValue).sum();
        var first = Stream.of(new Tabs.Tab("all", texts.say("desk.watch.all"), ADDRESS, texts.number(all)));
        var states = Stream.of(Order.State.values())
                .map(state -> new Tabs.Tab(
                        state.name(),
                        words.state(state),
                        ADDRESS + "?state=" + state.name().toLowerCase(Locale.ROOT),
                        texts.number(page.counts().getOrDefault(state, 0L))));
        return new Tabs(
                texts.say("supervision.orders"),
                Stream.concat(first, states).toList(),
                query.chosen().map(Order.State::name).orElse("all"));
    }

    private DataTable table(Texts texts, OrderPage page) {
        var columns = Stream.of(
                        "supervision.order.state",
                        "supervision.order.number",
                        "supervision.order.about",
                        "desk.watch.column.organisation",
                        "supervision.order.due")
                .map(key -> Column.of(texts.say(key)))
                .toList();
        return new DataTable(
                texts,
                texts.say("supervision.orders.caption"),
                columns,
                page.orders().stream().map(order -> row(texts, order)).toList(),
                EmptyState.of(texts.say("supervision.orders.none"), texts.say("supervision.orders.none.text")),
                "");
    }

    private Row row(Texts texts, Order order) {
        var href = ADDRESS + "/" + order.id();
        var words = new OrderWords(texts, directory);
        return Row.opening(
                href,
                new Cell.Lit(words.lamp(order, clock.instant())),
                new Cell.Opens(order.number(), href),
                new Cell.TwoLines(
                        Said.in(texts, order.about().label()), order.about().title()),
                new Cell.Words(words.office(order.to().addressed())),
                new Cell.Words(
                        order.state().waitsForOffice()
                                ? texts.until(order.term().dueAt())
                                : ""));
    }
}
