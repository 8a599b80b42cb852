package org.tongqu.platform.front.portal.web.help;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.Gallery;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.platform.operate.web.Frames;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Shell;

/** Every component in every state, in both shells, for whoever makes pages. */
@Controller
class GalleryController {

    private final Frames frames;

    GalleryController(Frames frames) {
        this.frames = frames;
    }

    @GetMapping("/gallery")
    Html portal(HttpServletRequest request) {
        return page(request, Shell.PORTAL, Gallery.Shell.PORTAL);
    }

    @GetMapping("/gallery/desk")
    Html desk(HttpServletRequest request) {
        return page(request, Shell.DESK, Gallery.Shell.DESK);
    }

    private Html page(HttpServletRequest request, Shell shell, Gallery.Shell drawn) {
        var frame = frames.frame(request, shell);
        var titled = frame.titled(frame.texts().say("design.gallery.title")).at("", Breadcrumbs.none());
        return Html.page("design/GalleryPage", Gallery.page(titled, drawn));
    }
}
