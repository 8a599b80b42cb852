package org.tongqu.design;

import java.util.List;
import org.tongqu.design.nav.Breadcrumbs;

/**
 * Where the page stands.
 *
 * @param path   the address of this page with its query, to come back to after a change of language or size
 * @param places the menu of the shell, in order
 * @param place  the id of the current one among them, or empty
 */
public record Whereabouts(Site site, String path, List<Place> places, String place, Breadcrumbs crumbs) {

    /**
     * One entry of the menu.
     *
     * @param count what waits there, as text; empty when nothing is counted
     * @param group the heading under which the desk lists it; empty for none
     */
    public record Place(String id, String label, String href, Icon icon, String count, String group) {

        public static Place of(String id, String label, String href, Icon icon) {
            return new Place(id, label, href, icon, "", "");
        }

        public Place counting(String newCount) {
            return new Place(id, label, href, icon, newCount, group);
        }

        public Place under(String newGroup) {
            return new Place(id, label, href, icon, count, newGroup);
        }
    }

    public Whereabouts {
        places = List.copyOf(places);
    }

    public Whereabouts at(String newPlace, Breadcrumbs newCrumbs) {
        return new Whereabouts(site, path, places, newPlace, newCrumbs);
    }

    public boolean isCurrent(Place candidate) {
        return candidate.id().equals(place);
    }

    /** Whether {@code places.get(index)} starts a new group, so that the shell prints its heading once. */
    public boolean startsGroup(int index) {
        var group = places.get(index).group();
        return !group.isEmpty()
                && (index == 0 || !group.equals(places.get(index - 1).group()));
    }
}
