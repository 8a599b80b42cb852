package org.tongqu.platform.matter.hall;

import java.time.LocalDate;

/** A day on which something can be booked. */
public record FreeDay(LocalDate day, int places, int free) {}
