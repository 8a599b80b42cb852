package org.tongqu.engines.packs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tongqu.engines.packs.DemoAnswers.DemoFirm;
import org.tongqu.engines.packs.DemoAnswers.DemoPerson;
import org.tongqu.engines.packs.DemoAnswers.DemoTown;
import org.tongqu.engines.packs.reading.PackReader;
import org.tongqu.engines.packs.reading.PackReading;

/** The packs that are shipped, and a small town to invent applications in. */
public final class RealPacks {

    private RealPacks() {}

    /** The folder of all packs, from whichever module's folder the tests run in. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("packs")) ? here.resolve("packs") : here.resolveSibling("packs");
    }

    public static PackReading read() {
        return PackReader.readAll(root());
    }

    /** Everybody in this town has a valid number and a mobile. */
    public static final DemoTown TOWN = new DemoTown() {

        private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

        @Override
        public DemoPerson person(RandomGenerator random) {
            var body = "9999%02d%04d%02d%02d%03d"
                    .formatted(
                            1 + random.nextInt(8),
                            1950 + random.nextInt(55),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(1000));
            var sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (body.charAt(i) - '0');
            }
            var names = List.of("林若溪", "周远帆", "何知行", "沈望舒", "陆星河");
            return new DemoPerson(
                    names.get(random.nextInt(names.size())),
                    body + "10X98765432".charAt(sum % 11),
                    "138%08d".formatted(random.nextInt(100_000_000)));
        }

        @Override
        public DemoFirm firm() {
            return new DemoFirm("91999901MA29N3803Y", "云州市青禾智能制造有限公司", "林若溪");
        }

        @Override
        public String division(RandomGenerator random) {
            return "99990%d00%d".formatted(1 + random.nextInt(8), 1 + random.nextInt(9));
        }

        @Override
        public String addressIn(String division, RandomGenerator random) {
            return "青云路" + (1 + random.nextInt(300)) + "号";
        }
    };
}
