/** Golden records and their pages. */
package org.tongqu.platform.data.use;
