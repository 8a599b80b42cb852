package org.tongqu.platform.front.answers;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Directory;

/** Says where a division code is, from the widest place to the nearest; a code nobody knows is said as it is. */
public record PlaceNames(Directory directory) implements Function<String, String> {

    @Override
    public String apply(String code) {
        return DivisionCode.parse(code).fold(this::words, refusal -> code);
    }

    private String words(DivisionCode code) {
        return directory.path(code).stream().map(division -> division.name()).collect(Collectors.joining());
    }
}
