/** What people type, choose and send: fields, problems, buttons, forms, answers to check. */
@NullMarked
package org.tongqu.design.form;

import org.jspecify.annotations.NullMarked;
