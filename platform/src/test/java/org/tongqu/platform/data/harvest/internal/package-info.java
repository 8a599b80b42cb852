/** Harvests against real servers that speak the languages of catalogues, well and badly. */
package org.tongqu.platform.data.harvest.internal;
