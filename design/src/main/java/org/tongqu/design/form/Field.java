package org.tongqu.design.form;

/** Any input of a form; {@code AnyField.jte} draws whichever it is. */
public sealed interface Field
        permits TextField, TextArea, NumberField, DateField, PasswordField, Radios, Checkboxes, Select, FileUpload {

    Question question();
}
