package org.tongqu.platform.matter.services;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;

/** The full names of divisions, as they stand before an address. Kept in memory: a city has few of them. */
@Component
public class PlaceNames {

    private final Directory directory;
    private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();

    PlaceNames(Directory directory) {
        this.directory = directory;
    }

    /** Province, city, county and street in one; the code itself where it names nothing. */
    public String full(String code) {
        return names.computeIfAbsent(code, this::read);
    }

    private String read(String code) {
        if (DivisionCode.parse(code) instanceof Outcome.Done<DivisionCode, ?>(var division)) {
            var path = directory.path(division);
            return path.isEmpty() ? code : path.stream().map(Division::name).collect(Collectors.joining());
        }
        return code;
    }
}
