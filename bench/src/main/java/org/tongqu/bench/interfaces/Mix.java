package org.tongqu.bench.interfaces;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The answers of a provider: of a thousand 300 of 2 kB, 600 of 10 kB, 90 of 100 kB, 9 of 2 MB and one of 10 MB. */
final class Mix {

    private static final int OF = 1000;
    private static final List<Share> SHARES =
            List.of(new Share(300, 2_000), new Share(900, 10_000), new Share(990, 100_000), new Share(999, 2_000_000));
    private static final int LARGEST = 10_000_000;

    private Mix() {}

    /** @param below up to which of a thousand */
    private record Share(int below, int bytes) {}

    static int pick(SplittableRandom random) {
        int number = random.nextInt(OF);
        return SHARES.stream()
                .filter(share -> number < share.below())
                .mapToInt(Share::bytes)
                .findFirst()
                .orElse(LARGEST);
    }

    static List<Integer> sizes() {
        var sizes = new ArrayList<>(SHARES.stream().map(Share::bytes).toList());
        sizes.add(LARGEST);
        return sizes;
    }

    /** Records about people, as many as fit. */
    static byte[] answer(int bytes) {
        var json = new StringBuilder(bytes + 300).append("{\"data\":[");
        for (int number = 0; json.length() < bytes - 150; number++) {
            json.append(number == 0 ? "" : ",")
                    .append("{\"cert_no\":\"C")
                    .append(1_000_000 + number)
                    .append("\",\"name\":\"Zhou Ming ")
                    .append(number)
                    .append("\",\"state\":\"valid\",\"since\":\"2019-05-17\",\"area\":")
                    .append(50 + number % 90)
                    .append(".5,\"address\":\"Renmin Road ")
                    .append(number % 900)
                    .append("\",\"bank\":\"6222 0000 1111\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
