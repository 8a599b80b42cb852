package org.tongqu.platform.data.space;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.trust.journal.Entry;

/** A small town on the map of the shared platform, delivered once: 998801 with a street, two communities and their things. */
public final class Mapped {

    public static final String TOWN = "998801";
    private static final LocalDate SINCE = LocalDate.of(2026, 6, 1);

    private static final class Once {
        static final Mapped MAPPED = new Mapped(StartedPlatform.shared());
    }

    private final StartedPlatform platform;
    private final GoldenRegisters registers;
    private final Following following;

    private Mapped(StartedPlatform platform) {
        this.platform = platform;
        this.registers = platform.bean(GoldenRegisters.class);
        this.following = platform.bean(Following.class);
        deliver("natural-space", "natural-resources", space());
        deliver("house", "natural-resources", houses());
        deliver(
                "city-component",
                "urban-management",
                List.of(
                        thing("9988010120000001", "kind=lamp", "longitude=112.01", "latitude=30.01"),
                        thing("9988010120000002", "kind=tree", "longitude=112.03", "latitude=30.01")));
        follow("city-component", 2);
        follow("house", 2);
        follow("natural-space", 15);
    }

    public static Mapped town() {
        return Once.MAPPED;
    }

    public StartedPlatform platform() {
        return platform;
    }

    public Register register(String code) {
        return registers.find(code).orElseThrow();
    }

    public void deliver(String register, String source, List<Delivered> records) {
        registers.deliver(register(register), source, Entry.Doer.SYSTEM, records.iterator());
    }

    /** Until the town has so many things of the register; a transaction elsewhere may hold the changes back a moment. */
    public void follow(String register, int many) {
        for (int i = 0; i < 3_000; i++) {
            following.follow();
            var there = platform.database()
                    .asOwner()
                    .sql("SELECT count(*) FROM space.feature WHERE register = ? AND identifier ~ '998801'")
                    .param(register)
                    .query(Integer.class)
                    .single();
            if (there == many) {
                return;
            }
        }
        throw new AssertionError("The map does not follow " + register);
    }

    public static Delivered thing(String identifier, String... fields) {
        Map<String, String> named = new LinkedHashMap<>();
        Arrays.stream(fields).map(field -> field.split("=", 2)).forEach(field -> named.put(field[0], field[1]));
        return new Delivered(identifier, identifier, SINCE, named);
    }

    private static List<Delivered> space() {
        List<Delivered> things = new ArrayList<>();
        things.add(area("G998801000000", "division", "安宁区", "998801", 112.0, 112.04));
        things.add(area("G998801001000", "division", "东风街道", "998801001", 112.0, 112.04));
        things.add(area("G998801001001", "division", "桃林社区", "998801001001", 112.0, 112.02));
        things.add(area("G998801001002", "division", "柳溪社区", "998801001002", 112.02, 112.04));
        things.add(area("G998801001001001", "cell", "桃林社区第1网格", "998801001001", 112.0, 112.02));
        things.add(area("G998801001002001", "cell", "柳溪社区第1网格", "998801001002", 112.02, 112.04));
        things.add(thing(
                "G998801800001",
                "kind=road",
                "name=长庚路",
                "division=998801",
                "area=12.5",
                "surveyed=2026-03-01",
                "shape=LINESTRING(112 30.01,112.02 30.011,112.04 30.01)"));
        things.add(thing(
                "G998801800002", "kind=road", "name=启明路", "division=998801", "shape=LINESTRING(112 30,112.04 30.02)"));
        things.add(thing(
                "G998801900001",
                "kind=water",
                "name=白鹭湖",
                "division=998801",
                "shape={\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[112.031,30.001],[112.039,30.001],[112.039,30.009],[112.031,30.001]]]}"));
        things.add(door("G998801990001", "长庚路1号", 112.002, 30.0103));
        things.add(door("G998801990002", "长庚路2号", 112.002, 30.0098));
        things.add(door("G998801990019", "长庚路19号", 112.018, 30.0111));
        things.add(door("G998801990020", "长庚路20号", 112.018, 30.0107));
        things.add(door("G998801990021", "长庚路20号附1号", 112.0181, 30.0106));
        things.add(door("G998801990022", "新长庚路40号", 112.038, 30.0101));
        return things;
    }

    private static Delivered door(String code, String name, double longitude, double latitude) {
        return thing(code, "kind=door", "name=" + name, "longitude=" + longitude, "latitude=" + latitude);
    }

    private static Delivered area(String code, String kind, String name, String division, double west, double east) {
        var shape = "POLYGON((%1$s 30,%2$s 30,%2$s 30.02,%1$s 30.02,%1$s 30))".formatted(west, east);
        return thing(code, "kind=" + kind, "name=" + name, "division=" + division, "shape=" + shape);
    }

    private static List<Delivered> houses() {
        return List.of(
                thing(
                        "H99880100000001",
                        "address=安宁区东风街道桃林社区长庚路12号301室",
                        "division=998801001001",
                        "ownerName=沈望舒",
                        "use=dwelling",
                        "longitude=112.011",
                        "latitude=30.012"),
                thing(
                        "H99880100000002",
                        "address=安宁区东风街道柳溪社区长庚路120号101室",
                        "division=998801001002",
                        "ownerName=林若溪",
                        "use=shop",
                        "longitude=112.031",
                        "latitude=30.012"));
    }
}
