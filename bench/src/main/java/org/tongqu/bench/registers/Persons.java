package org.tongqu.bench.registers;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.identity.Mod112;

/** People nobody is, as five sources know them; every fiftieth is called, or lives, otherwise in one of them. */
final class Persons {

    static final List<String> SOURCES =
            List.of("public-security", "civil-affairs", "human-resources", "health", "education");

    private static final int DAYS = 30_000;
    private static final int DISTRICTS = 8;
    private static final int OTHERWISE = 50;

    private Persons() {}

    static String number(int index) {
        var day = LocalDate.of(1940, 1, 1).plusDays(index % DAYS);
        var place = index / DAYS;
        var body = String.format(
                "9999%02d%04d%02d%02d%03d",
                1 + place % DISTRICTS, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), place / DISTRICTS);
        return body + Mod112.check(body);
    }

    /** Which of two deliveries of a source it is: in the second every hundredth has another phone or address. */
    enum Delivery {
        FIRST,
        AGAIN
    }

    static Iterator<Delivered> of(String source, int count, Delivery delivery) {
        return IntStream.range(0, count)
                .mapToObj(index -> person(source, index, delivery == Delivery.AGAIN && index % 100 == 0))
                .iterator();
    }

    private static Delivered person(String source, int index, boolean moved) {
        var number = number(index);
        var otherwise = index % OTHERWISE == Math.floorMod(source.hashCode(), OTHERWISE);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "Person " + Integer.toString(index, 36) + (otherwise ? "a" : ""));
        var address = "No. " + index % 997 + " Long Road, Street " + index % 89 + (otherwise || moved ? ", rear" : "");
        switch (source) {
            case "public-security" -> {
                fields.put("sex", index % 2 == 0 ? "1" : "2");
                fields.put(
                        "birthDate",
                        LocalDate.of(1940, 1, 1).plusDays(index % DAYS).toString());
                fields.put("ethnicity", "01");
                fields.put("division", "99990" + (1 + index % DISTRICTS));
                fields.put("address", address);
                fields.put("status", "alive");
            }
            case "civil-affairs" -> {
                fields.put("marriage", index % 3 == 0 ? "10" : "20");
                fields.put("status", "alive");
            }
            case "human-resources" -> {
                fields.put("education", "2" + index % 10);
                fields.put("division", "99990" + (1 + index % DISTRICTS));
                fields.put("phone", "199" + String.format("%08d", index + (moved ? 1 : 0)));
            }
            case "health" -> {
                fields.put("sex", index % 2 == 0 ? "1" : "2");
                fields.put(
                        "birthDate",
                        LocalDate.of(1940, 1, 1).plusDays(index % DAYS).toString());
                fields.put("phone", "199" + String.format("%08d", index));
            }
            default -> {
                fields.put("education", "2" + index % 10);
                fields.put("ethnicity", "01");
            }
        }
        return new Delivered(
                source.charAt(0) + Integer.toString(index),
                number,
                LocalDate.of(2020, 1, 1).plusDays(index % 700),
                fields);
    }
}
