package org.tongqu.platform.data.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.interfaces.Endpoint.Kind;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Endpoint.Parameter;

/**
 * Parameters as people write them and as they are kept, one a line: name, what people call it, {@code required} or {@code
 * optional}, {@code text}, {@code integer} or {@code date}, and the longest value, with bars between them.
 */
public final class ParameterLines {

    private static final int PARTS = 5;

    private ParameterLines() {}

    public static String write(List<Parameter> parameters) {
        return parameters.stream()
                .map(one -> String.join(
                        " | ",
                        one.name(),
                        one.title(),
                        one.need().code(),
                        one.kind().code(),
                        String.valueOf(one.length())))
                .collect(Collectors.joining("\n"));
    }

    /** Nothing when a line is none. */
    public static Optional<List<Parameter>> read(String text) {
        var parameters = new ArrayList<Parameter>();
        for (var line : text.strip().lines().filter(said -> !said.isBlank()).toList()) {
            var parameter = parameter(line.split("\\|", -1));
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(parameter.get());
        }
        return Optional.of(parameters);
    }

    private static Optional<Parameter> parameter(String[] parts) {
        if (parts.length != PARTS || !parts[4].strip().matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        var need = Coded.find(Need.class, parts[2].strip());
        var kind = Coded.find(Kind.class, parts[3].strip());
        return need.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parameter(
                        parts[0].strip(),
                        parts[1].strip(),
                        need.get(),
                        kind.get(),
                        Integer.parseInt(parts[4].strip())));
    }
}
