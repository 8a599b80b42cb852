package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.intake.Draft;

/** A draft with the rules it is filled in under, and the pages its owner walks through. */
record DraftAt(Draft draft, Pack pack) {

    /** What is asked; of a correction only what the notice opened again. */
    List<FormPage> pages() {
        return Forms.visiblePages(pack.form(), draft.answers()).stream()
                .filter(this::isOpen)
                .toList();
    }

    /** All that was asked, opened again or not. */
    List<FormPage> allPages() {
        return Forms.visiblePages(pack.form(), draft.answers());
    }

    Optional<FormPage> page(String id) {
        return pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    boolean isCorrection() {
        return draft.correction().isPresent();
    }

    boolean isOpen(FormPage page) {
        return draft.correction()
                .map(notice ->
                        page.group().map(group -> notice.opens(group.name())).orElse(false)
                                || page.fields().stream().anyMatch(field -> notice.opens(field.name()))
                                || page.materials().stream()
                                        .anyMatch(ask -> notice.materials().contains(ask.id())))
                .orElse(true);
    }

    boolean isOpen(org.tongqu.engines.forms.Field field, FormPage page) {
        return draft.correction()
                .map(notice -> page.group().isPresent() || notice.opens(field.name()))
                .orElse(true);
    }

    boolean isOpen(org.tongqu.engines.forms.MaterialAsk ask) {
        return draft.correction()
                .map(notice -> notice.materials().contains(ask.id()))
                .orElse(true);
    }

    String address() {
        return "/drafts/" + draft.id();
    }

    String address(FormPage page) {
        return address() + "/" + page.id();
    }

    String checkAddress() {
        return address() + "/check";
    }

    /** Where an answer is given again; a correction only opens what its notice names. */
    String change(FormPage page, String name) {
        var open = draft.correction()
                .map(notice -> notice.opens(name) || notice.materials().contains(name))
                .orElse(true);
        return open ? address(page) : "";
    }

    /** Where the owner goes on: the first page they have not saved yet, then the check. */
    String firstUnsaved() {
        return isCorrection()
                ? checkAddress()
                : pages().stream()
                        .filter(page -> !draft.savedPages().contains(page.id()))
                        .findFirst()
                        .map(this::address)
                        .orElseGet(this::checkAddress);
    }

    String after(FormPage page) {
        var all = pages();
        int at = all.indexOf(page);
        return isCorrection() || at < 0 || at + 1 >= all.size() ? checkAddress() : address(all.get(at + 1));
    }

    String before(FormPage page) {
        var all = pages();
        int at = all.indexOf(page);
        return isCorrection() ? checkAddress() : at <= 0 ? "/my" : address(all.get(at - 1));
    }
}
