package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.QrCode;

/** Examples of {@link QrCode}. */
public final class QrCodeExamples implements Examples {

    @Override
    public String template() {
        return "view/QrCode";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(Example.of(t, "usual", new QrCode(ROWS, say(t, "scan"), "#check")));
    }

    /** The code of {@code HTTPS://TONGQU.EXAMPLE/C/9} at the lowest size, drawn once. */
    private static final List<String> ROWS = List.of(
            "#######...#..#..#.#######",
            "#.....#..#...#..#.#.....#",
            "#.###.#.#..#..##..#.###.#",
            "#.###.#..#..##..#.#.###.#",
            "#.###.#..#..###...#.###.#",
            "#.....#...###.#...#.....#",
            "#######.#.#.#.#.#.#######",
            "........#..#...##........",
            "###.#####...#..#.##...#..",
            "#.####.#.#.###..##..#..##",
            "##....#.#.###.##..#..####",
            "..#..#.####.###.#.##...##",
            "##.#.###..##..###..#..#..",
            "..###.....##..#.#.#....##",
            "#..#.##......#.##..#.....",
            ".###......##....##.#.#...",
            "#..#..#.##..#..#######..#",
            "........######.##...#.#.#",
            "#######.##.##.###.#.###.#",
            "#.....#.##..###.#...#.#..",
            "#.###.#.#.##..##########.",
            "#.###.#..###..#.#..#...#.",
            "#.###.#.###..#.####..##.#",
            "#.....#.##.#....#.#..#.##",
            "#######.##..#..####.##..#");
}
