package org.tongqu.platform.front.portal.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongqu.design.form.Choice;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;

/** The places of this city that people choose from, and what a place is called. */
@Component
public class Addresses {

    private final Directory directory;
    private final DivisionCode city;

    Addresses(Directory directory, @Value("${tongqu.site.division}") String city) {
        this.directory = directory;
        this.city = DivisionCode.parse(city).orElseThrow();
    }

    /** Each district with its streets, in the order of their codes. */
    public List<Choice> choices() {
        return directory.children(city).stream()
                .flatMap(district -> Stream.concat(
                        Stream.of(choice(district, "")),
                        directory.children(district.code()).stream().map(street -> choice(street, district.name()))))
                .toList();
    }

    /** The districts alone, for narrowing lists. */
    public List<Choice> districts() {
        return directory.children(city).stream()
                .map(district -> choice(district, ""))
                .toList();
    }

    /** District and street in one word; the city itself is understood. A code nobody knows reads as itself. */
    public String name(String code) {
        return DivisionCode.parse(code)
                .fold(
                        known -> directory.path(known).stream()
                                .filter(division -> !city.isWithin(division.code()))
                                .map(Division::name)
                                .collect(Collectors.joining()),
                        refusal -> code);
    }

    private static Choice choice(Division division, String within) {
        return Choice.of(division.code().value(), within + division.name());
    }
}
