package org.tongqu.engines.space.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.engines.space.address.Address.Door;

/** Takes addresses apart: a number along a road, a part of it, and building, unit and room beyond. */
public final class AddressReader {

    private static final int LONGEST = 200;
    private static final Pattern NUMBER;
    private static final Pattern REST;
    private static final Pattern ROAD;
    private static final Pattern AREA;
    private static final String AREA_TURNED;

    static {
        var words = AddressWords.read("address.properties");
        NUMBER = Pattern.compile(words.getOrDefault("number", ""));
        REST = Pattern.compile(words.getOrDefault("rest", ""));
        ROAD = Pattern.compile(words.getOrDefault("road", ""));
        AREA = Pattern.compile(words.getOrDefault("area", ""));
        AREA_TURNED = words.getOrDefault("area-turned", "");
    }

    private AddressReader() {}

    public static Address read(String text) {
        var likeness = Likeness.of(text.substring(0, Math.min(text.length(), LONGEST)));
        var number = NUMBER.matcher(likeness);
        return new Address(likeness, number.matches() ? Optional.of(door(number)) : Optional.empty());
    }

    private static Door door(Matcher number) {
        var rest = REST.matcher(number.group("rest"));
        var isRead = rest.matches();
        var lead = said(number, "lead") + said(number, "inner") + said(number, "within");
        var behind = isRead ? said(rest, "mark") + said(rest, "join") + said(rest, "part") : "";
        return new Door(
                number.group("before"),
                Integer.parseInt(number.group("number")),
                lead + behind,
                isRead ? said(rest, "beyond") : number.group("rest"));
    }

    private static String said(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).orElse("");
    }

    /** The end of the name of a division as a pattern over text that is written from its end. */
    public static String areaTurned() {
        return AREA_TURNED;
    }

    static Optional<String> road(String before) {
        var road = ROAD.matcher(before);
        return road.matches() ? Optional.of(road.group("road")) : Optional.empty();
    }

    /** Whether it is empty or ends with the name of a division. */
    static boolean isArea(String text) {
        return text.isEmpty() || AREA.matcher(text).find();
    }
}
