package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongqu.engines.packs.FactField;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Notice.Channel;
import org.tongqu.engines.packs.Notice.Point;
import org.tongqu.engines.packs.Notice.To;
import org.tongqu.kernel.text.Label;

/** Reads {@code notices/*.yaml}: who is told what at which point of a case. */
final class NoticeReader {

    private final PackFolder folder;
    private final Problems problems;
    private final Map<String, Spot> spots = new LinkedHashMap<>();

    NoticeReader(PackFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** @param spots by {@code ID}, {@code ID.when}, {@code ID.text} and {@code ID.values.NAME} */
    record NoticesRead(List<Notice> notices, Map<String, Spot> spots) {

        Spot spot(String key) {
            return spots.getOrDefault(key, new Spot("pack.yaml", 1));
        }
    }

    NoticesRead read() {
        List<Notice> notices = new ArrayList<>();
        for (var file : folder.in("notices", ".yaml")) {
            folder.yaml(file, new Spot(file, 1), problems).flatMap(this::notice).ifPresent(notices::add);
        }
        return new NoticesRead(notices, spots);
    }

    private Optional<Notice> notice(Section root) {
        var id = root.text("id");
        var before = spots.put(id, root.at("id"));
        if (before != null) {
            problems.error(root.at("id"), "form-twice", id, before.line());
        }
        spots.put(id + ".when", root.at("when"));
        spots.put(id + ".text", root.at("text"));
        var point = point(root.section("when"));
        if (!root.has("to")) {
            root.text("to");
        }
        var to = root.findChoice("to", To.class);
        var channels = channels(root);
        var title = root.label("title");
        var text = root.label("text");
        var values = values(root, id);
        root.done();
        names(root, title, text, values);
        return point.flatMap(at -> to.map(whom -> new Notice(id, at, whom, channels, title, text, values)));
    }

    private Optional<Point> point(Section when) {
        var names = when.names();
        var isTask = names.contains("done") && names.contains("outcome") && names.size() == 2;
        if (!isTask && (names.size() != 1 || names.contains("done") || names.contains("outcome"))) {
            problems.error(when.here(), "notice-when");
            return Optional.empty();
        }
        if (isTask) {
            return Optional.of(new Point.Completed(when.text("done"), when.text("outcome")));
        }
        return switch (names.iterator().next()) {
            case "opened" -> when.isTrue("opened") ? Optional.of(new Point.Opened()) : never(when);
            case "reached" -> Optional.of(new Point.Reached(when.text("reached")));
            case "result" -> Optional.of(new Point.Ended(when.text("result")));
            default -> never(when);
        };
    }

    private Optional<Point> never(Section when) {
        problems.error(when.here(), "notice-when");
        return Optional.empty();
    }

    private Set<Channel> channels(Section root) {
        Map<String, Channel> known = Arrays.stream(Channel.values())
                .collect(Collectors.toMap(channel -> channel.name().toLowerCase(Locale.ROOT), channel -> channel));
        Set<Channel> channels = new LinkedHashSet<>();
        for (var name : root.texts("channels")) {
            var channel = known.get(name);
            if (channel == null) {
                problems.error(root.at("channels"), "pack-choice", name, String.join(", ", known.keySet()));
            } else {
                channels.add(channel);
            }
        }
        if (!channels.contains(Channel.SITE)) {
            problems.error(root.at("channels"), "notice-site");
        }
        return channels;
    }

    private List<FactField> values(Section root, String id) {
        List<FactField> values = new ArrayList<>();
        for (var section : root.sections("values")) {
            var name = section.text("name");
            var before = spots.put(id + ".values." + name, section.here());
            if (before != null) {
                problems.error(section.at("name"), "form-twice", name, before.line());
            }
            values.add(new FactField(
                    name,
                    Label.same(name.isBlank() ? "?" : name),
                    section.text("from"),
                    section.findChoice("show", FactField.Show.class).orElse(FactField.Show.TEXT),
                    section.findLabel("fallback")));
            section.done();
        }
        return values;
    }

    /** The names in the texts are those of the values, in both languages. */
    private void names(Section root, Label title, Label text, List<FactField> values) {
        var known = values.stream().map(FactField::name).toList();
        Set<String> used = new LinkedHashSet<>();
        for (var words : List.of(title, text)) {
            var spot = root.at(words.equals(title) ? "title" : "text");
            var zh = used(words.zh(), spot, known);
            var en = used(words.en(), spot, known);
            if (!zh.equals(en)) {
                problems.error(spot, "notice-languages", zh, en);
            }
            used.addAll(zh);
            used.addAll(en);
        }
        for (var name : known) {
            if (!used.contains(name)) {
                problems.warning(root.at("values"), "notice-value-unused", name);
            }
        }
    }

    private Set<String> used(String words, Spot spot, List<String> known) {
        Set<String> used = new LinkedHashSet<>();
        var matcher = org.tongqu.engines.packs.Notices.NAME.matcher(words);
        while (matcher.find()) {
            used.add(matcher.group(1));
            if (!known.contains(matcher.group(1))) {
                problems.error(spot, "notice-name", matcher.group(1), Nearest.to(matcher.group(1), known));
            }
        }
        var rest = matcher.replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            problems.error(spot, "notice-brace");
        }
        return new TreeSet<>(used);
    }
}
