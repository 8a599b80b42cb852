package org.tongqu.bench.matter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.tongqu.engines.packs.DemoAnswers.DemoFirm;
import org.tongqu.engines.packs.DemoAnswers.DemoPerson;
import org.tongqu.engines.packs.DemoAnswers.DemoTown;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/**
 * People and places for applications that all go to one office.
 *
 * @param division the one place everything is in
 * @param words    surnames, given names, roads and patterns of addresses, a line each, parted by spaces
 */
record MadeTown(String division, List<List<String>> words) implements DemoTown {

    private static final LocalDate ELDEST = LocalDate.of(1962, 1, 1);
    private static final int BIRTHDAYS = 14_000;
    private static final String FIRM = "MA000001";

    static MadeTown in(String division) {
        try (var file = MadeTown.class.getResourceAsStream("words.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new MadeTown(
                    division, text.lines().map(line -> List.of(line.split(" "))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DemoPerson person(RandomGenerator random) {
        var born = ELDEST.plusDays(random.nextInt(BIRTHDAYS)).toString().replace("-", "");
        var body = division.substring(0, 6) + born + String.format("%03d", random.nextInt(1000));
        return new DemoPerson(
                pick(0, random) + pick(1, random),
                body + Mod112.check(body),
                "1990" + String.format("%07d", random.nextInt(10_000_000)));
    }

    /** The only one there is. */
    @Override
    public DemoFirm firm() {
        var organisation = OrganisationCode.compose(FIRM).orElseThrow();
        var code = UnifiedSocialCreditCode.compose('9', '1', new DivisionCode(division), organisation)
                .orElseThrow();
        var road = words.get(2).getFirst();
        return new DemoFirm(
                code.value(),
                road + words.get(1).getFirst(),
                words.get(0).getFirst() + words.get(1).getLast());
    }

    @Override
    public String division(RandomGenerator random) {
        return division;
    }

    @Override
    public String addressIn(String place, RandomGenerator random) {
        return pick(3, random)
                .replace("{road}", pick(2, random))
                .replace("{house}", String.valueOf(1 + random.nextInt(300)))
                .replace("{room}", String.valueOf(101 + random.nextInt(900)));
    }

    private String pick(int line, RandomGenerator random) {
        return words.get(line).get(random.nextInt(words.get(line).size()));
    }
}
