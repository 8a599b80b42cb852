package org.tongqu.platform.trust.identity;

import java.io.Serializable;
import org.tongqu.kernel.text.Label;

/**
 * A clerk who writes down at a window what somebody standing there says.
 *
 * @param staff id of the clerk
 * @param clerk the clerk's name
 * @param place where, e.g. the code of a hall
 */
public record Assistance(String staff, String clerk, String place, String placeZh, String placeEn)
        implements Serializable {

    public Label placeName() {
        return new Label(placeZh, placeEn);
    }
}
