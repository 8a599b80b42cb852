package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.notices.Telling;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderStep;
import org.tongqu.platform.trust.directory.Directory;

/** Tells those whose turn it is what happened to an order, in the transaction in which it did. */
@Component
public class OrderNotices {

    private final NoticeBox notices;
    private final TextsBundle texts;
    private final Directory directory;

    OrderNotices(NoticeBox notices, TextsBundle texts, Directory directory) {
        this.notices = notices;
        this.texts = texts;
        this.directory = directory;
    }

    public void tell(Order order, OrderStep.Kind kind, List<String> recipients, Instant now) {
        if (recipients.isEmpty()) {
            return;
        }
        var word = kind.name().toLowerCase(Locale.ROOT);
        var key = "supervision.order.notice." + word;
        notices.tell(new Telling(
                UUID.fromString(order.id()),
                order.version(),
                "supervision.order-" + word,
                recipients,
                new Telling.Words(
                        said(key + ".title", order),
                        said(key + ".text", order),
                        "/desk/supervision/orders/" + order.id()),
                now));
    }

    private Label said(String key, Order order) {
        return new Label(said(Language.ZH, key, order), said(Language.EN, key, order));
    }

    private String said(Language language, String key, Order order) {
        var spoken = texts.in(language);
        var office = directory.organisation(order.to().organisation()).name();
        var english = language == Language.EN && !office.en().isBlank();
        var about = order.about().label();
        return spoken.say(
                key,
                order.number(),
                order.about().title(),
                language == Language.EN && !about.en().isBlank() ? about.en() : about.zh(),
                english ? office.en() : office.zh(),
                spoken.moment(order.term().dueAt()));
    }
}
