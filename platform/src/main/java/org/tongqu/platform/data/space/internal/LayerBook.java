package org.tongqu.platform.data.space.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.engines.registers.Register.Place;
import org.tongqu.engines.registers.Register.Shape;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Sight;

/** The layers that declared registers make. A register whose identifier or place is of a person makes none. */
@Component
public class LayerBook {

    private final List<Register> registers;
    private final Map<String, Layer> layers = new LinkedHashMap<>();

    LayerBook(GoldenRegisters golden) {
        this.registers = golden.registers().stream()
                .filter(register -> register.findMapped()
                        .filter(place -> Layer.isTold(whole(register, place), Sight.OFFICER))
                        .isPresent())
                .toList();
        registers.forEach(register -> layers(register).forEach(layer -> layers.put(layer.id(), layer)));
    }

    /** Registers whose things lie on the map. */
    List<Register> registers() {
        return registers;
    }

    public List<Layer> layers(Sight sees) {
        return layers.values().stream().filter(layer -> isSeen(layer, sees)).toList();
    }

    public Optional<Layer> find(String id, Sight sees) {
        return Optional.ofNullable(layers.get(id)).filter(layer -> isSeen(layer, sees));
    }

    private static boolean isSeen(Layer layer, Sight sees) {
        return layer.sight() == Sight.PUBLIC || sees == Sight.OFFICER;
    }

    private static Stream<Layer> layers(Register register) {
        var place = register.findMapped().orElseThrow();
        var sight = sight(register, place);
        var whole = new Layer(register, Optional.empty(), register.title(), sight);
        var kinds = place.kinds().flatMap(register::findAttribute).stream()
                .filter(kind -> Layer.isTold(kind, sight))
                .flatMap(kind -> kind.codes().entrySet().stream())
                .map(code -> new Layer(register, Optional.of(code.getKey()), code.getValue(), sight));
        return Stream.concat(Stream.of(whole), kinds);
    }

    /** Who may see that its things are there, and where. */
    static Sight sight(Register register, Place place) {
        return whole(register, place) == Sensitivity.PUBLIC ? Sight.PUBLIC : Sight.OFFICER;
    }

    /** The most sensitive of what tells that a thing is there. */
    private static Sensitivity whole(Register register, Place place) {
        var parts = place.shapes().stream().flatMap(shape -> switch (shape) {
            case Shape.Drawn(var attribute) -> Stream.of(attribute);
            case Shape.Point(var longitude, var latitude) -> Stream.of(longitude, latitude);
        });
        return Stream.concat(
                        Stream.of(register.identifier().sensitivity()),
                        parts.flatMap(name -> register.findAttribute(name).stream())
                                .map(Attribute::sensitivity))
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }
}
