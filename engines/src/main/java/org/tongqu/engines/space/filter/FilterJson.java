package org.tongqu.engines.space.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.space.filter.FilterMaker.Read;
import org.tongqu.engines.space.filter.Unread.Said;
import org.tongqu.engines.space.filter.Value.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a filter as CQL2 JSON. */
final class FilterJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "+", Operation.ADDED,
            "-", Operation.SUBTRACTED,
            "*", Operation.MULTIPLIED,
            "/", Operation.DIVIDED,
            "%", Operation.REST,
            "div", Operation.WHOLE,
            "^", Operation.POWER);

    private final FilterMaker maker;

    private FilterJson(FilterMaker maker) {
        this.maker = maker;
    }

    static Filter filter(String text, FilterMaker maker) {
        try {
            var whole = new Node(JSON.readTree(text), "", 0);
            return new FilterJson(maker).read(whole).filter();
        } catch (JacksonException broken) {
            var at = Optional.ofNullable(broken.getLocation())
                    .map(TokenStreamLocation::getCharOffset)
                    .orElse(0L);
            throw new Unread(FilterRefusal.Kind.UNEXPECTED, new Said(String.valueOf(at + 1), ""));
        }
    }

    /** A part of the document. @param at the pointer to it */
    private record Node(JsonNode json, String at, int depth) {

        Said said() {
            var text = json.toString();
            return new Said(at.isEmpty() ? "/" : at, text.length() > 40 ? text.substring(0, 40) + "…" : text);
        }

        Unread no(FilterRefusal.Kind kind) {
            return new Unread(kind, said());
        }

        Node child(String name) {
            return new Node(json.path(name), at + "/" + name, depth);
        }

        List<Node> each() {
            if (!json.isArray()) {
                throw no(FilterRefusal.Kind.UNEXPECTED);
            }
            List<Node> each = new ArrayList<>();
            for (int i = 0; i < json.size(); i++) {
                each.add(new Node(json.path(i), at + "/" + i, depth + 1));
            }
            return each;
        }

        String text() {
            if (!json.isString()) {
                throw no(FilterRefusal.Kind.NOT_OF_KIND);
            }
            return json.asString("");
        }
    }

    private Read read(Node node) {
        if (node.depth() > FilterReader.DEEPEST) {
            throw node.no(FilterRefusal.Kind.TOO_LARGE);
        }
        return new Read(part(node), node.said());
    }

    private Part part(Node node) {
        var json = node.json();
        if (json.isBoolean()) {
            return new Filter.Constant(json.asBoolean());
        }
        if (json.isString()) {
            return new Value.Text(node.text());
        }
        if (json.isNumber()) {
            return FilterMaker.number(json.asString(), node.said()).part();
        }
        if (!json.isObject()) {
            throw node.no(FilterRefusal.Kind.UNEXPECTED);
        }
        return object(node);
    }

    private Part object(Node node) {
        var json = node.json();
        if (json.has("op")) {
            return called(node);
        }
        if (json.has("property")) {
            var name = node.child("property");
            return maker.named(name.text(), name.said()).part();
        }
        if (json.has("date")) {
            return FilterMaker.day(node.child("date").text(), node.said());
        }
        if (json.has("timestamp")) {
            return FilterMaker.moment(node.child("timestamp").text(), node.said());
        }
        if (json.has("interval")) {
            return interval(node);
        }
        return json.has("bbox") && !json.has("type") ? box(node) : FilterMaker.drawn(json.toString(), node.said());
    }

    private Period interval(Node node) {
        var ends = node.child("interval").each();
        if (ends.size() != 2) {
            throw node.no(FilterRefusal.Kind.TIME);
        }
        return FilterMaker.interval(end(ends.getFirst()), end(ends.getLast()), node.said());
    }

    private Optional<Value> end(Node node) {
        return node.json().isString() ? FilterMaker.end(node.text(), node.said()) : FilterMaker.end(read(node));
    }

    private static Area box(Node node) {
        var ends = node.child("bbox").each();
        if (!ends.stream().allMatch(end -> end.json().isNumber())) {
            throw node.no(FilterRefusal.Kind.SHAPE);
        }
        return FilterMaker.box(ends.stream().map(end -> end.json().asDouble()).toList(), node.said());
    }

    private Part called(Node node) {
        var op = node.child("op").text().toLowerCase(Locale.ROOT);
        var args = node.child("args").each();
        return switch (op) {
            case "and" -> new Filter.And(filters(node, args));
            case "or" -> new Filter.Or(filters(node, args));
            case "in" -> in(need(node, args, 2));
            case "between" -> between(need(node, args, 3));
            case "not" -> new Filter.Not(one(node, args).filter());
            case "isnull" -> FilterMaker.missing(one(node, args));
            case "casei" -> FilterMaker.folded(Value.Fold.CASE, one(node, args));
            case "accenti" -> FilterMaker.folded(Value.Fold.ACCENTS, one(node, args));
            default -> two(node.child("op"), op, need(node, args, 2));
        };
    }

    private static List<Node> need(Node node, List<Node> args, int many) {
        if (args.size() != many) {
            throw node.child("args").no(FilterRefusal.Kind.UNEXPECTED);
        }
        return args;
    }

    private Read one(Node node, List<Node> args) {
        return read(need(node, args, 1).getFirst());
    }

    private List<Filter> filters(Node node, List<Node> args) {
        if (args.size() < 2) {
            throw node.child("args").no(FilterRefusal.Kind.UNEXPECTED);
        }
        return args.stream().map(arg -> read(arg).filter()).toList();
    }

    private Filter in(List<Node> args) {
        var among = args.getLast().each();
        if (among.isEmpty()) {
            throw args.getLast().no(FilterRefusal.Kind.UNEXPECTED);
        }
        return FilterMaker.in(
                read(args.getFirst()), among.stream().map(this::read).toList());
    }

    private Filter between(List<Node> args) {
        return FilterMaker.between(read(args.get(0)), read(args.get(1)), read(args.get(2)));
    }

    private Part two(Node at, String op, List<Node> args) {
        var left = read(args.getFirst());
        var right = read(args.getLast());
        var sign = Optional.ofNullable(FilterText.SIGNS.get(op));
        var operation = Optional.ofNullable(OPERATIONS.get(op));
        var name = op.toUpperCase(Locale.ROOT);
        return op.equals("like")
                ? FilterMaker.like(left, right)
                : sign.<Part>map(one -> FilterMaker.compared(left, one, right))
                        .or(() -> operation.map(one -> FilterMaker.calculated(left, one, right)))
                        .or(() -> FilterCalls.how(name).map(one -> FilterMaker.lies(one, left, right)))
                        .or(() -> FilterCalls.when(name).map(one -> FilterMaker.happens(one, left, right)))
                        .orElseThrow(() -> at.no(FilterRefusal.Kind.UNEXPECTED));
    }
}
