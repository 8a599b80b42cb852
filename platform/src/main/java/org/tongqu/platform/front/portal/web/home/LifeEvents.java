package org.tongqu.platform.front.portal.web.home;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.Texts;
import org.tongqu.platform.front.portal.web.home.HomePage.Event;
import org.tongqu.platform.front.portal.web.home.HomePage.Events;
import org.tongqu.platform.matter.services.ItemSummary;

/**
 * The doors by what happens in a life or in a firm. Which services stand behind one is said by the packs; behind a door where nothing is online yet stands where to ask.
 */
@Component
class LifeEvents {

    private record Door(String key, Icon icon) {}

    private static final List<Door> LIFE = List.of(
            new Door("birth", Icon.BABY_CARRIAGE),
            new Door("school", Icon.SCHOOL),
            new Door("work", Icon.BRIEFCASE),
            new Door("marriage", Icon.HEART_HANDSHAKE),
            new Door("housing", Icon.HOME),
            new Door("health", Icon.STETHOSCOPE),
            new Door("retirement", Icon.CALENDAR),
            new Door("farewell", Icon.FILE_TEXT));

    private static final List<Door> FIRM = List.of(
            new Door("establishment", Icon.BUILDING_STORE),
            new Door("project", Icon.BUILDING_COMMUNITY),
            new Door("permit", Icon.LICENSE),
            new Door("operation", Icon.TOOLS),
            new Door("tax", Icon.CHART_BAR),
            new Door("talent", Icon.USERS),
            new Door("change", Icon.REFRESH),
            new Door("exit", Icon.LOGOUT));

    List<Events> doors(Texts texts, List<ItemSummary> items) {
        return List.of(events(texts, items, "life", LIFE), events(texts, items, "firm", FIRM));
    }

    private Events events(Texts texts, List<ItemSummary> items, String group, List<Door> doors) {
        var key = "portal.home." + group;
        return new Events(
                group,
                texts.say(key),
                texts.say(key + ".lead"),
                doors.stream().map(door -> event(texts, items, door)).toList());
    }

    private Event event(Texts texts, List<ItemSummary> items, Door door) {
        var behind = items.stream()
                .filter(item -> item.events().containsKey(door.key()))
                .count();
        return new Event(
                door.icon(),
                texts.say("portal.event." + door.key()),
                behind == 0 ? texts.say("portal.home.event.none") : texts.say("portal.home.event.count", behind),
                "/life/" + door.key());
    }
}
