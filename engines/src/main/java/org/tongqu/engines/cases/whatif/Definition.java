package org.tongqu.engines.cases.whatif;

import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.process.Process;

/** By what a case is handled: its process with the tables it asks, and the limits. */
public record Definition(Process process, Clocks clocks) {}
