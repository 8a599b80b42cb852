package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.EmptyState;

/** The windows at which the officer may sit down. */
public record SeatsPage(PageFrame frame, List<OfHall> halls, EmptyState none) implements Page {

    public record OfHall(String code, String name, List<Seat> seats) {
        public OfHall {
            seats = List.copyOf(seats);
        }
    }

    /** @param taken who sits there; empty when it is free */
    public record Seat(int number, String name, String lines, String taken) {}

    public SeatsPage {
        halls = List.copyOf(halls);
    }
}
