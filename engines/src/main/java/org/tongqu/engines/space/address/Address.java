package org.tongqu.engines.space.address;

import java.util.Optional;

/**
 * An address as it is written, as far as it can be taken apart without knowing the place.
 *
 * @param likeness the whole as it is compared
 * @param door its number along a road; empty where it has none
 */
public record Address(String likeness, Optional<Door> door) {

    /**
     * A number along a road or in a village.
     *
     * @param before all that stands before it: divisions and the road
     * @param part what divides houses of one number, as in 128 A; empty for the house itself
     * @param beyond building, unit and room
     */
    public record Door(String before, int number, String part, String beyond) {

        /** The road as it is written, without knowing which roads there are; empty where none is named. */
        public Optional<String> road() {
            return AddressReader.road(before);
        }

        /** Whether before the number stands this road and nothing before it but divisions. */
        public boolean isOn(String road) {
            return isOn(before, road);
        }

        /** @param before what stands before a number */
        public static boolean isOn(String before, String road) {
            return before.endsWith(road) && AddressReader.isArea(before.substring(0, before.length() - road.length()));
        }
    }
}
