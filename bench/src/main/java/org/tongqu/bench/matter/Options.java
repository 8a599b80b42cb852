package org.tongqu.bench.matter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What may be said after {@code ./tongqu bench matter}.
 *
 * @param rate whole matters started per second; 0 for as many as there are workers
 * @param data a data folder to be used again; without one a new city is loaded and thrown away
 */
record Options(int seconds, int warmUp, double rate, int workers, Optional<String> pack, Optional<Path> data) {

    private static final Options USUAL = new Options(60, 420, 31, 16, Optional.empty(), Optional.empty());

    static Options of(List<String> arguments) {
        var options = USUAL;
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("Expected --option=value, not " + argument);
            }
            options = options.with(parts[0], parts[1]);
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--seconds" -> new Options(Integer.parseInt(value), warmUp, rate, workers, pack, data);
            case "--warm-up" -> new Options(seconds, Integer.parseInt(value), rate, workers, pack, data);
            case "--rate" -> new Options(seconds, warmUp, Double.parseDouble(value), workers, pack, data);
            case "--workers" -> new Options(seconds, warmUp, rate, Integer.parseInt(value), pack, data);
            case "--pack" -> new Options(seconds, warmUp, rate, workers, Optional.of(value), data);
            case "--data" ->
                new Options(
                        seconds,
                        warmUp,
                        rate,
                        workers,
                        pack,
                        Optional.of(Path.of(value).toAbsolutePath()));
            default -> throw new IllegalArgumentException("bench matter does not know " + option);
        };
    }
}
