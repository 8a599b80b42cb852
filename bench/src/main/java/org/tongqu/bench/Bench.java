package org.tongqu.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.bench.cases.CasesMeasurement;
import org.tongqu.bench.comparison.ComparisonMeasurement;
import org.tongqu.bench.comparison.ScaleMeasurement;
import org.tongqu.bench.exchange.ChangesMeasurement;
import org.tongqu.bench.exchange.ExchangeMeasurement;
import org.tongqu.bench.faults.FaultsMeasurement;
import org.tongqu.bench.interfaces.InterfaceMeasurement;
import org.tongqu.bench.matter.MatterMeasurement;
import org.tongqu.bench.registers.RegistersMeasurement;
import org.tongqu.bench.registers.VerificationMeasurement;
import org.tongqu.bench.start.StartMeasurement;
import tools.jackson.databind.json.JsonMapper;

/** Finds a measurement by its name and prints what it measured as the last line. */
public final class Bench {

    /** A new measurement is added here and in {@code docs/help/bench.txt}. */
    private static final List<Measurement> MEASUREMENTS = List.of(
            new StartMeasurement(),
            new MatterMeasurement(),
            new ExchangeMeasurement(),
            new ChangesMeasurement(),
            new FaultsMeasurement(),
            new CasesMeasurement(),
            new InterfaceMeasurement(),
            new RegistersMeasurement(),
            new VerificationMeasurement(),
            new ComparisonMeasurement(),
            new ScaleMeasurement());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Optional<Measurement> named = MEASUREMENTS.stream()
                .filter(one -> arguments.length > 0 && one.name().equals(arguments[0]))
                .findFirst();
        if (named.isEmpty()) {
            System.err.println("Known figures: "
                    + MEASUREMENTS.stream().map(Measurement::name).collect(Collectors.joining(", ")));
            System.exit(2);
        }
        Measurement measurement = named.orElseThrow();
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        System.out.println(line(measurement.name(), measurement.measure(Workshop.ofCaller(), rest)));
    }

    static String line(String name, Map<String, Object> figures) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("bench", name);
        whole.putAll(figures);
        return new JsonMapper().writeValueAsString(whole);
    }
}
