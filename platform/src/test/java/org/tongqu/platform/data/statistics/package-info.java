/** Figures from the table that is handed in to the page that everybody reads. */
package org.tongqu.platform.data.statistics;
