package org.tongqu.platform.data.harvest.internal;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Packages as a CKAN answers about them: as many as are wanted, and each as bad as is wanted. */
final class Ckan implements ForeignServer.Doing {

    /** So many at a time at the most, as a CKAN does. */
    private static final int MOST = 1000;

    private final List<byte[]> packages;

    Ckan(int count) {
        this.packages = IntStream.range(0, count)
                .mapToObj(number -> one(number, text -> text).getBytes(StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", number, number);
    }

    static String one(int number, UnaryOperator<String> but) {
        return but.apply("""
                {"id":"%s","name":"set-%d","title":"数据集 %d","notes":"第 %d 个数据集的说明","isopen":true,
                "metadata_modified":"2026-03-%02dT08:00:00.%06d","license_title":"CC BY 4.0","extras":[{"key":"x","value":1e99999}],
                "organization":{"title":"统计局"},"tags":[{"name":"t%d","display_name":"主题%d"}],"groups":[],
                "resources":[{"name":"表","format":"CSV","url":"https://data.example/%d.csv"},{"name":"坏","format":"","url":"javascript:alert(1)"}]}""".formatted(
                        id(number),
                        number,
                        number,
                        number,
                        1 + number * 27 / 1_000_000,
                        number,
                        number % 9,
                        number % 9,
                        number));
    }

    /** From now on that package is otherwise. */
    Ckan with(int number, UnaryOperator<String> but) {
        return with(number, one(number, but).getBytes(StandardCharsets.UTF_8));
    }

    Ckan with(int number, byte[] written) {
        packages.set(number, written);
        return this;
    }

    Ckan without(int number) {
        packages.remove(number);
        return this;
    }

    /** It was changed just now: it stands behind all others. */
    Ckan moved(int number) {
        packages.add(packages.remove(number));
        return this;
    }

    @Override
    public void answer(HttpExchange asked) throws IOException {
        ForeignServer.answer(asked, "application/json", search(asked.getRequestURI()));
    }

    byte[] search(URI asked) throws IOException {
        var rows = Math.min(MOST, number(asked, "rows"));
        var start = Math.min(packages.size(), number(asked, "start"));
        var end = Math.min(packages.size(), start + rows);
        var out = new ByteArrayOutputStream();
        out.write(("{\"help\":\"…\",\"success\":true,\"result\":{\"count\":" + packages.size() + ",\"results\":[")
                .getBytes(StandardCharsets.UTF_8));
        for (int at = start; at < end; at++) {
            if (at > start) {
                out.write(',');
            }
            out.write(packages.get(at));
        }
        out.write("]}}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static int number(URI asked, String name) {
        return Arrays.stream(asked.getRawQuery().split("&"))
                .filter(part -> part.startsWith(name + "="))
                .mapToInt(part -> Integer.parseInt(part.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
