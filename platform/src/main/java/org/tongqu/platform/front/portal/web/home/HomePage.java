package org.tongqu.platform.front.portal.web.home;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Icon;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.SearchBox;
import org.tongqu.design.view.Card;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.ServiceCard;
import org.tongqu.design.view.StatTiles;
import org.tongqu.design.view.StepList;

/**
 * The front door of the city: ask first, then what is mine, then what people mostly come for.
 *
 * @param mine     present for a person who is signed in
 * @param events   the doors by life event, for people and for firms
 * @param contacts ways to a human being
 */
public record HomePage(
        PageFrame frame,
        SearchBox search,
        Optional<Mine> mine,
        List<Events> events,
        Used used,
        Latest latest,
        Promise promise,
        List<Card> contacts)
        implements Page {

    /** @param all how many there are, in words, as the link to them */
    public record Mine(List<Matter> matters, String all, EmptyState empty) {
        public Mine {
            matters = List.copyOf(matters);
        }
    }

    /** @param when by when, in words */
    public record Matter(String title, String href, String step, String when, Optional<Lamp> lamp) {}

    public record Events(String id, String title, String lead, List<Event> doors) {
        public Events {
            doors = List.copyOf(doors);
        }
    }

    /** @param href empty while nothing of it is online: said so, and not a link to an empty list */
    public record Event(Icon icon, String label, String note, String href) {}

    /** @param all the link to every service, in words */
    public record Used(List<ServiceCard> services, String all, EmptyState empty) {
        public Used {
            services = List.copyOf(services);
        }
    }

    public record Latest(List<Published> results, EmptyState empty) {
        public Latest {
            results = List.copyOf(results);
        }
    }

    public record Published(String title, String href, String result, String office, String day) {}

    public record Promise(StatTiles figures, StepList promises) {}

    public HomePage {
        events = List.copyOf(events);
        contacts = List.copyOf(contacts);
    }
}
