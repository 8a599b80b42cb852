package org.tongqu.platform.matter.hall.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.platform.matter.hall.Slot;

/**
 * What somebody has answered so far on the way to an appointment; it travels in the address, so that going back, keeping
 * the page and coming again all work. Nothing of it is trusted.
 *
 * @param service the service one came from, which says what one comes for
 */
record Asked(String service, String hall, String line, String day, String starts) {

    /** @param sent the parameters of a request, whatever else is among them */
    static Asked of(Map<String, String> sent) {
        return new Asked(
                sent.getOrDefault("service", ""),
                sent.getOrDefault("hall", ""),
                sent.getOrDefault("line", ""),
                sent.getOrDefault("day", ""),
                sent.getOrDefault("starts", ""));
    }

    Asked with(String name, String answer) {
        return new Asked(
                service,
                name.equals("hall") ? answer : hall,
                name.equals("line") ? answer : line,
                name.equals("day") ? answer : day,
                name.equals("starts") ? answer : starts);
    }

    Optional<LocalDate> date() {
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    Optional<LocalTime> time() {
        try {
            return starts.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(starts));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    Optional<Slot.Key> slot() {
        return date().flatMap(date -> time().map(time -> new Slot.Key(hall, line, date, time)));
    }

    /** Those answers that were given, in the order of the questions. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("service", service);
        given.put("hall", hall);
        given.put("line", line);
        given.put("day", day);
        given.put("starts", starts);
        given.values().removeIf(String::isEmpty);
        return given;
    }

    String at(String address) {
        return given().entrySet().stream()
                .map(answer -> answer.getKey() + "=" + URLEncoder.encode(answer.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", address + "?", ""));
    }

    /** Without the answer to this question and all later ones. */
    Asked before(String name) {
        return switch (name) {
            case "hall" -> new Asked(service, "", "", "", "");
            case "line" -> new Asked("", hall, "", "", "");
            case "day" -> new Asked(service, hall, line, "", "");
            default -> new Asked(service, hall, line, day, "");
        };
    }
}
