/**
 * Forms that ask one thing per page.
 *
 * <p>In: a {@link org.tongqu.engines.forms.Form} from a pack, the answers so far, what a browser posted. Out: the pages
 * that are asked, the answers that were understood, and what must be put right. A form shows and orders; what is valid
 * is said by the schema, and by the form's rules where values depend on each other. Sentences stand in {@code
 * texts/engines/forms}. Knows schema and expressions; knows nothing of HTTP, drafts or cases.
 */
@NullMarked
package org.tongqu.engines.forms;

import org.jspecify.annotations.NullMarked;
